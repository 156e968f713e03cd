/** Yes, no, stop: whole messages made of nothing but such words and politeness. */
import words from '../../catalogue/words/answers.json';
import { plain } from '../plain';

type Kind = 'yes' | 'no' | 'cancel' | 'skip' | 'unsure' | 'same' | 'baffled';

const LISTS = Object.fromEntries(
  (['yes', 'no', 'cancel', 'skip', 'unsure', 'same', 'baffled', 'filler'] as const).map((kind) => [
    kind,
    new Set(words[kind].map(plain)),
  ]),
);
const LONGEST = 7;
const LEADING = words.leading.map(plain).sort((a, b) => b.length - a.length);
const POLITENESS = words.politeness.map(plain);
const SUGGESTING = words.suggesting.map(plain).sort((a, b) => b.length - a.length);

/** @param said plain text. */
export function isAnswer(kind: Kind, said: string): boolean {
  const rest = said.split(' ').filter((word) => word !== '');
  let found = false;
  while (rest.length > 0) {
    const own = longestOf(kind, rest);
    const taken = own > 0 ? own : longestOf('filler', rest);
    if (taken === 0) return false;
    found ||= own > 0;
    rest.splice(0, taken);
  }
  return found;
}

function longestOf(kind: Kind | 'filler', rest: readonly string[]): number {
  for (let length = Math.min(LONGEST, rest.length); length > 0; length -= 1) {
    if (LISTS[kind]?.has(rest.slice(0, length).join(' ')) === true) return length;
  }
  return 0;
}

/** "no, make it the 8th" → "the 8th". */
export function withoutLeading(said: string): string {
  return strip(said, LEADING);
}

/** "sorry can you take it out" → "take it out". */
export function withoutPoliteness(said: string): string {
  return strip(said, POLITENESS);
}

/** "can we make it friday" → "friday"; undefined where nothing is suggested. */
export function suggestionIn(said: string): string | undefined {
  const rest = strip(withoutLeading(said), SUGGESTING);
  return rest === withoutLeading(said) ? undefined : rest;
}

export function startsWithNo(said: string): boolean {
  return /^(?:no|nope|nah|wrong)\b/.test(said);
}

function strip(said: string, phrases: readonly string[]): string {
  let rest = said;
  for (;;) {
    const found = phrases.find((phrase) => rest === phrase || rest.startsWith(`${phrase} `));
    if (found === undefined || rest === '') return rest;
    rest = rest.slice(found.length).trim();
  }
}
