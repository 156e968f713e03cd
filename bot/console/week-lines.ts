/**
 * What needs somebody this week, in the order of how much it matters: people who wait first, then
 * answers that got worse, then what nobody could be told, then what is only late to be looked at.
 * Each line leads to where it is mended; what changes nothing that anybody does is left out.
 */
import { longDay, today } from '../calendar/days';
import type { Rated } from '../feedback/got-worse';
import { policyHealthAddress } from './clause-address';
import type { ConsoleTools, Reader } from './console-parts';
import type { OpenRequests } from './open-requests';
import { PARKED } from './parked-page';
import type { QuestionGroup } from './question-groups';
import type { RisingTopic } from './rising-topics';
import type { Change, WorsePolicy } from './worse-ratings';

export interface Line {
  readonly text: string;
  /** What helps to understand it. */
  readonly notes: readonly string[];
  /** Undefined where the reader may know of it and not open it. */
  readonly href: string | undefined;
}

/** Fewer ask the same thing by chance. */
const FEWEST_ALIKE = 3;
const MOST_GROUPS = 5;

export interface Waiting {
  readonly parked: { readonly total: number; readonly answers: number };
  /** Staff who have asked for a person. */
  readonly asked: number;
  readonly toReview: number;
  /** Staff who asked for a reply to what they said of an answer. */
  readonly promised: number;
  /** Changed wording of colleagues that this reader may approve. */
  readonly toApprove: number;
  readonly requests: OpenRequests | { readonly kind: 'unreachable' };
}

/** Somebody waits, or what they sent does. */
export function waitingLines(
  { may }: Reader,
  { parked, asked, promised, toReview, toApprove, requests }: Waiting,
): readonly Line[] {
  const { late, received, lateServices } =
    requests.kind === 'counted' ? requests : { late: 0, received: 0, lateServices: [] };
  const queue = (filter: string) =>
    may.requests.length > 0 ? `/console/requests?${filter}` : undefined;
  return [
    ...counted(
      parked.total - parked.answers,
      ['request has not reached the desk', 'requests have not reached the desk'],
      PARKED,
    ),
    ...counted(
      parked.answers,
      [
        'answer of a requester has not reached the desk',
        'answers of requesters have not reached the desk',
      ],
      PARKED,
    ),
    ...counted(
      asked,
      ['person waits for your reply in the chat', 'people wait for your reply in the chat'],
      '/console/conversations',
    ),
    ...counted(
      promised,
      [
        'person waits for the reply they asked for to their feedback',
        'people wait for the reply they asked for to their feedback',
      ],
      '/console/reviews?reply=asked',
    ),
    ...counted(
      late,
      ['request is late', 'requests are late'],
      queue('clock=late'),
      late < FEWEST_ALIKE
        ? []
        : lateServices.slice(0, 2).map(({ title, late: own }) => `${own} of them: ${title}`),
    ),
    ...counted(
      may.requests.length > 0 ? received : 0,
      ['new request waits at the desk', 'new requests wait at the desk'],
      queue('status=received'),
    ),
    ...counted(
      toApprove,
      ['changed rule waits for your approval', 'changed rules wait for your approval'],
      '/console/knowledge#waiting',
    ),
    ...counted(
      toReview,
      [
        'conversation with a poor rating waits for a review',
        'conversations with a poor rating wait for a review',
      ],
      may.transcripts.length > 0 ? '/console/transcripts?review=waiting' : undefined,
    ),
  ];
}

const counted = (
  times: number,
  [one, many]: readonly [string, string],
  href: string | undefined,
  notes: readonly string[] = [],
): readonly Line[] =>
  times > 0 ? [{ text: `${times} ${times === 1 ? one : many}`, notes, href }] : [];

/** Answers that got worse, those most people were unhappy with first. */
export const worseLines = (
  { policies }: Pick<ConsoleTools, 'policies'>,
  { may, organisations }: Reader,
  worse: readonly WorsePolicy[],
): readonly Line[] =>
  worse
    .toSorted((one, other) => other.after.poor - one.after.poor)
    .map(({ policy, organisation, since, before, after, changes }) => ({
      text: `${titleOf(policies, policy)}, ${organisations.get(organisation) ?? organisation}: rated worse since ${longDay(since)}`,
      notes: [
        `Poor ratings: ${inWords(after)} since then, ${inWords(before)} in the weeks before.`,
        ...changes.map(changeInWords),
      ],
      href: may.knowledge.length > 0 ? policyHealthAddress(policy) : undefined,
    }));

const inWords = ({ poor, rated }: Rated): string => `${poor} of ${rated}`;

export const changeInWords = ({ on, did, after }: Change): string => {
  const what =
    did === 'worded' ? 'Its own wording was changed' : 'A clause of it was taken out of answers';
  const then =
    after.rated === 0 ? 'no ratings yet of the days after it' : `${inWords(after)} poor since`;
  return `${what} on ${longDay(on)}: ${then}.`;
};

/** What nobody could be told, and what more people ask about. */
export function askedLines(
  { policies }: Pick<ConsoleTools, 'policies'>,
  { may }: Reader,
  groups: readonly QuestionGroup[],
  rising: readonly RisingTopic[],
): readonly Line[] {
  const mayOpen = may.knowledge.length > 0;
  return [
    ...groups
      .filter(({ count }) => count >= FEWEST_ALIKE)
      .slice(0, MOST_GROUPS)
      .map(({ anchor, count, thisWeek, samples, nearest }) => ({
        text: `${count} questions like ${samples[0] === undefined ? `these, nearest to ${nearest ?? 'no policy'},` : `“${samples[0].said}”`} had no answer`,
        notes: [`${thisWeek === 0 ? 'None' : thisWeek} of them this week.`],
        href: `/console/knowledge#${anchor}`,
      })),
    ...rising.map(({ policy, now, usual }) => ({
      text: `${titleOf(policies, policy)} is asked about more: ${now} times this week`,
      notes: [`Usually ${usual} a week.`],
      href: mayOpen ? policyHealthAddress(policy) : undefined,
    })),
  ];
}

/** @param own reviews of organisations' own rules that are due */
export function reviewLines(
  { policies }: Pick<ConsoleTools, 'policies'>,
  own: readonly { readonly review: string }[],
  now: Date,
): readonly Line[] {
  const day = today(now);
  const national = policies.policies.filter(({ meta }) => meta.review < day).length;
  const late = own.filter(({ review }) => review < day).length;
  return [
    ...counted(
      national,
      ['policy is past its review date', 'policies are past their review date'],
      '/console/knowledge#policies',
    ),
    ...counted(
      late,
      ['own rule is past its review date', 'own rules are past their review date'],
      '/console/knowledge#own-rules',
    ),
  ];
}

const titleOf = (set: ConsoleTools['policies'], policy: string): string =>
  set.policy(policy)?.meta.title ?? policy;
