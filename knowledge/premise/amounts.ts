/** Amounts with their units in a text, and where they stand. */
import { AMOUNT, amountOf, plainNumbers } from '../entitlements/read-amounts';
import words from './premise-words.json';

export type Unit = 'day' | 'week' | 'month' | 'year' | 'hour' | 'minute' | '%' | '£' | 'pence';

export interface Amount {
  readonly value: number;
  readonly unit: Unit;
  /** As it stands in the text. */
  readonly written: string;
  readonly index: number;
}

const DAYS_IN: Readonly<Partial<Record<Unit, number>>> = {
  day: 1,
  week: 7,
  month: 365 / 12,
  year: 365,
};
const UNIT = String.raw`(working days?|calendar days?|days?|bank hol\w*|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?|hours?|hrs?|minutes?|mins?|%|per ?cent|percent|pence|p\b|quid|pounds?)`;
const FORMS = [
  `\\b${AMOUNT}\\s*-?\\s*(?:full |whole |calendar |working |paid |unpaid |keep(?:ing)? in touch |kit )*${UNIT}(?![a-z])`,
  '(£)\\s?(\\d[\\d,]*(?:\\.\\d+)?)',
  '\\b(time and a half|double time|time and a third)\\b',
  `\\b(days?|weeks?|months?|hours?)(?: (?:is|are|limit is))? ${AMOUNT}\\b(?!\\s*(?:${UNIT}|[:.]\\d))`,
  '\\b(second|third|fourth|fifth|sixth|seventh|eighth) (?:full |sick )?(day|week|month|year)\\b',
].map((source) => new RegExp(source, 'gi'));
const ORDINALS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
];
const MORE: Readonly<Record<string, number>> = {
  'time and a third': 33,
  'time and a half': 50,
  'double time': 100,
};

/** @param text is read as it is: compound number words should be digits already */
export function amountsIn(text: string): readonly Amount[] {
  const [counted, money, rates, behind, ordinal] = FORMS;
  const found: Amount[] = [];
  const add = (index: number, written: string, value: number | undefined, unit: Unit): void => {
    const taken = found.some(
      (one) => index < one.index + one.written.length && one.index < index + written.length,
    );
    if (value !== undefined && !taken) found.push({ value, unit, written, index });
  };
  for (const { 0: all, 1: n, 2: unit = '', index } of text.matchAll(counted ?? /$^/g))
    add(index, all, (amountOf(n) ?? 0) * (/^fortnight/i.test(unit) ? 2 : 1), unitOf(unit));
  for (const { 0: all, 2: n, index } of text.matchAll(money ?? /$^/g))
    add(index, all, amountOf(n), '£');
  for (const { 0: all, 1: rate = '', index } of text.matchAll(rates ?? /$^/g))
    add(index, all, MORE[rate.toLowerCase()], '%');
  for (const { 0: all, 1: unit = '', 2: n, index } of text.matchAll(behind ?? /$^/g))
    add(index, all, amountOf(n), unitOf(unit));
  for (const { 0: all, 1: n = '', 2: unit = '', index } of text.matchAll(ordinal ?? /$^/g))
    add(index, all, ORDINALS.indexOf(n.toLowerCase()), unitOf(unit));
  return found.toSorted((a, b) => a.index - b.index);
}

export { plainNumbers };

const OLD = new RegExp(`\\b(?:${words.old})\\b`, 'i');
const EXAMPLE = /^(?:so|say|for example|finishing) /i;

/** A sentence that gives the rule, and neither an earlier one nor an example. */
export const isOfNow = (sentence: string): boolean =>
  !OLD.test(sentence) && !EXAMPLE.test(sentence);

/** The amounts of the rule itself: "older pages say 8 weeks" has none. */
export const amountsOfNow = (markdown: string): readonly Amount[] =>
  markdown
    .replaceAll('**', '')
    .split(/(?<=[.!?])\s+|\n+/)
    .filter(isOfNow)
    .flatMap(amountsIn);

function unitOf(said: string): Unit {
  const unit = said.toLowerCase();
  if (/day|bank hol/.test(unit)) return 'day';
  if (/^(?:w|fortnight)/.test(unit)) return 'week';
  if (/^(?:month|mth)/.test(unit)) return 'month';
  if (unit.startsWith('y')) return 'year';
  if (unit.startsWith('h')) return 'hour';
  if (unit.startsWith('min')) return 'minute';
  if (/^(?:pence|p)$/.test(unit)) return 'pence';
  return /^(?:quid|pound)/.test(unit) ? '£' : '%';
}

/** Days of a length of time; undefined for anything else. */
export const daysOf = ({ value, unit }: Amount): number | undefined => {
  const days = DAYS_IN[unit];
  return days === undefined ? undefined : value * days;
};

/** 52 weeks are a year, and 4 weeks nearly a month. */
const NEARLY = 0.08;

export function sameAmount(one: Amount, other: Amount): boolean {
  if (one.unit === other.unit) return Math.abs(one.value - other.value) < 0.005;
  const [a, b] = [daysOf(one), daysOf(other)];
  return a !== undefined && b !== undefined && Math.abs(a - b) <= NEARLY * Math.max(a, b);
}
