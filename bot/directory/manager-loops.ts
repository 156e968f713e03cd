/** Finds people who would, through their managers, be their own managers. */
import { DirectoryError } from './directory-error';
import type { Placed } from './read-table';
import type { PostRow } from './rows';

type Managers = ReadonlyMap<string, readonly string[]>;

/**
 * Follows substantive posts. A bank post may well be managed by somebody further down; only
 * managing oneself in it is wrong.
 */
export function managerLoops(file: string, posts: readonly Placed<PostRow>[]): DirectoryError[] {
  const followed = posts.filter(
    ({ row }) => row.kind === 'substantive' || row.manager === row.person,
  );
  const managers = new Map<string, string[]>();
  for (const { row } of followed) {
    if (row.manager === undefined) continue;
    managers.set(row.person, [...(managers.get(row.person) ?? []), row.manager]);
  }
  const settled = new Set<string>();
  return followed.flatMap(({ line, row }) => {
    const loop = loopFrom(row.person, [], managers, settled);
    if (loop === undefined) return [];
    const problem = `The managers go round in a loop: ${loop.join(' → ')}.`;
    return [new DirectoryError(file, line, problem, 'Correct one of these managers.')];
  });
}

/**
 * Each person is looked at once over all calls, so each loop is told once.
 * @returns the way round, first name again at the end, if one is reached from here
 */
function loopFrom(
  person: string,
  way: readonly string[],
  managers: Managers,
  settled: Set<string>,
): string[] | undefined {
  const met = way.indexOf(person);
  if (met >= 0) return [...way.slice(met), person];
  if (settled.has(person)) return undefined;
  settled.add(person);
  for (const manager of managers.get(person) ?? []) {
    const loop = loopFrom(manager, [...way, person], managers, settled);
    if (loop !== undefined) return loop;
  }
  return undefined;
}
