/**
 * What the build learns from the policies' own ways of asking, from more of them and stories
 * (ways.ts, teller.ts) and from what is for other desks: which words belong to which policy,
 * which to none, and which lines ask the same in other words.
 */
import { linesOf } from '../sources/lines';
import type { Passage } from '../sources/source';
import elsewhere from './elsewhere.json';
import elsewhereWays from './elsewhere-ways.json';
import { BUCKETS, featuresOf } from './features';
import { learnSubjects, type Line } from './learn-subjects';
import { DIMENSIONS, learnVectors, type Kin } from './learn-vectors';
import { addRow, shrink, type SmallTable } from './small-table';
import { createTeller, type Teller } from './teller';
import { checkWays, type Ways } from './ways';

/** Subjects and passages that are for other desks have this before their names. */
const ELSEWHERE = 'elsewhere.';

export const isElsewhere = (name: string): boolean => name.startsWith(ELSEWHERE);

/** Which words belong to which policy or desk. */
export interface SubjectTables {
  /** Ids of the policies, then the other desks. */
  readonly subjects: readonly string[];
  /** By feature; the last row is what each subject has to begin with. */
  readonly weights: SmallTable;
  /** By feature, one weight: for policies above 0, for other desks below. The last row as above. */
  readonly forUs: SmallTable;
}

/** Which lines ask the same in other words. */
export interface PlaceTables {
  readonly vectors: SmallTable;
  /** Passages in order, each with the number of its lines. */
  readonly passages: readonly { readonly id: string; readonly lines: number }[];
  /** A vector of length 1 for each line, passage by passage. */
  readonly lines: SmallTable;
}

export type SenseTables = SubjectTables & PlaceTables;

interface Group {
  readonly id: string;
  readonly subject: string;
  readonly lines: readonly Int32Array[];
  /** Learned from too, and not kept: more ways, and its lines as they would stand in a long message. */
  readonly told: readonly Int32Array[];
  /** Some of them once more, with a word said beside them. */
  readonly again: readonly Int32Array[];
}

/** Half of the learning. @throws Error where a way of asking belongs to no passage */
export function learnSubjectTables(passages: readonly Passage[], ways: Ways): SubjectTables {
  const groups = groupsOf(passages, ways);
  const subjects = [...new Set(groups.map(({ subject }) => subject))];
  const said = groups.map(({ subject, lines, told, again }) => ({
    subject,
    lines: [...lines, ...told, ...again],
  }));
  const lines = linesAs(said, (name) => subjects.indexOf(name));
  return {
    subjects,
    weights: shrink(learnSubjects(lines, subjects.length), subjects.length),
    forUs: shrink(learnForUs(said), 1),
  };
}

/** The other half, of the same lines. @throws Error where a way of asking belongs to no passage */
export function learnPlaceTables(passages: readonly Passage[], ways: Ways): PlaceTables {
  const groups = groupsOf(passages, ways);
  // Small words beside the lines of a clause would bring it nearer to others: there they are left out.
  const kin = groups.map(({ subject, lines, told }) => ({ subject, lines: [...lines, ...told] }));
  const vectors = shrink(learnVectors(kin), DIMENSIONS);
  return {
    vectors,
    passages: groups.map(({ id, lines }) => ({ id, lines: lines.length })),
    lines: lineVectors(groups, vectors),
  };
}

function groupsOf(passages: readonly Passage[], ways: Ways): readonly Group[] {
  checkWays(ways, new Set(passages.map(({ id }) => id)));
  const teller = createTeller();
  return withoutStrays([
    ...passages.map((passage) => groupOf(passage, ways.get(passage.id) ?? [], teller)),
    ...elsewhereGroups(teller),
  ]);
}

const linesAs = (said: readonly Kin[], numberOf: (subject: string) => number): Line[] =>
  said.flatMap(({ subject, lines }) =>
    lines.map((features) => ({ features, subject: numberOf(subject) })),
  );

/** The policies together against the other desks together. */
function learnForUs(said: readonly Kin[]): Float32Array {
  const both = learnSubjects(
    linesAs(said, (name) => (isElsewhere(name) ? 1 : 0)),
    2,
  );
  return new Float32Array(BUCKETS + 1).map(
    (_, row) => (both[2 * row] ?? 0) - (both[2 * row + 1] ?? 0),
  );
}

function groupOf(passage: Passage, more: readonly string[], teller: Teller): Group {
  const lines = linesOf(passage);
  return {
    id: passage.id,
    subject: passage.policy,
    lines: lines.map(({ text }) => featuresOf(text)),
    told: [...more, ...teller.tell(passage.id, passage.asks)].map((text) => featuresOf(text)),
    again: teller
      .again(lines.filter(({ kind }) => kind === 'ask').map(({ text }) => text))
      .map((line) => featuresOf(line)),
  };
}

const moreFor = (desk: string, group: string): readonly string[] =>
  (elsewhereWays.desks as Record<string, Record<string, readonly string[]>>)[desk]?.[group] ?? [];

/** Each desk is a subject: as one subject, they would be so likely that policies lose to them. */
const elsewhereGroups = (teller: Teller): Group[] =>
  Object.entries(elsewhere.desks).flatMap(([desk, groups]) =>
    Object.entries<readonly string[]>(groups).map(([name, asks]) => ({
      id: `${ELSEWHERE}${name}`,
      subject: `${ELSEWHERE}${desk}`,
      lines: asks.map((ask) => featuresOf(ask)),
      told: [...moreFor(desk, name), ...teller.tell(name, asks)].map((text) => featuresOf(text)),
      again: teller.again(asks).map((line) => featuresOf(line)),
    })),
  );

/**
 * A feature of one line alone would be learned by heart, and teaches nothing about others. One
 * that is said again, with something beside it, is kept: to leave those out too made short
 * questions worse.
 */
function withoutStrays(groups: readonly Group[]): Group[] {
  const counts = new Int32Array(BUCKETS);
  for (const features of groups.flatMap(({ lines, told, again }) => [...lines, ...told, ...again]))
    for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  const kept = (features: Int32Array): Int32Array =>
    features.filter((one) => (counts[one] ?? 0) > 1);
  return groups.map((group) => ({
    ...group,
    lines: group.lines.map(kept),
    told: group.told.map(kept),
    again: group.again.map(kept),
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
