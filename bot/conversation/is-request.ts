/** Where a message might be something else than the request that was heard in it. */
import { isAnswer, plain, type Recognised } from '../../dialogs';
import { asksSomewhere, isQuestion } from '../../knowledge';
import { toldIn } from './begun-with-care';
import type { Intent } from './intent';
import howTold from './plain-answer-words.json';
import { focusOf, type Scene } from './room';
import { isOnlySuspected } from './sensitive/beside-a-request';
import type { Disclosure, LifeAtRisk, Sensitivity } from './sensitive/detect';
import { withdrawWordsIn } from './task-words';
import { Press } from './turn';

const FEW_WORDS = 5;
export const isBrief = (text: string): boolean => wordsIn(text) <= FEW_WORDS;

/** "A good while" to "How many hours?" is an answer that could not be read: it asks nothing. */
export const isNoQuestion = (text: string): boolean =>
  isAnswer('baffled', plain(text)) ||
  (wordsIn(text) <= 3 && !asksSomewhere(text) && !isQuestion(text));

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

/** "11 years", "due 10 april", just after the assistant asked for it, are its answer. */
export function mayAnswer({ opened }: Scene, text: string, found: Recognised): boolean {
  const { newest } = opened;
  const isAsked = newest?.outcome === 'clarify' || newest?.text.trimEnd().endsWith('?') === true;
  return found.isHeard && !found.isSure && isBrief(text) && isAsked;
}

/** "I am £180 short, put it right" has a figure in it, and asks for no sum. */
export const mayAskForSum = (text: string, { isSure }: Recognised): boolean =>
  !isSure || text.trimEnd().endsWith('?');

/** "A chat with someone about becoming a nurse" asks for that talk, and not for a person now. */
export function asIntent(
  scene: Scene,
  text: string,
  intent: Intent | undefined,
): Intent | undefined {
  if (intent !== 'person') return intent;
  const found = surelyAsked(scene, text);
  if (found === undefined) return intent;
  return found.isPrivate && !SAYS_WHAT_ABOUT.test(text) ? intent : undefined;
}

/** "I need to talk to someone" wants a person now, whatever it may be about. */
const SAYS_WHAT_ABOUT = /\b(?:a?bout|abt|over|regarding|because|cos|why)\b/i;

/** A manager's "put our talk on her sickness record" gives something, and asks to see nothing. */
export const isSurelyForReport = (scene: Scene, text: string): boolean =>
  surelyAsked(scene, text)?.audience === 'manager';

/**
 * Somebody who surely asks for something, and may have told of a wrong or a danger: the request
 * begins, under words of support. In the middle of another request it would be taken for an answer.
 */
export function suspectedBeside(
  scene: Scene,
  text: string,
  heard: Sensitivity,
): Disclosure | LifeAtRisk | undefined {
  const mayBegin = focusOf(scene) === undefined && scene.opened.state.pending === null;
  const suspected = heard.level === 'question' ? heard.orElse : heard;
  if (!mayBegin || suspected === undefined) return undefined;
  if (suspected.level !== 'disclosure' && suspected.level !== 'life-at-risk') return undefined;
  const isAsked = surelyAsked(scene, text) !== undefined;
  return isAsked && isOnlySuspected(suspected, toldIn(text, scene.asking.asker), text)
    ? suspected
    : undefined;
}

/**
 * "Yes he emailed me on monday" to "Has Tom agreed this in writing?": what the listeners alone
 * suspect in a yes or a no that was asked for is no story. What a rule hears is never passed over.
 */
export function isPlainAnswer(scene: Scene, text: string, heard: Sensitivity): boolean {
  const { asking, tools, turn } = scene;
  if (!('unsure' in heard)) return false;
  const isHowTold = plain(text)
    .split(' ')
    .every((word) => HOW_TOLD.has(word) || /^\d/.test(word));
  const isSuspected = heard.level === 'disclosure' && isOnlySuspected(heard, text, text);
  if (!isHowTold && !(isSuspected && YES_OR_NO.test(text))) return false;
  const draft = focusOf(scene)?.draft;
  const asked =
    draft && tools.dialogs.service(draft.service)?.fields.find(({ name }) => name === draft.asked);
  if (draft === undefined || asked?.choices?.some(({ value }) => value === 'yes') !== true)
    return false;
  if (isHowTold) return true;
  const step = tools.dialogs.advance(draft, text, asking.asker, {
    nonce: draft.nonce,
    now: turn.at,
  });
  return step.draft.fields[asked.name] !== undefined;
}

/**
 * "I don't need it any more", of what is under way or was sent just now: the listeners alone hear
 * somebody give up. What is not wanted any more may be more than a request.
 */
export function isPlainWithdrawal(scene: Scene, text: string, heard: Sensitivity): boolean {
  if (!('unsure' in heard) || /\bwant\b/i.test(text)) return false;
  if (focusOf(scene) !== undefined) return isAnswer('cancel', plain(text));
  return scene.opened.state.lastSent !== null && withdrawWordsIn(text) !== undefined;
}

/** "He signed it in front of me": words that tell how, and nothing that was done to anybody. */
const HOW_TOLD: ReadonlySet<string> = new Set(howTold.words);

const YES_OR_NO = /^\W*(?:yes|yeah|yep|yup|no|nope|not yet)\b/i;

function surelyAsked({ tools, asking }: Scene, text: string): Recognised['service'] | undefined {
  const found = tools.dialogs.recognise(text, asking.asker);
  return found?.certain === true && found.isSure ? found.service : undefined;
}

/** A question that the assistant offered itself is not a person's story: it is answered. */
export function wasOffered({ opened }: Scene, text: string): boolean {
  return opened.state.choices.some(({ press }) => {
    const offered = Press.safeParse(press).data;
    return offered?.kind === 'say' && offered.text === text;
  });
}
