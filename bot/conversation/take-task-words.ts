/** What is typed about requests that wait for a decision: a command, or the reason that was asked for. */
import { isAnswer, looksLikeQuestion, plain } from '../../dialogs';
import { ask } from './answer-question';
import {
  approve,
  askReasonAgain,
  askWhich,
  awaiting,
  decline,
  listTasks,
  notNow,
} from './decide-task';
import { intentOf, type Intent } from './intent';
import { focusOf, type Played, type Scene } from './room';
import { taskWordsIn, type TaskWords } from './task-words';

/** @returns undefined where it is nothing of the kind, and is taken as usual */
export async function takeTaskWords(scene: Scene, text: string): Promise<Played | undefined> {
  const words = taskWordsIn(text);
  const { pending } = scene.opened.state;
  if (words !== undefined) {
    const played = await command(scene, words);
    if (played !== undefined) return played;
  }
  if (pending?.kind !== 'reason' || !pending.asked) return undefined;
  if (isAnswer('cancel', plain(text))) return notNow(pending.request);
  if (await isNoReason(scene, text)) return undefined;
  return isNothing(text)
    ? askReasonAgain(scene, pending.request)
    : decline(scene, pending.request, text);
}

/** A word in place of the reason was answered as usual; the reason is asked for again below it. */
export async function thenReasonAgain(scene: Scene, played: Played): Promise<Played> {
  const { pending } = scene.opened.state;
  if (pending?.kind !== 'reason' || played.reply.outcome === 'signposted') return played;
  if (played.state.pending !== undefined) return played;
  const again = await askReasonAgain(scene, pending.request);
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

async function command(scene: Scene, words: TaskWords): Promise<Played | undefined> {
  if (words.kind === 'list') return listTasks(scene);
  const reference = words.reference ?? (await meant(scene));
  // With a draft under way and nothing that waits, "decline" is said to the draft.
  if (reference === 'none') return focusOf(scene) === undefined ? listTasks(scene) : undefined;
  if (reference === 'several') return askWhich(scene, words.kind);
  return words.kind === 'approve'
    ? approve(scene, reference)
    : decline(scene, reference, words.reason);
}

/** The one request that a bare "approve" can mean. Beside a draft it could mean the draft, so it is asked. */
async function meant(scene: Scene): Promise<string> {
  const { pending } = scene.opened.state;
  if (pending?.kind === 'reason') return pending.request;
  const [first, ...others] = await awaiting(scene);
  if (first === undefined) return 'none';
  return others.length > 0 || focusOf(scene) !== undefined ? 'several' : first.request.id;
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

/** Said to the assistant, or a question that the policies answer: "could you do the week after?" is neither. */
async function isNoReason(scene: Scene, text: string): Promise<boolean> {
  const intent = intentOf(text);
  if (intent !== undefined) return OF_ANOTHER_MATTER.has(intent);
  const [opening = ''] = text.split(/[.!?\n]/u);
  if (!looksLikeQuestion(opening)) return false;
  const { kind } = await ask(withoutContext(scene), text);
  return kind === 'answered' || kind === 'partly-answered';
}

/** Beside what was spoken of before, a reason may seem to ask on. */
const withoutContext = (scene: Scene): Scene => ({
  ...scene,
  opened: { ...scene.opened, state: { ...scene.opened.state, last: null } },
});

/** "ok", "yes", "…": no reason that anybody could read. */
const isNothing = (text: string): boolean =>
  intentOf(text) !== undefined || !/\p{L}{2}/u.test(text);
