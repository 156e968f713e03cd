/**
 * What the build learns from the policies' own ways of asking: which words belong to which
 * policy, and which lines ask the same in other words. Nothing else is learned from.
 */
import { linesOf } from '../sources/lines';
import type { Passage } from '../sources/source';
import elsewhere from './elsewhere.json';
import { BUCKETS, featuresOf } from './features';
import { learnSubjects } from './learn-subjects';
import { DIMENSIONS, learnVectors } from './learn-vectors';
import { addRow, shrink, type SmallTable } from './small-table';

/** Subjects and passages that are for other desks have this before their names. */
const ELSEWHERE = 'elsewhere.';

export const isElsewhere = (name: string): boolean => name.startsWith(ELSEWHERE);

export interface SenseTables {
  /** Ids of the policies, then the other desks. */
  readonly subjects: readonly string[];
  /** By feature; the last row is what each subject has to begin with. */
  readonly weights: SmallTable;
  readonly vectors: SmallTable;
  /** Passages in order, each with the number of its lines. */
  readonly passages: readonly { readonly id: string; readonly lines: number }[];
  /** A vector of length 1 for each line, passage by passage. */
  readonly lines: SmallTable;
}

interface Group {
  readonly id: string;
  readonly subject: string;
  readonly lines: readonly Int32Array[];
}

export function learnSense(passages: readonly Passage[]): SenseTables {
  const groups = withoutStrays([...passages.map(groupOf), ...elsewhereGroups()]);
  const subjects = [...new Set(groups.map(({ subject }) => subject))];
  const weights = learnSubjects(
    groups.flatMap(({ subject, lines }) =>
      lines.map((features) => ({ features, subject: subjects.indexOf(subject) })),
    ),
    subjects.length,
  );
  const vectors = shrink(learnVectors(groups), DIMENSIONS);
  return {
    subjects,
    weights: shrink(weights, subjects.length),
    vectors,
    passages: groups.map(({ id, lines }) => ({ id, lines: lines.length })),
    lines: lineVectors(groups, vectors),
  };
}

const groupOf = (passage: Passage): Group => ({
  id: passage.id,
  subject: passage.policy,
  lines: linesOf(passage).map(({ text }) => featuresOf(text)),
});

/** Each desk is a subject: as one subject, they would be so likely that policies lose to them. */
const elsewhereGroups = (): Group[] =>
  Object.entries(elsewhere.desks).flatMap(([desk, groups]) =>
    Object.entries<readonly string[]>(groups).map(([name, asks]) => ({
      id: `${ELSEWHERE}${name}`,
      subject: `${ELSEWHERE}${desk}`,
      lines: asks.map((ask) => featuresOf(ask)),
    })),
  );

/** A feature of one line alone would be learned by heart, and teaches nothing about others. */
function withoutStrays(groups: readonly Group[]): Group[] {
  const counts = new Int32Array(BUCKETS);
  for (const features of groups.flatMap(({ lines }) => lines))
    for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  return groups.map((group) => ({
    ...group,
    lines: group.lines.map((features) => features.filter((one) => (counts[one] ?? 0) > 1)),
  }));
}

function lineVectors(groups: readonly Group[], vectors: SmallTable): SmallTable {
  const lines = groups.flatMap((group) => group.lines);
  const table = new Float32Array(lines.length * DIMENSIONS);
  for (const [row, features] of lines.entries())
    table.set(vectorOf(features, vectors), row * DIMENSIONS);
  return shrink(table, DIMENSIONS);
}

/** The direction in which a text lies: of length 1, or nothing where no word of it is known. */
export function vectorOf(features: Int32Array, vectors: SmallTable): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  for (const feature of features) addRow(vectors, feature, 1, sum);
  const length = Math.hypot(...sum);
  return length === 0 ? sum : sum.map((value) => value / length);
}
