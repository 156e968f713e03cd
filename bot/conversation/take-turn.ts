/** One turn: chooses the room that plays it, and nothing else. */
import { takeQuestionAboutRequest } from './about-request';
import { takeFiles, takeFileWords } from './attach-files';
import { answerPuttingRight, answerQuestion, ask, asksForSum, replyTo } from './answer-question';
import { takeAnswerWords } from './answer-desk';
import { notByPhone } from './by-phone';
import { handleIntent } from './handle-intent';
import { handlePress } from './handle-press';
import { takeInCompany } from './in-company';
import { sensitivityOf } from './heard-apart';
import { again, answeredThenBack, playStep, whereWeAre } from './play-step';
import { takeChangeWords } from './change-request';
import { startRequest } from './start-request';
import { intentOf, isAgreeing, mayBeOfTheRequest } from './intent';
import {
  asIntent,
  isNoQuestion,
  isBrief,
  isPlainAnswer,
  isPlainWithdrawal,
  isSurelyForReport,
  mayAnswer,
  mayAskForSum,
  suspectedBeside,
  wasOffered,
} from './is-request';
import { hasBankDetails, isAnswer, plain, type ServiceDefinition } from '../../dialogs';
import { wording } from '../wording';
import { afterLoss } from './after-loss';
import { corrects, namedInstead } from './named-instead';
import { pressTyped } from './press-typed';
import type { Button } from './reply';
import { focusOf, plainly, type FocusedDraft, type Played, type Scene } from './room';
import { asksForSomeoneElsesData } from './sensitive/about-someone-else';
import { isAfterword } from './sensitive/afterword';
import type { Sensitivity } from './sensitive/detect';
import { isFormOpen, openForm } from './show-form';
import { signpost, stayKind } from './signpost';
import { takeTaskWords, thenReasonAgain } from './take-task-words';
import { notPassedOn } from './not-passed-on';
import { takePersonWords, toAssistant } from './tell-person';
import { takeWithdrawWords } from './withdraw-request';

/** Pure but for reading: what changes comes back as effects, which the caller commits with the reply. */
export async function takeTurn(scene: Scene): Promise<Played> {
  const { said } = scene.turn;
  if (scene.turn.door === 'group') return takeInCompany(scene);
  if (said.kind === 'files') return besideDraft(scene, await takeFiles(scene, said));
  const press = said.kind === 'press' ? said.press : pressTyped(scene, said.text);
  if (press?.kind === 'for-assistant') return toAssistant(scene, asUsual);
  if (press !== undefined && press.kind !== 'say') return handlePress(scene, press);
  const text = press?.text ?? (said.kind === 'text' ? said.text : '');
  const isOffered = press !== undefined && wasOffered(scene, text);
  const played = await takeText(scene, text, isOffered, press === undefined);
  return press === undefined ? notPassedOn(scene, played) : played;
}

/** For words to nobody else. */
const asUsual = (scene: Scene, text: string): Promise<Played> =>
  takeText(scene, text, false, false);

/** @param isTyped false for a button's words, which are said to the assistant */
async function takeText(
  scene: Scene,
  text: string,
  offered: boolean,
  isTyped: boolean,
): Promise<Played> {
  // "Stop emailing me" is no story of being pestered.
  if (intentOf(text) === 'no-mails')
    return besideDraft(scene, await handleIntent(scene, 'no-mails', text));
  const sensitivity = sensitivityOf(text, scene.asking.asker);
  const afterword = scene.opened.state.afterLifeAtRisk && isAfterword(text);
  if (afterword && 'unsure' in sensitivity) return stayKind(scene);
  const suspected = offered ? undefined : suspectedBeside(scene, text, sensitivity);
  const isPlain =
    isPlainAnswer(scene, text, sensitivity) || isPlainWithdrawal(scene, text, sensitivity);
  const isMet = offered || suspected !== undefined || isPlain;
  const toPeople = isMet ? undefined : signpost(scene, sensitivity, text);
  if (toPeople !== undefined) return toPeople;
  if (afterword) return stayKind(scene);
  const ofRules = sensitivity.level !== 'none';
  const orElse = !offered && sensitivity.level === 'question' ? sensitivity.orElse : undefined;
  const inDoubt = suspected ?? orElse;
  const toPerson =
    isTyped &&
    inDoubt === undefined &&
    ((await takeAnswerWords(scene, text, asUsual)) ??
      (await takePersonWords(scene, text, asUsual)));
  if (toPerson) return toPerson;
  return inDoubt === undefined
    ? takeOrdinary(scene, text, ofRules)
    : answeredOrElse({ ...scene, inConfidence: true, suspected }, inDoubt, text);
}

/**
 * A story that may tell of something that happened, and asks: it is answered, or the request that
 * it surely asks for begins, under the line of support, and its words are not kept. Where neither
 * comes of it, it is met with people.
 */
async function answeredOrElse(scene: Scene, orElse: Sensitivity, text: string): Promise<Played> {
  const played = await takeOrdinary(scene, text, true);
  const { outcome } = played.reply;
  const isAnswered = outcome === 'answered' && orElse.level !== 'life-at-risk';
  if (isAnswered || (outcome === 'request' && scene.suspected !== undefined))
    return { ...played, keepWords: false };
  return signpost(scene, orElse, text) ?? played;
}

async function takeOrdinary(scene: Scene, text: string, ofRules: boolean): Promise<Played> {
  if (hasBankDetails(text)) return bankDetails(scene);
  const ofTask =
    (await notByPhone(scene, text)) ??
    (await takeTaskWords(scene, text)) ??
    (await takeWithdrawWords(scene, text)) ??
    (await takeChangeWords(scene, text)) ??
    (await takeQuestionAboutRequest(scene, text));
  return ofTask ?? thenReasonAgain(scene, await takeUsual(scene, text, ofRules));
}

