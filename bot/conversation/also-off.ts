/** Who else of a team has asked for the days of a request, for who decides. */
import type { Dialogs, Request } from '../../dialogs';
import type { Directory, PersonId } from '../directory/directory';
import { wording } from '../wording';
import { spanInWords } from './span-in-words';
import type { Task, Tasks } from './tasks';

interface Looking {
  readonly directory: Pick<Directory, 'person' | 'reportsOf'>;
  readonly dialogs: Pick<Dialogs, 'service'>;
  readonly tasks: Pick<Tasks, 'standingOf'>;
}

interface Days {
  readonly first: string;
  readonly last: string;
}

const MOST_SHOWN = 5;
/** Leave that was asked for longer ago than this is over. */
const LONGEST_AHEAD_MS = 550 * 24 * 60 * 60 * 1000;

/** What the team has sent here and nobody declined; of what is private nothing. Empty for none. */
export async function alsoOff(looking: Looking, request: Request): Promise<readonly string[]> {
  const days = daysOf(looking, request);
  if (days === undefined) return [];
  const team = await teamOf(looking.directory, request);
  const since = new Date(new Date(request.confirmedAt).getTime() - LONGEST_AHEAD_MS);
  const standing = await looking.tasks.standingOf([...team.keys()], since);
  const off = standing.flatMap((task) => {
    const theirs = daysOf(looking, task.request);
    const isOff = theirs !== undefined && theirs.first <= days.last && days.first <= theirs.last;
    return isOff ? [lineOf(task, theirs, team.get(task.request.requestedBy) ?? '')] : [];
  });
  if (off.length === 0) return [];
  const { task } = wording.approvals;
  const more = off.length - MOST_SHOWN;
  const lines = [...off.slice(0, MOST_SHOWN), ...(more > 0 ? [task.moreOff(more)] : [])];
  return [task.alsoOff, lines.join('\n'), task.rosterToo];
}

/** From the first to the last day that they are away; undefined for everything else. */
function daysOf({ dialogs }: Pick<Looking, 'dialogs'>, request: Request): Days | undefined {
  const { firstDay: first, lastDay: last } = request.fields;
  const isPrivate = dialogs.service(request.service)?.isPrivate !== false;
  return isPrivate || typeof first !== 'string' || typeof last !== 'string'
    ? undefined
    : { first, last };
}

/** Names of those who have the same manager in a post of theirs. */
async function teamOf(
  directory: Looking['directory'],
  { requestedBy, post }: Request,
): Promise<ReadonlyMap<PersonId, string>> {
  const person = await directory.person(requestedBy);
  const held = person?.posts.find(({ id }) => id === post) ?? person?.posts[0];
  if (held?.manager === undefined) return new Map();
  const reports = await directory.reportsOf(held.manager);
  return new Map(
    reports.flatMap(({ id, name }) => (id === requestedBy ? [] : [[id, name] as const])),
  );
}

function lineOf({ state }: Task, { first, last }: Days, name: string): string {
  return wording.approvals.task.offLine(name, spanInWords(first, last), state === 'approved');
}
