/**
 * An Interaction is one question-to-outcome, or one request from start to confirmation,
 * cancellation or abandonment: the unit that feedback is asked about.
 *
 * Silence is never counted as solved: an interaction without a rating is unknown.
 */
import { z } from 'zod';
import { OutcomeName } from '../conversation/reply';

export const Interaction = z.object({
  id: z.string(),
  person: z.string(),
  organisation: z.string().nullable(),
  conversation: z.string(),
  kind: z.enum(['question', 'request']),
  /** The service asked for, or null for a question. */
  service: z.string().nullable(),
  outcome: OutcomeName,
  openedAt: z.iso.datetime(),
  /** Null while a request is still being talked about. */
  endedAt: z.iso.datetime().nullable(),
  /** Each clause that was cited and the version of its policy at that moment. */
  clauses: z.array(z.object({ clause: z.string(), version: z.string().nullable() })),
});
export type Interaction = z.infer<typeof Interaction>;

export const RATINGS = ['yes', 'partly', 'no'] as const;
export const REASONS = [
  'wrong',
  'incomplete',
  'out-of-date',
  'hard-to-understand',
  'not-my-situation',
  'too-slow',
  'wanted-a-person',
] as const;

/** One press, reason or comment. Each is kept; the newest of each kind counts. */
export const Rating = z.object({
  interaction: z.string(),
  person: z.string(),
  at: z.iso.datetime(),
  rating: z.enum(RATINGS).nullable(),
  reason: z.enum(REASONS).nullable(),
  comment: z.string().max(2000).nullable(),
});
export type Rating = z.infer<typeof Rating>;

/** One press of 1 to 5, or the words beside it, once a request is done. Each is kept; the newest of each kind counts. */
export const Satisfaction = z.object({
  interaction: z.string(),
  person: z.string(),
  at: z.iso.datetime(),
  score: z.int().min(1).max(5).nullable(),
  comment: z.string().max(2000).nullable(),
});
export type Satisfaction = z.infer<typeof Satisfaction>;
