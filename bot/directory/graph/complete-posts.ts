/** Posts of the staff record, with what Microsoft Graph knows put into their empty cells. */
import type { Post } from '../directory';
import { loopsOf } from '../manager-loops';
import { filled, hiredOn } from './account';
import { accountKey, type Matched } from './match-accounts';
import type { RecordPostRow } from './record-rows';

export type HeldPost = Post & { readonly person: string };

export interface Surveyed {
  /** Whose account it is, by `accountKey`. */
  readonly holders: ReadonlyMap<string, string>;
  readonly tenantOf: (organisation: string) => string | undefined;
}

/**
 * Graph knows one job of a person: it fills the first post alone, and that by the account of its
 * employer.
 *
 * @param posts of one person, substantive ones first
 * @returns those that lack nothing
 */
export function completePosts(
  posts: readonly RecordPostRow[],
  accounts: readonly Matched[],
  { holders, tenantOf }: Surveyed,
): readonly HeldPost[] {
  return posts.flatMap((post, index) => {
    const known = accounts.find(({ tenant }) => tenant === tenantOf(post.organisation));
    const account = index === 0 ? known?.account : undefined;
    const title = post.title ?? filled(account?.jobTitle);
    const place = post.place ?? filled(account?.department) ?? filled(account?.officeLocation);
    const start = post.start ?? (account && hiredOn(account));
    if (title === undefined || place === undefined || start === undefined) return [];
    return [{ ...post, title, place, start, manager: post.manager ?? managerInGraph() }];

    function managerInGraph(): string | undefined {
      if (known === undefined || account?.managerId === undefined) return undefined;
      const key = accountKey(known.tenant, account.managerId);
      return holders.get(key) ?? key; // of nobody: it is counted as unknown
    }
  });
}

export interface Managed {
  readonly posts: readonly HeldPost[];
  readonly unknown: number;
  readonly inLoops: number;
}

/** Who decides is never guessed: a manager who is not here, or in a loop, is none. */
export function withManagers(posts: readonly HeldPost[], isHere: (id: string) => boolean): Managed {
  const known = posts.map((post) =>
    post.manager === undefined || isHere(post.manager) ? post : { ...post, manager: undefined },
  );
  const straight = withoutLoops(known);
  return {
    posts: straight,
    unknown: managersIn(posts) - managersIn(known),
    inLoops: managersIn(known) - managersIn(straight),
  };
}

const managersIn = (posts: readonly HeldPost[]): number =>
  posts.filter(({ manager }) => manager !== undefined).length;

/** Two loops may share a person, and are found one after the other. */
function withoutLoops(posts: readonly HeldPost[]): readonly HeldPost[] {
  const steps = new Set(
    loopsOf(posts).flatMap(({ loop }) =>
      loop.slice(1).map((manager, index) => `${loop[index] ?? ''} ${manager}`),
    ),
  );
  if (steps.size === 0) return posts;
  return withoutLoops(
    posts.map((post) => {
      const isFollowed = post.kind === 'substantive' || post.manager === post.person;
      const isInLoop = isFollowed && steps.has(`${post.person} ${post.manager ?? ''}`);
      return isInLoop ? { ...post, manager: undefined } : post;
    }),
  );
}
