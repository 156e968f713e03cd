/** Days that stand beside words of their own: "due 14 august, and leave from 10 may". */
import { hasAnyPhrase } from '../catalogue/phrases';
import type { FieldDefinition } from '../catalogue/schema';
import type { Listening } from './gathered';
import { sentences } from './plain';
import type { Day } from './reading/days';
import { markDays } from './reading/mark-days';
import type { DayContext } from './reading/marked';
import { pattern } from './reading/pattern';
import { beganWithin } from './reading/what-began';

const MARK = String.raw`@(\d{4}-\d\d-\d\d)~?@`;
const END = ' | ';

/** What was said with its sentences apart: a word of one tells nothing of a day in another. */
export function toldIn({ opens, text, said }: Listening): string {
  if (opens !== true) return said;
  return sentences(text)
    .map((sentence) => sentence.plain)
    .join(END);
}

export const withoutEnds = (told: string): string => told.replaceAll(END, ' ');

interface Among {
  /** All dates of the service: a day is not this one's where the words of another stand nearer. */
  readonly dates: readonly FieldDefinition[];
  readonly today: Day;
  /** How many days must stay for the field that was asked for. */
  readonly leave: number;
  /** Whether the days that stay are of the same field, and are read as its days are. */
  readonly ofSame?: boolean;
}

/** "Due 14 august": a day that stands beside its field's own words, taken out of the text. */
export function takeApart(
  told: string,
  fields: readonly Beside[],
  { dates, today, leave, ofSame = false }: Among,
): { readonly found: ReadonlyMap<FieldDefinition, Day>; readonly rest: string } {
  const found = new Map<FieldDefinition, Day>();
  if (fields.length === 0) return { found, rest: told };
  let rest = told;
  for (const field of fields) {
    const context = {
      today,
      monthMeansFirst: field.monthMeansFirst,
      isApart: true,
      ...(ofSame && howRead(field, told)),
    };
    const { text, problem } = markDays(rest, context);
    if (problem !== undefined) continue;
    const marks = daysIn(text);
    if (marks.length <= leave) break;
    const match = besideWords(text, field, dates);
    if (match === undefined) continue;
    // What this day is counted from must not move the days of the other fields.
    const at = daysIn(text.slice(0, match.index + match[0].length)).length - 1;
    const own = daysIn(markDays(rest, { ...context, ...howRead(field, told) }).text);
    const day = own.length === marks.length ? own[at] : match[1];
    if (day === undefined) continue;
    found.set(field, day);
    rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  }
  return { found, rest: found.size === 0 ? told : rest };
}

/** The first message without the days that its words tell of something else: "his contract runs out on 1 may". */
export function withoutOthersDays(
  text: string,
  dates: readonly FieldDefinition[],
  { asker: { today }, opens }: Listening,
): { readonly text: string; readonly isLess: boolean } {
  if (opens !== true) return { text, isLess: false };
  const others = dates
    .filter(({ notAfter }) => notAfter.length > 0)
    .map((field) => ({ ...field, saidAfter: field.notAfter, itsOwn: field.saidAfter }));
  const { found, rest } = takeApart(text, others, {
    dates,
    today,
    leave: 0,
    ofSame: true,
  });
  return { text: rest, isLess: found.size > 0 };
}

/** The days that a text with marks holds, in order. */
export const daysIn = (marked: string): readonly string[] =>
  [...marked.matchAll(pattern(MARK))].map(([, day]) => day ?? '');

/** What began, or what words of the past are said of: "left on friday". */
export const howRead = (
  field: FieldDefinition,
  said: string,
): Pick<DayContext, 'begun' | 'datesBack' | 'isPast'> =>
  beganWithin(field, hasAnyPhrase(field.pastWith, said));

/** A date field, or the days that are none of its own, with the words by which they would be. */
type Beside = FieldDefinition & { readonly itsOwn?: readonly string[] };

/** "Due on 14 august", else "14 august is when im due". */
export function besideWords(
  marked: string,
  { saidAfter, itsOwn = [] }: Beside,
  dates: readonly FieldDefinition[],
  wordsBack = 3,
): RegExpExecArray | undefined {
  if (saidAfter.length === 0) return undefined;
  const words = String.raw`\b(?:${saidAfter.join('|')})\b`;
  const others = dates.flatMap((date) => date.saidAfter).filter((cue) => !saidAfter.includes(cue));
  const nearer = others.length === 0 ? '' : String.raw`(?!(?:${others.join('|')})\b)`;
  const between = String.raw`(?: ${nearer}[^@|\s]+)`;
  return (
    firstOf(marked, String.raw`${words}${between}{0,6}? ${MARK}`) ??
    firstOf(marked, String.raw`${unlessAfter(itsOwn)}${MARK}${between}{0,${wordsBack}}? ${words}`)
  );
}

/** "I sat down with her on thursday, now she is back": the day of the meeting, and not of the return. */
const unlessAfter = (cues: readonly string[]): string =>
  cues.length === 0 ? '' : String.raw`(?<!\b(?:${cues.join('|')})(?: [^@|\s]+){0,6} )`;

const firstOf = (text: string, source: string): RegExpExecArray | undefined =>
  text.matchAll(pattern(source)).next().value;
