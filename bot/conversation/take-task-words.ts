/** What is typed about requests that wait for a decision: a command, or the reason that was asked for. */
import { approve, askWhich, awaiting, listTasks } from './decide-task';
import { decline } from './decline-task';
import { focusOf, type Played, type Scene } from './room';
import { takeReason } from './take-reason';
import { taskWordsIn, type TaskWords } from './task-words';

export { thenReasonAgain } from './take-reason';

/** @returns undefined where it is nothing of the kind, and is taken as usual */
export async function takeTaskWords(scene: Scene, text: string): Promise<Played | undefined> {
  const words = taskWordsIn(text);
  const played = words === undefined ? undefined : await command(scene, words);
  return played ?? takeReason(scene, text);
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
