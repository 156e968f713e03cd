/** What a question is about, by what the build learned: see learn.ts. */
import { BUCKETS, featuresOf } from './features';
import { isElsewhere, vectorOf, type SenseTables } from './learn';
import { largest } from '../largest';
import { bestThree, createPlaces, type Home } from './places';
import { directionOf } from './products';
import { addRow } from './small-table';

export interface Reading {
  /** Natural logarithm of the chance that the question is about this policy. */
  chanceOf(policy: string): number;
  /** The same for "no people policy answers this". */
  readonly elsewhere: number;
  /** Natural logarithm of the odds that it is for any people policy; 0 where no word of it is known. */
  readonly forUs: number;
  /** -1 to 1: how alike what is asked is to a passage's nearest lines; 0 for a passage it never saw. */
  nearness(passage: string): number;
  /** The policies that it is likeliest about, best first. */
  readonly likeliest: readonly string[];
  /** The passages that are nearest, best first. */
  readonly nearest: readonly string[];
  /**
   * Those of the passages that may be near, and all that the build did not see: the rest of a
   * policy need not be weighed.
   */
  likelyOf(passages: readonly string[]): readonly string[];
  /** The same for lines that came after the build. */
  nearnessTo(lines: readonly Float64Array[]): number;
  /** How alike the question is to the nearest for another desk. */
  readonly nearElsewhere: number;
}

export interface Sense {
  read(text: string, mend: (word: string) => string): Reading;
  /** Where lines lie that came after the build: an organisation's own, or what people asked. */
  place(lines: readonly string[], mend?: (word: string) => string): readonly Float64Array[];
}

/** So many passages are looked at line by line, chosen by the middle of their lines. */
const LOOKED_AT = 60;
const GIVEN = 24;
/** The likeliest passages of so many policies are weighed, found or not … */
const LIKELIEST = 2;
/** … and so many of each. */
const OF_A_POLICY = 16;
/** A chance is never less than this: one strange word must not rule a policy out. */
const LEAST_CHANCE = 1e-4;

export function createSense(tables: SenseTables): Sense {
  const homes = homesOf(tables);
  const places = createPlaces(tables.lines, homes);
  const byId = new Map(homes.map((home, number) => [home.id, { ...home, number }]));
  const numbers = new Map(tables.subjects.map((subject, number) => [subject, number]));
  const featuresIn = (text: string, mend?: (word: string) => string): Int32Array =>
    featuresOf(text, mend).filter((one) => isKnown(one, tables));
  return {
    place: (lines, mend) => lines.map((line) => vectorOf(featuresIn(line, mend), tables.vectors)),
    read(text, mend) {
      const features = featuresIn(text, mend);
      const vector = vectorOf(features, tables.vectors);
      const chances = chancesOf(features, tables);
      const chanceOf = (subject: string): number =>
        chances[numbers.get(subject) ?? -1] ?? Math.log(LEAST_CHANCE);
      const direction = directionOf(vector);
      const middles = places.middles(direction);
      const ranked = largest(middles, LOOKED_AT)
        .map((number) => homes[number])
        .filter((home) => home !== undefined)
        .map((home) => ({ id: home.id, near: places.likeness(direction, home) }))
        .sort((a, b) => b.near - a.near);
      const near = new Map(ranked.map((one) => [one.id, one.near]));
      return {
        chanceOf,
        elsewhere: elsewhereIn(tables.subjects, chances),
        forUs: forUsOf(features, tables),
        nearness(id) {
          const known = near.get(id);
          const home = byId.get(id);
          if (known !== undefined || home === undefined) return known ?? 0;
          const found = places.likeness(direction, home);
          near.set(id, found);
          return found;
        },
        nearnessTo: (lines) =>
          bestThree(
            lines.map((line) => dot(line, vector)),
            lines.length,
          ),
        likelyOf(passages) {
          const known = Float64Array.from(passages, (id) => {
            const home = byId.get(id);
            return home === undefined ? Infinity : (middles[home.number] ?? 0);
          });
          return largest(known, OF_A_POLICY).map((at) => passages[at] ?? '');
        },
        likeliest: likeliest(tables.subjects, chances),
        nearest: ranked
          .map(({ id }) => id)
          .filter((id) => !isElsewhere(id))
          .slice(0, GIVEN),
        nearElsewhere: ranked.find(({ id }) => isElsewhere(id))?.near ?? 0,
      };
    },
  };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < one.length; d += 1) sum += (one[d] ?? 0) * (other[d] ?? 0);
  return sum;
}

/** Seen by the build, in more than one line. */
const isKnown = (feature: number, { vectors }: SenseTables): boolean =>
  (vectors.scales[feature] ?? 0) > 0;

function homesOf({ passages }: SenseTables): Home[] {
  let next = 0;
  return passages.map(({ id, lines }) => {
    const first = next;
    next += lines;
    return { id, first, count: lines };
  });
}

function likeliest(subjects: readonly string[], chances: Float64Array): readonly string[] {
  return subjects
    .map((subject, number) => ({ subject, chance: chances[number] ?? 0 }))
    .filter(({ subject }) => !isElsewhere(subject))
    .sort((a, b) => b.chance - a.chance)
    .slice(0, LIKELIEST)
    .map(({ subject }) => subject);
}

/** The other desks together. */
function elsewhereIn(subjects: readonly string[], chances: Float64Array): number {
  let whole = LEAST_CHANCE;
  for (const [number, subject] of subjects.entries())
    if (isElsewhere(subject)) whole += Math.exp(chances[number] ?? -Infinity) - LEAST_CHANCE;
  return Math.log(whole);
}

function forUsOf(features: Int32Array, { forUs }: SenseTables): number {
  if (features.length === 0) return 0;
  const sum = new Float64Array(1);
  addRow(forUs, BUCKETS, 1, sum);
  const share = 1 / Math.sqrt(features.length);
  for (const feature of features) addRow(forUs, feature, share, sum);
  return sum[0] ?? 0;
}

/** Natural logarithms, in the order of the subjects. */
function chancesOf(features: Int32Array, { weights, subjects }: SenseTables): Float64Array {
  const sums = new Float64Array(subjects.length);
  addRow(weights, BUCKETS, 1, sums);
  const share = features.length === 0 ? 0 : 1 / Math.sqrt(features.length);
  for (const feature of features) addRow(weights, feature, share, sums);
  const top = Math.max(...sums);
  const raw = sums.map((value) => Math.exp(value - top));
  const whole = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => Math.log(LEAST_CHANCE + value / whole));
}
