/** What most messages are: a word to the assistant, part of a request, the start of one, or a question. */
import { takeFileWords } from './attach-files';
import { answerPuttingRight, answerQuestion, ask, asksForSum, replyTo } from './answer-question';
import { handleIntent } from './handle-intent';
import { again, answeredThenBack, playStep, whereWeAre } from './play-step';
import { startRequest } from './start-request';
import { intentOf, isAgreeing, mayBeOfTheRequest } from './intent';
import {
  asIntent,
  isNoQuestion,
  isBrief,
  isSurelyForReport,
  mayAnswer,
  mayAskForSum,
} from './is-request';
import { isAnswer, plain, type ServiceDefinition } from '../../dialogs';
import { wording } from '../wording';
import { afterLoss } from './after-loss';
import { corrects, namedInstead } from './named-instead';
import type { Button } from './reply';
import { besideDraft, focusOf, plainly, type FocusedDraft, type Played, type Scene } from './room';
import { asksForSomeoneElsesData } from './sensitive/about-someone-else';
import { isFormOpen, openForm } from './show-form';

/** @param ofRules true where the message has an alarming word: an answer stands below a line of support */
export async function takeUsual(scene: Scene, text: string, ofRules: boolean): Promise<Played> {
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
  if (isAnswer('cancel', plain(text)))
    return plainly(
      { outcome: 'status', text: wording.request.nothingToCancel },
      'nothing to cancel',
    );

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
  const meant = tools.dialogs.recogniseForManagers(text, asking.asker);
  return meant && startRequest(scene, meant, text);
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
