/** How the list of transcripts is narrowed. Days are London's; what nobody offers in the form is passed over. */
import { z } from 'zod';
import { OUTCOMES, OutcomeName } from '../conversation/reply';
import type { Person } from '../directory/directory';
import { RATINGS, REASONS } from '../feedback/interaction';
import { VERDICTS } from '../feedback/verdict';
import { outcomeWords, wording } from '../wording';
import { findService, services } from '../../dialogs';
import { daysAsked, fieldsOf } from './days-asked';
import { inWords, offered, type Offer } from './offered';
import type { policyChoices } from './policy-choices';
import type { TranscriptFilter } from './reading';
import { VERDICT_TAGS } from './show-review';

const Query = z.object({
  outcome: OutcomeName.optional().catch(undefined),
  rating: z.enum(RATINGS).optional().catch(undefined),
  review: z.literal('waiting').optional().catch(undefined),
  policy: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,99}$/)
    .optional()
    .catch(undefined),
  service: z
    .string()
    .refine((id) => findService(id) !== undefined)
    .optional()
    .catch(undefined),
  reason: z.enum(REASONS).optional().catch(undefined),
  verdict: z.enum(VERDICTS).optional().catch(undefined),
  reviewer: z.string().min(1).max(100).optional().catch(undefined),
});

type Narrowed = Omit<TranscriptFilter, 'limit' | 'offset'>;

export function transcriptFilter(query: URLSearchParams): Narrowed {
  const { review, ...same } = Query.parse(Object.fromEntries(query));
  const given = Object.entries({
    ...same,
    isToReview: review === undefined ? undefined : true,
    ...daysAsked(query).narrowed,
  }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

/** What the form offers, and shows as chosen. */
export function transcriptChoices(
  query: URLSearchParams,
  policies: ReturnType<typeof policyChoices>,
  reviewers: readonly Pick<Person, 'id' | 'name'>[],
) {
  const offer = (name: string, any: string, choices: readonly Offer[]) =>
    offered(query.get(name), any, choices);
  return {
    outcomes: offer('outcome', 'Any outcome', inWords(OUTCOMES, outcomeWords)),
    ratings: offer('rating', 'Any rating', inWords(RATINGS, wording.feedback)),
    reviews: offer('review', 'Any', [['waiting', 'Poor rating, not reviewed yet']]),
    policies: offer(
      'policy',
      'Any policy',
      policies.map(({ value, text }) => [value, text]),
    ),
    services: offer('service', 'Any service', SERVICES),
    reasons: offer('reason', 'Any reason', inWords(REASONS, wording.feedback.reasons)),
    verdicts: offer(
      'verdict',
      'Any verdict',
      VERDICTS.map((value) => [value, VERDICT_TAGS[value].text]),
    ),
    reviewers: offer(
      'reviewer',
      'Anybody',
      reviewers.map(({ id, name }) => [id, name]),
    ),
    ...fieldsOf(daysAsked(query)),
    isNarrow: ['service', 'reason', 'verdict', 'reviewer', 'from', 'to'].some((name) =>
      Boolean(query.get(name)),
    ),
  };
}

const SERVICES: readonly Offer[] = services
  .map(({ id, title }) => [id, title] as const)
  .toSorted(([, a], [, b]) => a.localeCompare(b, 'en-GB'));
