/** What was learnt, as it lies in `learnt.json`: a weight for each feature and each thing that may be meant. */

import type { GroupOf } from './features';

/** What is meant where no service is asked for. */
export const NONE = 'none';

export interface Learnt {
  /** Ids of services, and `NONE`; the columns of `weights`. */
  readonly meanings: readonly string[];
  /** The rows of `weights`, one a line, and a last one that every message has. */
  readonly features: string;
  /** Words that are used alike, a group a line. */
  readonly alike: string;
  /** What a whole number in `weights` is worth. */
  readonly step: number;
  /** A byte for each feature and meaning, row by row, in base64. */
  readonly weights: string;
}

/** @param alike groups of words, one a line */
export function groupsIn(alike: string): GroupOf {
  return new Map(
    alike
      .split('\n')
      .flatMap((words, group) => words.split(' ').map((word) => [word, group] as const)),
  );
}

/** Rounds weights to bytes. @param rows by feature, a weight a meaning; the last row is every message's */
export function packed(
  meanings: readonly string[],
  features: readonly string[],
  rows: readonly Float64Array[],
  alike: string,
): Learnt {
  const most = rows.reduce(
    (all, row) => row.reduce((so, weight) => Math.max(so, Math.abs(weight)), all),
    0,
  );
  const step = most / 127;
  const bytes = Int8Array.from(
    rows.flatMap((row) => [...row].map((weight) => weight / step)).map(Math.round),
  );
  return {
    meanings,
    features: features.join('\n'),
    alike,
    step,
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}
