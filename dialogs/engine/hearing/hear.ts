/**
 * Which service a message asks for, by what was learnt of many ways of asking: a multinomial
 * logistic regression over words and pieces of words. Made anew by `npm run requests:learn`;
 * why so is in deployment/decisions/0028-hearing-requests.md.
 */
import { featuresOf } from './features';
import { groupsIn, NONE, type Learnt } from './learnt';

export interface Heard {
  readonly service: string;
  /** 0 to 1. */
  readonly chance: number;
}

/** By meaning, 0 to 1: how likely it is meant, by the whole message or by a part of it. */
export type Hearing = (text: string) => ReadonlyMap<string, number>;

export function createHearing({ meanings, features, alike, step, weights }: Learnt): Hearing {
  const places = new Map(features.split('\n').map((feature, row) => [feature, row]));
  const groups = groupsIn(alike);
  const table = new Int8Array(Buffer.from(weights, 'base64'));
  const width = meanings.length;
  const addRow = (row: number, sums: Float64Array): void => {
    for (let at = 0; at < width; at += 1)
      sums[at] = (sums[at] ?? 0) + (table[row * width + at] ?? 0);
  };
  const one = (text: string): Float64Array => {
    const said = featuresOf(text, groups).flatMap((feature) => places.get(feature) ?? []);
    const sums = new Float64Array(width);
    for (const row of said) addRow(row, sums);
    const share = 1 / Math.sqrt(Math.max(said.length, 1));
    for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) * share;
    addRow(places.size, sums);
    return chancesOf(sums.map((sum) => sum * step));
  };
  return (text) => {
    const whole = one(text);
    const parts = partsOf(text).map(one);
    const heard = whole.map((chance, at) =>
      meanings[at] === NONE
        ? chance
        : (1 - OF_ITS_PART) * chance +
          OF_ITS_PART * Math.max(chance, ...parts.map((part) => part[at] ?? 0)),
    );
    return new Map(meanings.map((meaning, at) => [meaning, heard[at] ?? 0]));
  };
}

/** How much of a chance is that of the part of the message that says it best. */
const OF_ITS_PART = 1 / 3;
const WORDS_OF_A_PART = 4;

/** Sentences and clauses: a wish stands in one of them, and a story in the others. */
function partsOf(text: string): readonly string[] {
  const parts = text
    .split(/(?<=[.!?])\s+|\n+|,\s+/)
    .filter((part) => part.trim().split(/\s+/).length >= WORDS_OF_A_PART);
  return parts.length > 1 ? parts : [];
}

function chancesOf(sums: Float64Array): Float64Array {
  const top = Math.max(...sums);
  const raw = sums.map((sum) => Math.exp(sum - top));
  const whole = raw.reduce((sum, one) => sum + one, 0);
  return raw.map((one) => one / whole);
}

/** The likeliest service, whoever may start it; undefined where nothing was learnt of any. */
export function likeliest(chances: ReadonlyMap<string, number>): Heard | undefined {
  let best: Heard | undefined;
  for (const [service, chance] of chances)
    if (service !== NONE && chance > (best?.chance ?? 0)) best = { service, chance };
  return best;
}
