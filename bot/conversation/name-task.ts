/**
 * A request that waits is named by who sent it and what it is: "approve ana's december leave", "no
 * to tom's request, we are short". Approving takes one press more, unless it stood before their
 * eyes: two requests can be alike.
 */
import { isNamedIn, plain, type Report } from '../../dialogs';
import { wording } from '../wording';
import { askRequester } from './ask-requester';
import { approve, askWhichOf, awaiting, listNamed, showUndecided } from './decide-task';
import { decline } from './decline-task';
import { said } from './open-task';
import type { Played, Scene } from './room';
import { briefly, nameOf, requestShown } from './task-shown';
import { sameWord, wordsOfTaskIn, type WordsOfTask } from './task-words';
import type { Task } from './tasks';

/** @returns undefined where it names none that waits, and is taken as usual */
export async function takeWordsOfTask(scene: Scene, text: string): Promise<Played | undefined> {
  const words = wordsOfTaskIn(text);
  if (words === undefined || scene.turn.speaker.kind !== 'person') return undefined;
  const open = await awaiting(scene);
  if (words.isAll) return open.length === 0 ? noneMeant(scene, words) : which(scene, open, words);
  const named = await ofNamed(scene, open, words);
  // "Show me the leave policy" is of no request, and "approve tom's leave" of none of Ana's.
  const mayBeAny =
    (words.kind === 'approve' || words.kind === 'decline') && reportIn(scene, words) === undefined;
  const meant = bestOf(
    scene,
    named.length > 0 || !mayBeAny ? named : open,
    words,
    named.length > 0,
  );
  const [only, ...others] = meant;
  if (only === undefined) return noneMeant(scene, words);
  const isNamed = named.includes(only);
  return others.length === 0 ? takeOne(scene, only, words, isNamed) : which(scene, meant, words);
}

async function ofNamed(
  { tools }: Scene,
  open: readonly Task[],
  { what }: WordsOfTask,
): Promise<readonly Task[]> {
  const people = await Promise.all(open.map(({ request }) => nameOf(tools, request.requestedBy)));
  return open.filter((_, index) => {
    const person = people[index];
    return person !== undefined && isNamedIn(what, person);
  });
}

/** Those whose line has most of its words. @param orAll where it has none: true for all, false for none */
function bestOf(
  { tools }: Scene,
  tasks: readonly Task[],
  { what }: WordsOfTask,
  orAll: boolean,
): readonly Task[] {
  const words = new Set(tokensOf(what));
  const scored = tasks.map((task) => ({
    task,
    score: tokensOf(briefly(tools, task.request)).filter((word) => words.has(word)).length,
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best === 0) return orAll ? tasks : [];
  return scored.filter(({ score }) => score === best).map(({ task }) => task);
}

/** "Ana's january leave" is more than is said of her december one. */
async function saysNoMore({ tools }: Scene, what: string, { request }: Task): Promise<boolean> {
  const { name } = await nameOf(tools, request.requestedBy);
  const known = new Set(tokensOf(`${name} ${briefly(tools, request)}`));
  return tokensOf(what).every((word) => known.has(word) || known.has(word.replace(/s$/, '')));
}

const tokensOf = (text: string): readonly string[] =>
  plain(text)
    .split(' ')
    .filter((word) => (word.length > 2 || /^\d+$/.test(word)) && !SMALL.has(word))
    .map(sameWord);

/** Words that say nothing of which one it is. */
const SMALL: ReadonlySet<string> = new Set([
  'the',
  'and',
  'for',
  'from',
  'that',
  'this',
  'please',
  'request',
  'requests',
  'book',
  'you',
]);

/** @param isNamed its requester was named, so that it can be no other's */
async function takeOne(
  scene: Scene,
  task: Task,
  { kind, what, reason }: WordsOfTask,
  isNamed: boolean,
): Promise<Played> {
  const { id } = task.request;
  switch (kind) {
    case 'approve': {
      const { newest } = scene.opened;
      const isShown = newest !== undefined && requestShown(newest) === id;
      return isShown && isNamed && (await saysNoMore(scene, what, task))
        ? approve(scene, id)
        : showUndecided(scene, task);
    }
    case 'decline':
      return decline(scene, id, reason);
    case 'ask':
      return askRequester(scene, id);
    case 'show':
      return showUndecided(scene, task);
  }
}

const which = (scene: Scene, meant: readonly Task[], { kind, reason }: WordsOfTask) =>
  kind === 'approve' || kind === 'decline'
    ? askWhichOf(scene, meant, kind, reason)
    : listNamed(scene, meant);

/** "Approve ana's leave", and none of hers waits; anything else is no task, and is taken as usual. */
function noneMeant(scene: Scene, words: WordsOfTask): Played | undefined {
  const { kind, isAll } = words;
  const { task } = wording.approvals;
  if (kind === 'ask') return undefined;
  if (isAll) return scene.asking.asker.isManager ? said(task.none, 'no task waits') : undefined;
  const report = reportIn(scene, words);
  return report && said(task.noneFrom(report.name), 'no task waits');
}

const reportIn = ({ asking }: Scene, { what }: WordsOfTask): Report | undefined =>
  asking.asker.reports.find((one) => isNamedIn(what, one));
