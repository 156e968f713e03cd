/**
 * Who may see what in the console, and of which organisations.
 *
 * People services are run once for the whole system, so those who work the requests (and those
 * who look after it all) see every organisation of their system. What staff asked and said stays
 * with their own employer: a second post, such as one with another trust's bank, opens nothing.
 */
import type { Organisation, Person } from '../directory/directory';
import { mayAnswerStaff } from '../directory/people-team';

/** Organisations by id; an empty list is a no. */
export interface May {
  /** What was published of each month, from which nothing about a few people can be worked out. */
  readonly measures: readonly string[];
  /** How questions ended and how they were rated, as numbers. */
  readonly counts: readonly string[];
  readonly transcripts: readonly string[];
  /** How the policies answer: what is not covered, what is rated poorly. */
  readonly knowledge: readonly string[];
  /** Taking a clause out of answers, and putting it back. */
  readonly withhold: readonly string[];
  /** Changing organisations' own wording, and approving what a colleague changed. */
  readonly wording: readonly string[];
  readonly requests: readonly string[];
  /** What staff ask people services in the chat or by phone, with their names. */
  readonly handovers: readonly string[];
  /** Work on what policies say: regression questions and content tasks. */
  readonly content: readonly string[];
  readonly audit: readonly string[];
}

export function whoMay(
  { organisation, roles }: Pick<Person, 'organisation' | 'roles'>,
  organisations: readonly Organisation[],
): May {
  const own = organisations.filter(({ id }) => id === organisation);
  const system = organisations.filter((each) => own.some((one) => one.system === each.system));
  const idsOf = (all: readonly Organisation[]) => all.map(({ id }) => id);

  const handovers = mayAnswerStaff({ roles }) ? idsOf(own) : [];

  if (roles.includes('administrator')) {
    const all = idsOf(system);
    return {
      measures: all,
      counts: all,
      transcripts: all,
      knowledge: all,
      withhold: all,
      wording: all,
      requests: all,
      handovers,
      content: all,
      audit: all,
    };
  }
  const isReviewer = roles.includes('reviewer');
  const isOwner = roles.includes('policy-owner');
  const counts = isReviewer || isOwner;
  return {
    measures: counts || roles.includes('analyst') ? idsOf(own) : [],
    counts: counts ? idsOf(own) : [],
    transcripts: isReviewer ? idsOf(own) : [],
    knowledge: isReviewer || isOwner ? idsOf(own) : [],
    withhold: isOwner ? idsOf(own) : [],
    wording: isOwner ? idsOf(own) : [],
    requests: roles.includes('desk-agent') ? idsOf(system) : [],
    handovers,
    content: isReviewer || isOwner ? idsOf(own) : [],
    audit: [],
  };
}

/** An analyst: what happened this week would tell of a few people, and is for those who act on it. */
export const seesOnlyMeasures = (may: May): boolean =>
  Object.entries<readonly string[]>({ ...may }).every(
    ([what, organisations]) => what === 'measures' || organisations.length === 0,
  );
