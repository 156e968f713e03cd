/**
 * Learns what the ear's filters should look for (see bot/conversation/sensitive/ear.ts): by small
 * steps, over batches of sentences, always in the same order. Plain sentences are put before and
 * after some of the others, so that a long story is heard as well as a short cry.
 */
import {
  REACH,
  signsOf,
  strongestIn,
  sumsOf,
  type Ear,
} from '../../../bot/conversation/sensitive/ear';
import type { NearWords } from '../../../bot/conversation/sensitive/near-words';
import { createSteps, type Steps } from './steps';

/** A sentence as rows of its words, and which sum it belongs to. */
export interface Lesson {
  readonly rows: readonly number[];
  readonly is: number;
}

export interface Lessons {
  readonly told: readonly Lesson[];
  /** There are many more of these: each round takes a share of them. */
  readonly plain: readonly Lesson[];
  /** What a story may be made of around a sentence. */
  readonly around: readonly Lesson[];
}

const FILTERS = 64;
const SUMS = 3;
const ROUNDS = 10;
const SHARE = 0.2;
const BATCH = 64;
const PACE = 0.002;
/** How often a sentence is put into a longer story, and a story's parts are parted by a full stop. */
const IN_A_STORY = 0.15;
const PARTED = 0.6;
const LONGEST = 60;
/** How often a word is not heard, and a sign is not: the ear must not lean on one alone. */
const WORD_LOST = 0.04;
const SIGN_LOST = 0.5;

/** The weights that are learnt, and how each is moved. */
interface Learner {
  readonly ear: Ear;
  readonly steps: {
    readonly weights: Steps;
    readonly bias: Steps;
    readonly sums: Steps[];
    readonly start: Steps;
  };
}

export function fitEar(lessons: Lessons, words: NearWords, seed: number): Ear {
  const random = createRandom(seed);
  const learner = createLearner(words.width, random);
  const stop = words.rowsOf('.')[0] ?? words.unknown;
  for (let round = 0; round < ROUNDS; round += 1) {
    const pace = PACE * (1 - round / ROUNDS) + PACE / 100;
    const order = [...lessons.told, ...lessons.plain.filter(() => random() < SHARE)];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      const [one, two] = [order[last], order[other]];
      if (one !== undefined && two !== undefined) [order[last], order[other]] = [two, one];
    }
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order
        .slice(from, from + BATCH)
        .map((lesson) => blurred(inAStory(lesson, lessons.around, stop, random), words, random));
      learnBatch(learner, batch, words, pace, random);
    }
  }
  return learner.ear;
}

function createLearner(width: number, random: () => number): Learner {
  const normal = (): number => (random() + random() + random() + random() - 2) * Math.sqrt(3);
  const weights = Float32Array.from(
    { length: REACH * width * FILTERS },
    () => (0.7 * normal()) / Math.sqrt(REACH * width),
  );
  const bias = new Float32Array(FILTERS);
  const sums = Array.from({ length: SUMS }, () =>
    Float32Array.from({ length: FILTERS }, () => normal() / Math.sqrt(FILTERS)),
  );
  const start = new Float32Array(SUMS);
  return {
    // The same arrays: what a step moves is what the ear hears with.
    ear: {
      filters: FILTERS,
      weights,
      bias,
      sums,
      start: start as unknown as number[],
    },
    steps: {
      weights: createSteps(weights, 0.01),
      bias: createSteps(bias, 0),
      sums: sums.map((each) => createSteps(each, 0.01)),
      start: createSteps(start, 0),
    },
  };
}

function inAStory(
  lesson: Lesson,
  around: readonly Lesson[],
  stop: number,
  random: () => number,
): Lesson {
  if (random() >= IN_A_STORY) return lesson;
  const another = (): readonly number[] =>
    random() < 0.7 ? (around[Math.floor(random() * around.length)]?.rows ?? []) : [];
  const rows = [another(), lesson.rows, another()]
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index > 0 && random() < PARTED ? [stop, ...part] : part));
  return { is: lesson.is, rows: rows.slice(0, LONGEST) };
}

