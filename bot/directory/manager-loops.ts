/** Finds people who would, through their managers, be their own managers. */
import { DirectoryError } from './directory-error';
import type { Placed } from './read-table';
import type { PostRow } from './rows';

type Managers = ReadonlyMap<string, readonly string[]>;

/** As much of a post as a line of managers is made of. */
type Link = Pick<PostRow, 'person' | 'kind' | 'manager'>;

export function managerLoops(file: string, posts: readonly Placed<PostRow>[]): DirectoryError[] {
  const lines = new Map(posts.map(({ line, row }) => [row, line]));
  return loopsOf(posts.map(({ row }) => row)).map(({ post, loop }) => {
    const problem = `The managers go round in a loop: ${loop.join(' → ')}.`;
    const remedy = 'Correct one of these managers.';
    return new DirectoryError(file, lines.get(post) ?? 1, problem, remedy);
  });
}

/**
 * Follows substantive posts. A bank post may well be managed by somebody further down; only
 * managing oneself in it is wrong.
 *
 * @returns each loop once, first name again at the end, with the post that led into it
 */
export function loopsOf<Post extends Link>(
  posts: readonly Post[],
): { readonly post: Post; readonly loop: readonly string[] }[] {
  const followed = posts.filter(
    (post) => post.kind === 'substantive' || post.manager === post.person,
  );
  const managers = new Map<string, string[]>();
  for (const { person, manager } of followed) {
    if (manager === undefined) continue;
    managers.set(person, [...(managers.get(person) ?? []), manager]);
  }
  const settled = new Set<string>();
  return followed.flatMap((post) => {
    const loop = loopFrom(post.person, [], managers, settled);
    return loop === undefined ? [] : [{ post, loop }];
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