/** They have no place in a chat, and are kept in none. */
function bankDetails(scene: Scene): Played {
  const text = wording.refused.bankDetails;
  return besideDraft(scene, {
    ...plainly({ outcome: 'refused', text }, 'bank details'),
    keepWords: false,
  });
}

async function takeUsual(scene: Scene, text: string, ofRules: boolean): Promise<Played> {
  if (asksForSomeoneElsesData(text) && !isSurelyForReport(scene, text)) {
    return plainly({ outcome: 'refused', text: wording.refused.someoneElse }, 'refused');
  }

  const focus = focusOf(scene);
  const intent = asIntent(scene, text, intentOf(text));
  if (intent === 'form' && focus !== undefined)
    return scene.turn.door === 'phone'
      ? again(scene, focus, wording.phone.noForm)
      : openForm(scene, focus);
  // Nothing was read back that a "yes" could agree to.
  if (isAgreeing(intent) && focus !== undefined && isFormOpen(scene, focus))
    return again(scene, focus, wording.request.notSentYet);
  if (
    intent !== undefined &&
    intent !== 'form' &&
    !(focus !== undefined && mayBeOfTheRequest(intent))
  )
    // "Thanks" to "Shall I send it?" is from somebody who takes it for sent.
    return focus?.draft.stage === 'confirming' && intent === 'thanks'
      ? again(scene, focus, wording.request.notSentYet)
      : besideDraft(scene, await handleIntent(scene, intent, text));
  if (focus !== undefined) return inRequest(scene, focus, text, ofRules);

  const { dialogs } = scene.tools;
  // "I want to start leave on 15 February. What am I paid?" asks, and books nothing.
  const found = dialogs.recognise(text, scene.asking.asker);
  const isSum =
    found?.certain === true && mayAskForSum(text, found) && (await asksForSum(scene, text));
  if (found?.certain === true && !isSum && !mayAnswer(scene, text, found)) {
    const right = await answerPuttingRight(scene, text, ofRules);
    return right === undefined
      ? startRequest(scene, found.service, text)
      : withOffer(right, found.service, text);
  }
  const refusal = found === undefined ? forManagersOnly(scene, text) : undefined;
  if (refusal !== undefined) return refusal;
  const answer = await answerQuestion(scene, text, ofRules);
  // "Put 3 hours overtime through for Tom" has a sum in it: the request is one press away.
  return found === undefined ? answer : withOffer(answer, found.service, text);
}

/** Somebody who manages nobody is told why, rather than how managers do it. */
function forManagersOnly(scene: Scene, text: string): Promise<Played> | undefined {
  const { asking, tools } = scene;
  if (asking.asker.isManager) return undefined;
  const meant = tools.dialogs.recognise(text, { ...asking.asker, isManager: true });
  return meant?.certain === true && !meant.isHeard
    ? startRequest(scene, meant.service, text)
    : undefined;
}

/** It may have been meant as a request: the answer, and one press to start it. */
function withOffer(offering: Played, { id, title }: ServiceDefinition, text: string): Played {
  const played = { ...offering, state: { ...offering.state, offered: { service: id, text } } };
  const { reply } = played;
  if (reply.offers.includes(id)) return played;
  const buttons: Button[] = [
    { label: title, press: { kind: 'start', service: id } },
    ...reply.buttons,
  ];
  return { ...played, reply: { ...reply, offers: [id, ...reply.offers], buttons } };
}

/** The dialogs room reads first; what it cannot read may be a question, and then the request comes back. */
async function inRequest(
  scene: Scene,
  focus: FocusedDraft,
  text: string,
  ofRules: boolean,
): Promise<Played> {
  const { asking, tools, turn } = scene;
  const ofFiles = await takeFileWords(scene, focus, text);
  if (ofFiles !== undefined) return ofFiles;
  // "Im off sick today" is not whom a letter should go to.
  const other = tools.dialogs.recognise(text, asking.asker);
  const isAnother = other?.certain === true && !other.isHeard;
  if (isAnother && other.service.id !== focus.draft.service && !corrects(focus, text, other))
    return startRequest(scene, other.service, text);
  const instead = namedInstead(scene, focus, text);
  if (instead !== undefined) return startRequest(scene, instead, text, focus.draft);
  const asksForMore = other?.certain === true && !isBrief(text);
  const loss = asksForMore ? undefined : afterLoss(scene, focus, text);
  if (loss !== undefined) return loss;
  const step = tools.dialogs.advance(focus.draft, text, asking.asker, {
    nonce: tools.newId(),
    now: turn.at,
  });
  if (step.kind !== 'unread' || isRatherAnswer(text)) return playStep(scene, step, focus.version);
  // It is not about this request, and asks for another: "I had a miscarriage, I need leave for it".
  if (other?.certain === true && other.service.id !== focus.draft.service && !isBrief(text))
    return startRequest(scene, other.service, text);
  const outcome = await ask(scene, text);
  if (outcome.kind === 'not-covered' && outcome.why === 'unknown')
    return playStep(scene, step, focus.version);
  const answer = await replyTo(scene, text, outcome, ofRules);
  return answeredThenBack(answer, await whereWeAre(scene, focus));
}

/** A yes or a no to what was not asked is no question, either: no policy is looked up for it. */
const isRatherAnswer = (text: string): boolean =>
  isNoQuestion(text) || (['yes', 'no'] as const).some((word) => isAnswer(word, plain(text)));

/** A word to the assistant in the middle of a request leaves the request where it is. */
function besideDraft(scene: Scene, played: Played): Played {
  return { ...played, state: { focus: scene.opened.state.focus, ...played.state } };
}
