/** What a question is about, by what the build learned: see learn.ts. */
import { BUCKETS, featuresOf } from './features';
import { ELSEWHERE, vectorOf, type SenseTables } from './learn';
import { DIMENSIONS } from './learn-vectors';
import { addRow } from './small-table';

export interface Reading {
  /** Natural logarithm of the chance that the question is about this policy. */
  chanceOf(policy: string): number;
  /** The same for "no people policy answers this". */
  readonly elsewhere: number;
  /** -1 to 1: how alike what is asked is to a passage's nearest lines; 0 for a passage it never saw. */
  nearness(passage: string): number;
  /** The policies that it is likeliest about, best first. */
  readonly likeliest: readonly string[];
  /** The passages that are nearest, best first. */
  readonly nearest: readonly string[];
  /** The same for lines that came after the build. */
  nearnessTo(lines: readonly Float64Array[]): number;
  /** How alike the question is to the nearest for another desk. */
  readonly nearElsewhere: number;
}

export interface Sense {
  read(text: string, mend: (word: string) => string): Reading;
  /** Where lines lie that came after the build: an organisation's own. */
  place(lines: readonly string[]): readonly Float64Array[];
}

/** So many passages are looked at line by line, chosen by the middle of their lines. */
const LOOKED_AT = 60;
const GIVEN = 24;
/** All passages of so many policies are weighed. */
const LIKELIEST = 2;
/** A chance is never less than this: one strange word must not rule a policy out. */
const LEAST_CHANCE = 1e-4;

interface Home {
  readonly id: string;
  readonly first: number;
  readonly count: number;
}

export function createSense(tables: SenseTables): Sense {
  const homes = homesOf(tables);
  const middles = middlesOf(tables, homes);
  const byId = new Map(homes.map((home) => [home.id, home]));
  const likeness = (vector: Float64Array, { first, count }: Home): number => {
    const alike = new Float64Array(count);
    for (let line = 0; line < count; line += 1) alike[line] = alikeTo(tables, first + line, vector);
    return bestThree(alike);
  };
  const featuresIn = (text: string, mend?: (word: string) => string): Int32Array =>
    featuresOf(text, mend).filter((one) => isKnown(one, tables));
  return {
    place: (lines) => lines.map((line) => vectorOf(featuresIn(line), tables.vectors)),
    read(text, mend) {
      const features = featuresIn(text, mend);
      const vector = vectorOf(features, tables.vectors);
      const chances = chancesOf(features, tables);
      const near = new Map<string, number>();
      for (const home of closest(vector, middles, homes)) near.set(home.id, likeness(vector, home));
      const ranked = [...near].sort((a, b) => b[1] - a[1]);
      return {
        chanceOf: (policy) => chances.get(policy) ?? Math.log(LEAST_CHANCE),
        elsewhere: chances.get(ELSEWHERE) ?? Math.log(LEAST_CHANCE),
        nearness(id) {
          const known = near.get(id);
          const home = byId.get(id);
          if (known !== undefined || home === undefined) return known ?? 0;
          const found = likeness(vector, home);
          near.set(id, found);
          return found;
        },
        nearnessTo: (lines) => bestThree(Float64Array.from(lines, (line) => dot(line, vector))),
        likeliest: [...chances]
          .filter(([subject]) => subject !== ELSEWHERE)
          .sort((a, b) => b[1] - a[1])
          .slice(0, LIKELIEST)
          .map(([subject]) => subject),
        nearest: ranked
          .map(([id]) => id)
          .filter((id) => !isElsewhere(id))
          .slice(0, GIVEN),
        nearElsewhere: ranked.find(([id]) => isElsewhere(id))?.[1] ?? 0,
      };
    },
  };
}

/** A passage is as near as its nearest line, and a little as the next two. */
function bestThree(alike: Float64Array): number {
  let [best, second, third] = [0, 0, 0];
  for (const one of alike) {
    if (one > best) [best, second, third] = [one, best, second];
    else if (one > second) [second, third] = [one, second];
    else if (one > third) third = one;
  }
  return (best + second / 4 + third / 8) / 1.375;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d += 1) sum += (one[d] ?? 0) * (other[d] ?? 0);
  return sum;
}

/** Seen by the build, in more than one line. */
const isKnown = (feature: number, { vectors }: SenseTables): boolean =>
  (vectors.scales[feature] ?? 0) > 0;

const isElsewhere = (id: string): boolean => id.startsWith(`${ELSEWHERE}.`);

function homesOf({ passages }: SenseTables): Home[] {
  let next = 0;
  return passages.map(({ id, lines }) => {
    const first = next;
    next += lines;
    return { id, first, count: lines };
  });
}

/** The middle of each passage's lines, of length 1. */
function middlesOf({ lines }: SenseTables, homes: readonly Home[]): Float32Array {
  const middles = new Float32Array(homes.length * DIMENSIONS);
  for (const [row, { first, count }] of homes.entries()) {
    const sum = new Float64Array(DIMENSIONS);
    for (let line = first; line < first + count; line += 1) addRow(lines, line, 1, sum);
    const length = Math.hypot(...sum) || 1;
    for (let d = 0; d < DIMENSIONS; d += 1) middles[row * DIMENSIONS + d] = (sum[d] ?? 0) / length;
  }
  return middles;
}

function closest(vector: Float64Array, middles: Float32Array, homes: readonly Home[]): Home[] {
  const alike = new Float32Array(homes.length);
  for (let row = 0; row < homes.length; row += 1) {
    const start = row * DIMENSIONS;
    let sum = 0;
    for (let d = 0; d < DIMENSIONS; d += 1) sum += (vector[d] ?? 0) * (middles[start + d] ?? 0);
    alike[row] = sum;
  }
  const least = Float32Array.from(alike).sort()[Math.max(0, homes.length - LOOKED_AT)] ?? 0;
  return homes.filter((_, row) => (alike[row] ?? 0) >= least && (alike[row] ?? 0) > 0);
}

function alikeTo({ lines }: SenseTables, line: number, vector: Float64Array): number {
  const start = line * DIMENSIONS;
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d += 1) sum += (vector[d] ?? 0) * (lines.cells[start + d] ?? 0);
  return sum * (lines.scales[line] ?? 0);
}

function chancesOf(features: Int32Array, { weights, subjects }: SenseTables): Map<string, number> {
  const sums = new Float64Array(subjects.length);
  addRow(weights, BUCKETS, 1, sums);
  const share = features.length === 0 ? 0 : 1 / Math.sqrt(features.length);
  for (const feature of features) addRow(weights, feature, share, sums);
  const top = Math.max(...sums);
  const whole = sums.reduce((sum, value) => sum + Math.exp(value - top), 0);
  return new Map(
    subjects.map((subject, index) => [
      subject,
      Math.log(LEAST_CHANCE + Math.exp((sums[index] ?? 0) - top) / whole),
    ]),
  );
}