const blurred = ({ rows, is }: Lesson, { unknown }: NearWords, random: () => number): Lesson => ({
  is,
  rows: rows.map((row) => (random() < WORD_LOST ? unknown : row)),
});

function learnBatch(
  { ear, steps }: Learner,
  batch: readonly Lesson[],
  words: NearWords,
  pace: number,
  random: () => number,
): void {
  const known = new Map<number, Float32Array>();
  const signsOfRow = (row: number): Float32Array => {
    const signs = known.get(row) ?? signsOf(ear, words, row);
    known.set(row, signs);
    return signs;
  };
  for (const { rows, is } of batch) {
    const { signs, at } = strongestIn(ear, rows.map(signsOfRow));
    const kept = signs.map((sign) => (random() < SIGN_LOST ? 0 : sign / (1 - SIGN_LOST)));
    const slopes = slopesOf(sumsOf(ear, kept), is).map((slope) => slope / batch.length);
    const back = new Float32Array(FILTERS);
    slopes.forEach((slope, sum) => {
      const weights = ear.sums[sum] ?? kept;
      const toMove = steps.sums[sum]?.slopes ?? back;
      for (let filter = 0; filter < FILTERS; filter += 1) {
        if ((kept[filter] ?? 0) === 0) continue;
        toMove[filter] = (toMove[filter] ?? 0) + slope * (kept[filter] ?? 0);
        back[filter] = (back[filter] ?? 0) + (slope * (weights[filter] ?? 0)) / (1 - SIGN_LOST);
      }
      steps.start.slopes[sum] = (steps.start.slopes[sum] ?? 0) + slope;
    });
    reachBack(steps, back, at, rows, words);
  }
  for (const each of [steps.weights, steps.bias, ...steps.sums, steps.start]) each.step(pace);
}

/** How far each sum is from what it should say. */
function slopesOf(sums: readonly number[], is: number): number[] {
  const most = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - most));
  const all = odds.reduce((a, b) => a + b);
  return odds.map((each, sum) => each / all - Number(sum === is));
}

/** To the words where each filter found its strongest sign. */
function reachBack(
  { weights, bias }: Learner['steps'],
  back: Float32Array,
  at: Int32Array,
  rows: readonly number[],
  words: NearWords,
): void {
  for (let filter = 0; filter < FILTERS; filter += 1) {
    const slope = back[filter] ?? 0;
    if (slope === 0) continue;
    bias.slopes[filter] = (bias.slopes[filter] ?? 0) + slope;
    for (let place = 0; place < REACH; place += 1) {
      const row = rows[(at[filter] ?? 0) + place];
      if (row === undefined) continue;
      for (let cell = 0; cell < words.width; cell += 1) {
        const to = (place * words.width + cell) * FILTERS + filter;
        weights.slopes[to] =
          (weights.slopes[to] ?? 0) + slope * (words.rows[row * words.width + cell] ?? 0);
      }
    }
  }
}

/** Looks random, and is the same on every run. */
function createRandom(seed: number): () => number {
  let state = seed * 7919;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Several ears listen as one: their filters side by side, their sums halved, thirded and so on. */
export function together(ears: readonly Ear[], width: number): Ear {
  const filters = FILTERS * ears.length;
  const weights = new Float32Array(REACH * width * filters);
  for (const [index, ear] of ears.entries())
    for (let line = 0; line < REACH * width; line += 1)
      weights.set(
        ear.weights.subarray(line * FILTERS, (line + 1) * FILTERS),
        line * filters + index * FILTERS,
      );
  const joined = (of: (ear: Ear) => Float32Array): Float32Array =>
    Float32Array.from(ears.flatMap((ear) => [...of(ear)]));
  const sums = Array.from({ length: SUMS }, (_, sum) =>
    joined(({ sums: each }) => each[sum] ?? new Float32Array()).map((cell) => cell / ears.length),
  );
  const start = sums.map((_, sum) =>
    ears.reduce((all, ear) => all + (ear.start[sum] ?? 0) / ears.length, 0),
  );
  return { filters, weights, bias: joined(({ bias }) => bias), sums, start };
}
