/** How the review queue is narrowed. Days are London's; what nobody offers in the form is passed over. */
import { z } from 'zod';
import { addDays, startOfDay } from '../calendar/days';
import { OUTCOMES, OutcomeName } from '../conversation/reply';
import type { Person } from '../directory/directory';
import { RATINGS, REASONS } from '../feedback/interaction';
import { REVIEW_STATES, ReviewState } from '../feedback/review-item';
import { VERDICTS } from '../feedback/verdict';
import { outcomeWords, wording } from '../wording';
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
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
});

export function reviewFilter(query: URLSearchParams): QueueFilter {
  const { reviewer, reply, from, to, ...same } = Query.parse(Object.fromEntries(query));
  const given = Object.entries({
    ...same,
    reviewer: reviewer === NONE ? null : reviewer,
    wantsReply: reply === undefined ? undefined : true,
    from: from && startOfDay(from),
    before: to && startOfDay(addDays(to, 1)),
  }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

/** What the form offers, and shows as chosen. */
export function reviewChoices(
  query: URLSearchParams,
  policies: ReturnType<typeof policyChoices>,
  reviewers: readonly Pick<Person, 'id' | 'name'>[],
) {
  const offered = (
    name: string,
    any: string,
    choices: readonly (readonly [value: string, text: string])[],
  ) => [
    { value: '', text: any },
    ...choices.map(([value, text]) => ({ value, text, selected: value === query.get(name) })),
  ];
  const words = <Value extends string>(
    values: readonly Value[],
    texts: Readonly<Record<Value, string>>,
  ) => values.map((value) => [value, texts[value]] as const);
  const day = (name: string) => z.iso.date().safeParse(query.get(name)).data ?? '';
  return {
    states: offered('state', 'Still open', [
      ...REVIEW_STATES.map((state) => [state, stateTag(state).text] as const),
      ['any', 'All'],
    ]),
    policies: offered(
      'policy',
      'Any policy',
      policies.map(({ value, text }) => [value, text] as const),
    ),
    outcomes: offered('outcome', 'Any outcome', words(OUTCOMES, outcomeWords)),
    ratings: offered('rating', 'Any rating', [
      ...words(RATINGS, wording.feedback),
      [NONE, 'Not rated'],
    ]),
    reasons: offered('reason', 'Any reason', words(REASONS, wording.feedback.reasons)),
    verdicts: offered('verdict', 'Any verdict', [
      ...VERDICTS.map((value) => [value, VERDICT_TAGS[value].text] as const),
      [NONE, 'No verdict yet'],
    ]),
    reviewers: offered('reviewer', 'Anybody', [
      [NONE, 'Nobody yet'],
      ...reviewers.map(({ id, name }) => [id, name] as const),
    ]),
    replies: offered('reply', 'Any', [['asked', 'Asked for a reply']]),
    from: day('from'),
    to: day('to'),
    isNarrow: ['outcome', 'reason', 'verdict', 'reviewer', 'from', 'to'].some((name) =>
      Boolean(query.get(name)),
    ),
  };
}
