/**
 * What the build learns from the policies' own ways of asking: which words belong to which
 * policy, and which lines ask the same in other words; and from stories (stories.json, teller.ts).
 */
import { linesOf } from '../sources/lines';
import type { Passage } from '../sources/source';
import elsewhere from './elsewhere.json';
import { BUCKETS, featuresOf } from './features';
import { learnSubjects } from './learn-subjects';
import { DIMENSIONS, learnVectors } from './learn-vectors';
import { addRow, shrink, type SmallTable } from './small-table';
import { createTeller, type Teller } from './teller';

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
  /** Learned from too, and not kept: its lines as they would stand in a long message. */
  readonly told: readonly Int32Array[];
}

export function learnSense(passages: readonly Passage[]): SenseTables {
  const teller = createTeller();
  const groups = withoutStrays([
    ...passages.map((passage) => groupOf(passage, teller)),
    ...elsewhereGroups(teller),
  ]);
  const subjects = [...new Set(groups.map(({ subject }) => subject))];
  const weights = learnSubjects(
    groups.flatMap(({ subject, lines, told }) =>
      [...lines, ...told].map((features) => ({ features, subject: subjects.indexOf(subject) })),
    ),
    subjects.length,
  );
  const kin = groups.map(({ subject, lines, told }) => ({ subject, lines: [...lines, ...told] }));
  const vectors = shrink(learnVectors(kin), DIMENSIONS);
  return {
    subjects,
    weights: shrink(weights, subjects.length),
    vectors,
    passages: groups.map(({ id, lines }) => ({ id, lines: lines.length })),
    lines: lineVectors(groups, vectors),
  };
}

function groupOf(passage: Passage, teller: Teller): Group {
  const stories = teller.storiesOf(passage.id);
  return {
    id: passage.id,
    subject: passage.policy,
    lines: linesOf(passage).map(({ text }) => featuresOf(text)),
    told: [...stories, ...teller.tell(passage.asks, stories)].map((story) => featuresOf(story)),
  };
}

/** Each desk is a subject: as one subject, they would be so likely that policies lose to them. */
const elsewhereGroups = (teller: Teller): Group[] =>
  Object.entries(elsewhere.desks).flatMap(([desk, groups]) =>
    Object.entries<readonly string[]>(groups).map(([name, asks]) => ({
      id: `${ELSEWHERE}${name}`,
      subject: `${ELSEWHERE}${desk}`,
      lines: asks.map((ask) => featuresOf(ask)),
      told: teller.tell(asks, []).map((story) => featuresOf(story)),
    })),
  );

/** A feature of one line alone would be learned by heart, and teaches nothing about others. */
function withoutStrays(groups: readonly Group[]): Group[] {
  const counts = new Int32Array(BUCKETS);
  for (const features of groups.flatMap(({ lines, told }) => [...lines, ...told]))
    for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  const known = (lines: readonly Int32Array[]): Int32Array[] =>
    lines.map((features) => features.filter((one) => (counts[one] ?? 0) > 1));
  return groups.map((group) => ({
    ...group,
    lines: known(group.lines),
    told: known(group.told),
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
