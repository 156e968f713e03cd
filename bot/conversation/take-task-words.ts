/** What is typed about requests that wait for a decision: a command, or the reason that was asked for. */
import { takeQuestionWords } from './ask-requester';
import { approve, askWhich, awaiting, listTasks, showNamed, showUndecided } from './decide-task';
import { decline } from './decline-task';
import { focusOf, type Played, type Scene } from './room';
import { takeReason } from './take-reason';
import { takeWordsOfTask } from './name-task';
import { requestShown } from './task-shown';
import { referencesIn, taskWordsIn, type TaskWords } from './task-words';

export { thenReasonAgain } from './take-reason';

type Decision = Exclude<TaskWords, { kind: 'list' }>;

/** More words than this beside a reference are a reason, where one is asked for. */
const MOST_WORDS_TO_NAME = 5;

/** @returns undefined where it is nothing of the kind, and is taken as usual */
export async function takeTaskWords(scene: Scene, text: string): Promise<Played | undefined> {
  const words = taskWordsIn(text);
  const played = words === undefined ? undefined : await command(scene, words);
  return (
    played ??
    (await takeNamed(scene, text)) ??
    (await takeQuestionWords(scene, text)) ??
    (await takeReason(scene, text)) ??
    takeWordsOfTask(scene, text)
  );
}

async function command(scene: Scene, words: TaskWords): Promise<Played | undefined> {
  if (words.kind === 'list') return listTasks(scene);
  return words.reference === undefined
    ? bareDecision(scene, words)
    : decide(scene, words, words.reference);
}

const decide = (scene: Scene, words: Decision, reference: string): Promise<Played> =>
  words.kind === 'approve' ? approve(scene, reference) : decline(scene, reference, words.reason);

/**
 * "Approve" alone decides only what was before their eyes: the one request that waits, where the
 * newest message of this conversation showed that one.
 */
async function bareDecision(scene: Scene, words: Decision): Promise<Played | undefined> {
  const reason = words.kind === 'decline' ? words.reason : '';
  const [only, ...others] = await awaiting(scene);
  if (only === undefined) return noneWaits(scene, words, reason);
  if (others.length > 0 || mayMeanDraft(scene, only.request.id))
    return askWhich(scene, words.kind, reason);
  const { newest } = scene.opened;
  const isShown = newest !== undefined && requestShown(newest) === only.request.id;
  return isShown ? decide(scene, words, only.request.id) : showUndecided(scene, only, reason);
}

/** With a draft under way, "decline" is said to the draft; with a reason it may be a story of something else. */
async function noneWaits(
  scene: Scene,
  words: Decision,
  reason: string,
): Promise<Played | undefined> {
  const { pending } = scene.opened.state;
  if (pending?.kind === 'reason' && pending.asked) return decide(scene, words, pending.request);
  return focusOf(scene) === undefined && reason === '' ? listTasks(scene) : undefined;
}

/** Beside a draft a bare word could mean the draft, but for a request whose reason is asked for. */
function mayMeanDraft(scene: Scene, request: string): boolean {
  const { pending } = scene.opened.state;
  const isAsked = pending?.kind === 'reason' && pending.request === request;
  return focusOf(scene) !== undefined && !isAsked;
}

/** "ok PS-…" is no plain decision. In a whole sentence a reference may be part of the reason. */
async function takeNamed(scene: Scene, text: string): Promise<Played | undefined> {
  const references = referencesIn(text);
  if (references.length === 0) return undefined;
  const { pending } = scene.opened.state;
  const isReason =
    pending?.kind === 'reason' && pending.asked && text.split(/\s+/u).length > MOST_WORDS_TO_NAME;
  return isReason ? undefined : showNamed(scene, references);
}
