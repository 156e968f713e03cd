/** What became of one clause, in plain words for the person who owns it. */
import { oneLine, plainText } from '../plain-text';
import type { Clause, Day } from './schema';

/** How days and contract terms are said: the caller's business. */
export interface DiffWords {
  readonly day: (day: Day) => string;
  readonly appliesTo: (clause: Pick<Clause, 'staffGroups' | 'for'>) => string;
}

const CONFIDENCE: Readonly<Record<Clause['confidence'], string>> = {
  confirmed: 'confirmed by an official source',
  reported: 'reported by other sources',
  unconfirmed: 'not confirmed',
};
const SENTENCE = /(?<=[.!?])\s+|\n+/;

/** One line for each thing that changed; empty where nothing did. */
export function diffClause(older: Clause, newer: Clause, words: DiffWords): readonly string[] {
  const fields: readonly (readonly [name: string, was: string, now: string])[] = [
    ['Heading', quoted(older.heading), quoted(newer.heading)],
    ['Question', quoted(older.question), quoted(newer.question)],
    ['In force from', words.day(older.effective), words.day(newer.effective)],
    ['In force until', untilOf(older, words), untilOf(newer, words)],
    ['To be reviewed by', words.day(older.review), words.day(newer.review)],
    ['Who it is for', words.appliesTo(older), words.appliesTo(newer)],
    ['How sure we are', CONFIDENCE[older.confidence], CONFIDENCE[newer.confidence]],
    ['Set by each employer', yesOrNo(older.local), yesOrNo(newer.local)],
    ['Requests that go with it', list(older.services), list(newer.services)],
  ];
  return [
    ...diffFigures(older, newer),
    ...diffText(older.text, newer.text),
    ...fields.flatMap(([name, was, now]) => (was === now ? [] : [`${name}: ${was} → ${now}`])),
    ...diffList('Source', titlesOf(older), titlesOf(newer)),
    ...diffAsks(older, newer),
  ];
}

/** The whole text of a clause that is new, or is gone. */
export const wordsOfClause = ({ text }: Clause): string => oneLine(plainText(text));

function diffFigures({ values: older }: Clause, { values: newer }: Clause): string[] {
  const names = [...new Set([...Object.keys(older), ...Object.keys(newer)])];
  return names.flatMap((name) => {
    const [was, now] = [older[name], newer[name]];
    if (was === now) return [];
    const called = `Figure “${name.replaceAll('-', ' ')}”`;
    if (was === undefined) return [`${called}: new, ${now ?? ''}`];
    return now === undefined ? [`${called}: taken out, was ${was}`] : [`${called}: ${was} → ${now}`];
  });
}

/** Only the sentences that are not in both. */
function diffText(older: string, newer: string): string[] {
  const [was, now] = [sentencesOf(older), sentencesOf(newer)];
  const gone = was.filter((sentence) => !now.includes(sentence));
  const added = now.filter((sentence) => !was.includes(sentence));
  if (gone.length === 0 && added.length === 0)
    return was.join(' ') === now.join(' ') ? [] : ['The same sentences stand in another order.'];
  return [
    ...(gone.length === 0 ? [] : [`It said: ${gone.join(' ')}`]),
    ...(added.length === 0 ? [] : [`It says now: ${added.join(' ')}`]),
  ];
}

const sentencesOf = (markdown: string): string[] =>
  plainText(markdown)
    .split(SENTENCE)
    .map(oneLine)
    .filter((sentence) => sentence !== '');

function diffList(name: string, older: readonly string[], newer: readonly string[]): string[] {
  return [
    ...newer.filter((item) => !older.includes(item)).map((item) => `${name} added: ${item}`),
    ...older.filter((item) => !newer.includes(item)).map((item) => `${name} taken out: ${item}`),
  ];
}

/** Ways of asking are many, and no part of what the policy says: they are only counted. */
function diffAsks(older: Clause, newer: Clause): string[] {
  const [was, now] = [asksOf(older), asksOf(newer)];
  const [added, gone] = [now.filter((ask) => !was.includes(ask)), was.filter((ask) => !now.includes(ask))];
  if (added.length === 0 && gone.length === 0) return [];
  return [`Ways of asking: ${added.length} more, ${gone.length} fewer`];
}

/** Each with the word that it is answered by. */
const asksOf = ({ asks, yes, no }: Clause): string[] => [
  ...asks,
  ...yes.map((ask) => `yes: ${ask}`),
  ...no.map((ask) => `no: ${ask}`),
];

const titlesOf = ({ sources }: Clause): string[] => sources.map(({ title }) => title);
const untilOf = ({ until }: Clause, { day }: DiffWords): string => (until === undefined ? 'further notice' : day(until));
const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');
const list = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.join(', '));
const quoted = (text: string): string => `“${text}”`;
