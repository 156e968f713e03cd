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
  /** True where the facts may be known beforehand: the words alone say what is asked. */
  readonly orKnown: boolean;
}

const any = (patterns: readonly string[]): RegExp[] =>
  patterns.map((pattern) => new RegExp(`(?:${pattern})`, 'i'));
const ASKS = any(written.asks);
const WORDS: ReadonlyMap<string, SumWords> = new Map(
  Object.entries(written.sums).map(([name, words]) => [
    name,
    { about: any(words.about), not: any(words.not), with: words.with, orKnown: 'orKnown' in words },
  ]),
);

/** True where an amount or a day is asked for: how much, how many, when can I … */
export const asksForAmount = (text: string): boolean => ASKS.some((one) => one.test(text));

/** @param factsIn reads the facts, once it is known that a sum may be asked for */
export function sumsMeant(text: string, known: Facts, factsIn: () => Facts): SumName[] {
  const plain = text.replaceAll(/[‘’]/g, "'");
  const has = (patterns: readonly RegExp[]): boolean => patterns.some((one) => one.test(plain));
  if (!asksForAmount(plain)) return [];
  const named = [...WORDS].filter(([, words]) => has(words.about) && !has(words.not));
  if (named.length === 0) return [];
  const said = factsIn();
  return named
    .filter(([, words]) => {
      const facts = words.orKnown ? { ...known, ...said } : said;
      return words.with.some((fact) => facts[fact as FactName] !== undefined);
    })
    .map(([name]) => name as SumName);
}
