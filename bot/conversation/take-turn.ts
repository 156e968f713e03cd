/** One turn: who is meant, and what must come first; what is left is a request or a question. */
import { takeQuestionAboutRequest } from './about-request';
import { takeAfterSending } from './after-sending';
import { takeFiles } from './attach-files';
import { takeAnswerWords } from './answer-asked';
import { notByPhone } from './by-phone';
import { handleIntent } from './handle-intent';
import { handlePress } from './handle-press';
import { takeInCompany } from './in-company';
import { sensitivityOf } from './heard-apart';
import { takeChangeWords } from './change-request';
import { intentOf } from './intent';
import { isPlainAnswer, isPlainWithdrawal, suspectedBeside, wasOffered } from './is-request';
import { hasBankDetails } from '../../dialogs';
import { wording } from '../wording';
import { pressTyped } from './press-typed';
import { besideDraft, plainly, type Played, type Scene } from './room';
import { isAfterword } from './sensitive/afterword';
import type { Sensitivity } from './sensitive/detect';
import { signpost, stayKind } from './signpost';
import { takeTaskWords, thenReasonAgain } from './take-task-words';
import { takeUsual } from './take-usual';
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
    (await takeAfterSending(scene, text)) ??
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
