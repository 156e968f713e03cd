/**
 * What is typed while a reason is asked for or read back. It is a reason, or it is about something
 * else; either way it starts and moves no request of the manager's own, whose "yes" comes next.
 */
import { isAnswer, looksLikeQuestion, plain } from '../../dialogs';
import { answerQuestion, ask } from './answer-question';
import { askReasonAgain, backToReason, decline, notNow, tellReason } from './decline-task';
import { intentOf, type Intent } from './intent';
import { focusOf, type Played, type Scene } from './room';
import { asksForSomeoneElsesData } from './sensitive/about-someone-else';
import { detectSensitivity } from './sensitive/detect';
import type { Pending } from './pending';
import { asksOfTheRequest, isNoReason, isOffer, withdrawWordsIn } from './task-words';
import { takeWithdrawWords } from './withdraw-request';

type Asked = Extract<Pending, { kind: 'reason' }>;

/** @returns undefined where no reason is asked for, or it is of another matter and moves no draft */
export async function takeReason(scene: Scene, text: string): Promise<Played | undefined> {
  const { pending } = scene.opened.state;
  if (pending?.kind !== 'reason' || !pending.asked) return undefined;
  const answered = await answerToReadBack(scene, pending, text);
  if (answered !== undefined) return answered;
  if (isOfAnotherMatter(text)) return undefined;
  if (isNothing(text)) return askReasonAgain(scene, pending.request);
  const beside = await takeBeside(scene, text);
  if (beside !== undefined) return beside;
  return asksOfTheRequest(text) && !isOffer(text)
    ? askReasonAgain(scene, pending.request)
    : decline(scene, pending.request, text);
}

/** A word in place of the reason was answered as usual; what was asked is asked again below it. */
export async function thenReasonAgain(scene: Scene, played: Played): Promise<Played> {
  const { pending } = scene.opened.state;
  if (pending?.kind !== 'reason' || played.reply.outcome === 'signposted') return played;
  if (played.state.pending !== undefined) return played;
  const again = await backToReason(wordsKept(scene, played), pending.request);
  return {
    ...played,
    reply: {
      ...played.reply,
      text: `${played.reply.text}\n\n${again.reply.text}`,
      buttons: again.reply.buttons,
    },
    state: { ...played.state, ...again.state },
  };
}

/** Whoever deletes their words deletes the reason too that was read back. */
function wordsKept(scene: Scene, { effects }: Played): Scene {
  const { opened } = scene;
  const isDeleted = effects.some(({ kind }) => kind === 'conversations-deleted');
  return isDeleted
    ? { ...scene, opened: { ...opened, state: { ...opened.state, pending: null } } }
    : scene;
}

/** "yes", "no", "cancel", "wait": words about the question that was asked, never a reason. */
async function answerToReadBack(
  scene: Scene,
  { request, read }: Asked,
  text: string,
): Promise<Played | undefined> {
  const said = plain(text);
  if (isAnswer('cancel', said)) return notNow(scene, request);
  if (isNoReason(text) || isAnswer('no', said)) return askReasonAgain(scene, request);
  const isYes = read !== null && isAnswer('yes', said) && !text.includes('?');
  return isYes ? tellReason(scene, request, read.mark) : undefined;
}

/** One's own request that is to be withdrawn, or a question that the policies answer. */
async function takeBeside(scene: Scene, text: string): Promise<Played | undefined> {
  const ofOwn = withdrawWordsIn(text) && (await takeWithdrawWords(scene, text));
  if (ofOwn !== undefined) return ofOwn;
  if (!(await isPolicyQuestion(scene, text))) return undefined;
  const ofRules = detectSensitivity(text).level !== 'none';
  return thenReasonAgain(scene, await answerQuestion(withoutDraft(scene), text, ofRules));
}

const OF_ANOTHER_MATTER: ReadonlySet<Intent> = new Set([
  'privacy',
  'delete',
  'status',
  'person',
  'how-to',
  'greeting',
  'thanks',
  'bye',
]);

/** Said to the assistant, or refused before anything else is looked at. */
function isOfAnotherMatter(text: string): boolean {
  const intent = intentOf(text);
  if (intent !== undefined) return OF_ANOTHER_MATTER.has(intent);
  return looksLikeQuestion(text) && asksForSomeoneElsesData(text);
}

/** "How much leave do I get?"; "could you do the week after?" is an offer, and so a reason. */
async function isPolicyQuestion(scene: Scene, text: string): Promise<boolean> {
  const [opening = ''] = text.split(/[.!?\n]/u);
  const isRequest = scene.tools.dialogs.recognise(text, scene.asking.asker)?.certain === true;
  if (isRequest || isOffer(text) || !looksLikeQuestion(opening)) return false;
  const { kind } = await ask(withoutContext(scene), text);
  return kind === 'answered' || kind === 'partly-answered';
}

/** Beside what was spoken of before, a reason may seem to ask on. */
const withoutContext = (scene: Scene): Scene => {
  const bare = withoutDraft(scene);
  return { ...bare, opened: { ...bare.opened, state: { ...bare.opened.state, last: null } } };
};

/** What is asked here is not asked about a request of one's own. */
const withoutDraft = (scene: Scene): Scene =>
  focusOf(scene) === undefined
    ? scene
    : { ...scene, opened: { ...scene.opened, state: { ...scene.opened.state, focus: null } } };

/** "ok", "…": no reason that anybody could read. */
const isNothing = (text: string): boolean =>
  intentOf(text) !== undefined || !/\p{L}{2}/u.test(text);
