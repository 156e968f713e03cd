/**
 * A ReviewItem is one interaction that a reviewer should look at, and how far they are with it.
 *
 * It stands in the queue because somebody was not content with it, asked for a reply, or because
 * it is of the fair sample. How much it matters is a number, so that a long queue is read in
 * order by an index.
 */
import { z } from 'zod';
import type { REASONS, RATINGS } from './interaction';

export const REVIEW_STATES = ['new', 'taken', 'done', 'passed-over'] as const;
export const ReviewState = z.enum(REVIEW_STATES);
export type ReviewState = z.infer<typeof ReviewState>;

/** What somebody who asked for a reply waits for. */
export type ReplyState = 'asked' | 'answered';

export interface WhatMatters {
  readonly rating: (typeof RATINGS)[number] | null;
  readonly reason: (typeof REASONS)[number] | null;
  readonly reply: ReplyState | null;
  readonly isSampled: boolean;
}

/** A reply that was promised comes first, then what may tell others something wrong. */
const WEIGHTS = { reply: 60, mislead: 50, no: 40, partlyMislead: 30, partly: 20, sample: 10 };
const MISLEADS: ReadonlySet<string | null> = new Set(['wrong', 'out-of-date']);

export const SAMPLE_WEIGHT = WEIGHTS.sample;

/** @returns 0 for what need not be looked at */
export function weightOf({ rating, reason, reply, isSampled }: WhatMatters): number {
  if (reply === 'asked') return WEIGHTS.reply;
  const misleads = MISLEADS.has(reason);
  if (rating === 'no') return misleads ? WEIGHTS.mislead : WEIGHTS.no;
  if (rating === 'partly') return misleads ? WEIGHTS.partlyMislead : WEIGHTS.partly;
  return rating === null && isSampled ? WEIGHTS.sample : 0;
}
