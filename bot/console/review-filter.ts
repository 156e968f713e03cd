/** How the review queue is narrowed. Days are London's; what nobody offers in the form is passed over. */
import { z } from 'zod';
import { OUTCOMES, OutcomeName } from '../conversation/reply';
import type { Person } from '../directory/directory';
import { RATINGS, REASONS } from '../feedback/interaction';
import { REVIEW_STATES, ReviewState } from '../feedback/review-item';
import { VERDICTS } from '../feedback/verdict';
import { outcomeWords, wording } from '../wording';
import { daysAsked, fieldsOf } from './days-asked';
import { inWords, offered, type Offer } from './offered';
import type { policyChoices } from './policy-choices';
import type { QueueFilter } from './reviews';
import { stateTag, VERDICT_TAGS } from './show-review';

const NONE = 'none';
const Query = z.object({
  state: z
    .union([ReviewState, z.literal('any')])
    .optional()
    .catch(undefined),
  policy: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,99}$/)
    .optional()
    .catch(undefined),
  outcome: OutcomeName.optional().catch(undefined),
  rating: z
    .enum([...RATINGS, NONE])
    .optional()
    .catch(undefined),
  reason: z.enum(REASONS).optional().catch(undefined),
  verdict: z
    .enum([...VERDICTS, NONE])
    .optional()
    .catch(undefined),
  reviewer: z.string().min(1).max(100).optional().catch(undefined),
  reply: z.literal('asked').optional().catch(undefined),
});

export function reviewFilter(query: URLSearchParams): QueueFilter {
  const { reviewer, reply, ...same } = Query.parse(Object.fromEntries(query));
  const given = Object.entries({
    ...same,
    reviewer: reviewer === NONE ? null : reviewer,
    wantsReply: reply === undefined ? undefined : true,
    ...daysAsked(query).narrowed,
  }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

/** What the form offers, and shows as chosen. */
export function reviewChoices(
  query: URLSearchParams,
  policies: ReturnType<typeof policyChoices>,
  reviewers: readonly Pick<Person, 'id' | 'name'>[],
) {
  const offer = (name: string, any: string, choices: readonly Offer[]) =>
    offered(query.get(name), any, choices);
  return {
    states: offer('state', 'Still open', [
      ...REVIEW_STATES.map((state) => [state, stateTag(state).text] as const),
      ['any', 'All'],
    ]),
    policies: offer(
      'policy',
      'Any policy',
      policies.map(({ value, text }) => [value, text] as const),
    ),
    outcomes: offer('outcome', 'Any outcome', inWords(OUTCOMES, outcomeWords)),
    ratings: offer('rating', 'Any rating', [
      ...inWords(RATINGS, wording.feedback),
      [NONE, 'Not rated'],
    ]),
    reasons: offer('reason', 'Any reason', inWords(REASONS, wording.feedback.reasons)),
    verdicts: offer('verdict', 'Any verdict', [
      ...VERDICTS.map((value) => [value, VERDICT_TAGS[value].text] as const),
      [NONE, 'No verdict yet'],
    ]),
    reviewers: offer('reviewer', 'Anybody', [
      [NONE, 'Nobody yet'],
      ...reviewers.map(({ id, name }) => [id, name] as const),
    ]),
    replies: offer('reply', 'Any', [['asked', 'Asked for a reply']]),
    ...fieldsOf(daysAsked(query)),
    isNarrow: ['outcome', 'reason', 'verdict', 'reviewer', 'from', 'to'].some((name) =>
      Boolean(query.get(name)),
    ),
  };
}
