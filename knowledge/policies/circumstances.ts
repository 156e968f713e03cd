/**
 * Circumstances that make a rule somebody's: a visa, twins, work for an agency. Whoever is not in
 * them must not be told that rule as theirs, however alike the question sounds: "can I work at a
 * care home at weekends" is not asked of a visa.
 */
import { z } from 'zod';
import askedOf from './asked-of.json';
import patterns from './circumstances.json';

type Name = keyof typeof patterns;

const names = Object.keys(patterns) as [Name, ...Name[]];

export const Circumstance = z.enum(names);
export type Circumstance = z.infer<typeof Circumstance>;

const told = names.map((name) => ({ name, words: new RegExp(patterns[name].join('|'), 'i') }));

/** What an asker's staff group says by itself. */
const OF_GROUP: Readonly<Record<string, Circumstance>> = {
  bank: 'bank',
  'medical-and-dental': 'medical',
  'local-contract': 'local-contract',
};

/** The circumstances that somebody speaks of, or is in by their contract. */
export function circumstancesIn(text: string, staffGroup: string): ReadonlySet<Circumstance> {
  const own = OF_GROUP[staffGroup];
  return new Set([
    ...told.filter(({ words }) => words.test(text)).map(({ name }) => name),
    ...(own === undefined ? [] : [own]),
  ]);
}

const OF_BANK = new RegExp(askedOf.bank.join('|'), 'i');

/** True where staff of the bank are whom a question is about, whoever asks it. */
export const asksOfBankStaff = (text: string): boolean => OF_BANK.test(text);
