/**
 * Whether a question asks for a sum: its subject, words that ask for an amount or a day, and a
 * fact to count with. Numbers and dates say nothing to a search, which may find another rule.
 */
import type { SumName } from '../policies/schema';
import type { FactName, Facts } from './facts';
import written from './sum-words.json';

interface SumWords {
  readonly about: readonly RegExp[];
  readonly not: readonly RegExp[];
  readonly with: readonly string[];
}

const any = (patterns: readonly string[]): RegExp[] =>
  patterns.map((pattern) => new RegExp(`(?:${pattern})`, 'i'));
const ASKS = any(written.asks);
const WORDS: ReadonlyMap<string, SumWords> = new Map(
  Object.entries(written.sums).map(([name, words]) => [
    name,
    { about: any(words.about), not: any(words.not), with: words.with },
  ]),
);

/** How many facts a sum is asked with, before a subject alone is enough of a question. */
export function sumsMeant(text: string, said: Facts): SumName[] {
  const plain = text.replaceAll(/[‘’]/g, "'");
  const has = (patterns: readonly RegExp[]): boolean => patterns.some((one) => one.test(plain));
  if (!has(ASKS)) return [];
  return [...WORDS].flatMap(([name, words]) =>
    words.with.some((fact) => said[fact as FactName] !== undefined) &&
    has(words.about) &&
    !has(words.not)
      ? [name as SumName]
      : [],
  );
}
