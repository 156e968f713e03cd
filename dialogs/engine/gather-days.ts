/** The days that one text says for the fields of a service: its span, and days with words of their own. */
import { hasAnyPhrase } from '../catalogue/phrases';
import type { FieldDefinition } from '../catalogue/schema';
import type { Asker } from './asker';
import { NOTHING, type Gathered, type Listening } from './gathered';
import { dayFieldsOf, dayIn, placeDays, type DayFields } from './place-days';
import { isAnswer } from './reading/answers';
import { sentences } from './plain';
import { outOfBounds } from './reading/bounds';
import { addMonths, inWords, type Day } from './reading/days';
import { backAtWork } from './reading/expand-spans';
import { markDays } from './reading/mark-days';
import { withoutOtherTimes } from './reading/other-times';
import { pattern } from './reading/pattern';
import { beganWithin } from './reading/what-began';
import { wholeMonthsAsDays } from './reading/whole-months';
import { isRepeating, readDays, withoutRepeating, type DaysRead } from './reading/read-days';

/** What was gathered, in the order in which a later part may correct an earlier one. */
export function gatherDays(listening: Listening): readonly Gathered[] {
  const { service, asked, asker } = listening;
  const dates = service.fields.filter(({ kind }) => kind === 'date');
  const own = dates.find(({ name, apart }) => apart && name === asked);
  const span = dayFieldsOf(service);
  const cleared = (words: string): string => {
    // "Back on monday" ends nothing where there is one day to tell.
    const days = withoutOtherTimes(
      span?.last === undefined ? words.replace(/\bback\b/g, 'return') : words,
    );
    if (span?.first.monthWillDo !== true) return days;
    return wholeMonthsAsDays(days, asked !== undefined && asked === span.last?.name);
  };
  const said = cleared(listening.said);
  const fields = own === undefined ? span : { first: own, last: undefined };
  // "7 june, and leave from 10 may": the answer to one day may tell another beside its words.
  const besides = dates.filter(
    (field) => field !== own && (field.apart || (own !== undefined && field === span?.first)),
  );
  const told = withoutOthersDays(cleared(toldIn(listening)), dates, listening);
  const { found, rest } = takeApart(told.text, besides, {
    dates,
    today: asker.today,
    leave: own === undefined ? 0 : 1,
  });
  const days = [...found].map(([field, day]) => placed(field, day, listening));
  const [only, ...others] = dates;
  if (fields === undefined) {
    // At the read-back a day alone can only be the one day that there is.
    const isCorrected = only !== undefined && listening.draft.fields[only.name] !== undefined;
    return isCorrected && days.length === 0 && others.length === 0
      ? [
          gatherSpan(
            { ...listening, said },
            { first: only, last: undefined },
            { told: said, dates },
          ),
        ]
      : days;
  }
  const isWhole = found.size === 0 && !told.isLess;
  const left = isWhole ? said : rest.replaceAll(END, ' ');
  return [...days, gatherSpan({ ...listening, said: left }, fields, { told: rest, dates })];
}

function placed(field: FieldDefinition, day: Day, { asker, said }: Listening): Gathered {
  const problem = outOfBounds(field, day, asker.today);
  return problem === undefined
    ? { ...NOTHING, values: { [field.name]: day }, filledIn: afterMidnight(asker, said) }
    : { ...NOTHING, problem: { field, problem } };
}

interface Among {
  /** All dates of the service: a day is not this one's where the words of another stand nearer. */
  readonly dates: readonly FieldDefinition[];
  readonly today: Day;
  /** How many days must stay for the field that was asked for. */
  readonly leave: number;
}

/** "Due 14 august": a day that stands beside its field's own words, taken out of the text. */
function takeApart(
  told: string,
  fields: readonly FieldDefinition[],
  { dates, today, leave }: Among,
): { readonly found: ReadonlyMap<FieldDefinition, Day>; readonly rest: string } {
  const found = new Map<FieldDefinition, Day>();
  if (fields.length === 0) return { found, rest: told };
  let rest = told;
  for (const field of fields) {
    const context = { today, monthMeansFirst: field.monthMeansFirst, isApart: true };
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
function withoutOthersDays(
  text: string,
  dates: readonly FieldDefinition[],
  { asker: { today }, opens }: Listening,
): { readonly text: string; readonly isLess: boolean } {
  if (opens !== true) return { text, isLess: false };
  const others = dates
    .filter(({ notAfter }) => notAfter.length > 0)
    .map((field) => ({ ...field, saidAfter: field.notAfter }));
  const { found, rest } = takeApart(text, others, { dates, today, leave: 0 });
  return { text: rest, isLess: found.size > 0 };
}
const daysIn = (marked: string): readonly string[] =>
  [...marked.matchAll(pattern(MARK))].map(([, day]) => day ?? '');

/** What began, or what words of the past are said of: "left on friday". */
const howRead = (field: FieldDefinition, said: string) =>
  beganWithin(field, hasAnyPhrase(field.pastWith, said));

const END = ' | ';

/** What was said with its sentences apart: a word of one tells nothing of a day in another. */
function toldIn({ opens, text, said }: Listening): string {
  if (opens !== true) return said;
  return sentences(text)
    .map((sentence) => sentence.plain)
    .join(END);
}

const MARK = String.raw`@(\d{4}-\d\d-\d\d)~?@`;

/** "Due on 14 august", else "14 august is when im due". */
function besideWords(
  marked: string,
  { saidAfter }: FieldDefinition,
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
    firstOf(marked, String.raw`${MARK}${between}{0,${wordsBack}}? ${words}`)
  );
}

const firstOf = (text: string, source: string): RegExpExecArray | undefined =>
  text.matchAll(pattern(source)).next().value;

interface Told {
  /** What was said, with the ends of its sentences. */
  readonly told: string;
  readonly dates: readonly FieldDefinition[];
}

function gatherSpan(listening: Listening, fields: DayFields, told: Told): Gathered {
  const { draft, asker, asked, said } = listening;
  const had = { first: dayIn(draft, fields.first), last: dayIn(draft, fields.last) };
  const place = { fields, had, asked, today: asker.today };
  // A pattern of working may repeat; a span of days may not.
  if (fields.last !== undefined && isRepeating(said) && !isStory(fields.first, listening))
    return { ...NOTHING, problem: { field: fields.first, problem: { kind: 'repeating-days' } } };
  const isSame = asked !== undefined && asked === fields.last?.name && isAnswer('same', said);
  const read =
    isSame && had.first !== undefined
      ? ({ kind: 'day', day: had.first } as const)
      : besideOwnWords(
          readSpan(once(said, fields), fields, had, listening),
          fields,
          { ...told, told: once(told.told, fields) },
          listening,
        );
  if (read === undefined) return NOTHING;
  const { values, dropped, problem } = placeDays(intoNextYear(read, fields), place);
  return {
    values,
    filledIn: afterMidnight(asker, said),
    dropped: dropped === undefined ? [] : [dropped],
    problem,
  };
}

/** A service of one day is not about the days of a pattern: "every friday from 1 march". */
function once(said: string, { last }: DayFields): string {
  return last === undefined ? withoutRepeating(said) : said;
}

/** "1 october to 30 september": the last day is of the year after. */
function intoNextYear(read: DaysRead, { last }: DayFields): DaysRead {
  if (last?.overNewYear !== true || read.kind !== 'problem') return read;
  if (read.problem.kind !== 'last-before-first') return read;
  const { first, last: before } = read.problem;
  const day = addMonths(before, 12);
  return day < first ? read : { kind: 'span', first, last: day };
}

/** The first message of a service that stories lead to: it tells days that nobody asks for. */
function isStory({ onlyBeside }: FieldDefinition, { opens }: Listening): boolean {
  return onlyBeside && opens === true;
}

/** Nobody who tells a story is asked why its days are not next to each other. */
function isNoAnswer(read: DaysRead | undefined): boolean {
  return (
    read?.kind === 'problem' &&
    (read.problem.kind === 'separate-days' || read.problem.kind === 'part-of-span')
  );
}

/** What has begun lies back, its end ahead: "off since thursday", "off until thursday". */
function readSpan(
  said: string,
  { first, last }: DayFields,
  had: { readonly first: Day | undefined },
  { asker: { today }, asked }: Listening,
): DaysRead | undefined {
  // The end of what is over lies back as its start does.
  const endsAhead = last?.begun !== true;
  const asksForLast = asked !== undefined && asked === last?.name && endsAhead;
  const context = {
    today,
    first: had.first,
    countFromFirst: asksForLast,
    monthMeansFirst: first.monthMeansFirst,
  };
  const read = readDays(said, { ...context, ...(asksForLast ? {} : howRead(first, said)) });
  const isToCome = read?.kind === 'until' && read.day < today && endsAhead;
  return isToCome ? readDays(said, context) : read;
}

/** Two days or more, and none of them is joined to the next: "did it yesterday, so not in today". */
function areLoose(marked: string): boolean {
  const isJoined = /@ (?:(?:and|or|to|until|through) )?(?:the )?@/.test(marked);
  return !isJoined && [...marked.matchAll(pattern(MARK))].length > 1;
}

/** Of days that are no span, and of any day of a story: those that stand beside the fields' own words. */
function besideOwnWords(
  read: DaysRead | undefined,
  { first, last }: DayFields,
  { told, dates }: Told,
  listening: Listening,
): DaysRead | undefined {
  if (first.saidAfter.length === 0) return read;
  const { asker, opens } = listening;
  const { today } = asker;
  const ofStory = isStory(first, listening);
  // "Got my note this morning, signed off until the 28th": a story, and no days apart.
  const isApart = read?.kind === 'problem' && read.problem.kind === 'separate-days';
  const text = backAtWork(
    markDays(told, {
      today,
      ...howRead(first, told),
      monthMeansFirst: first.monthMeansFirst,
      isApart: true,
    }).text,
  );
  // Where one day is asked for, a span is told of something else: "off from monday to friday, met today".
  const isOther = last === undefined && !first.endsSpan && read?.kind === 'span';
  const isSure = !isOther && !(ofStory && (read?.kind === 'day' || isNoAnswer(read)));
  if (!areLoose(text) && isSure) return read;
  // "Died on sunday, need leave": in a story only "thursday off" has its word behind it.
  const from = besideWords(text, first, dates, ofStory ? 0 : undefined)?.[1];
  const until = last === undefined ? undefined : besideWords(text, last, dates)?.[1];
  const isOver = last?.begun === true;
  if (from === undefined && until !== undefined && (until >= today || isOver))
    return { kind: 'until', day: until };
  if (from === undefined)
    return ofStory || (isApart && opens === true && first.begun) ? undefined : read;
  return until === undefined || until < from
    ? { kind: 'from', day: from }
    : { kind: 'span', first: from, last: until };
}

/** Said at 2 a.m., "tomorrow" may mean today: the read-back then says what it was counted from. */
function afterMidnight(asker: Asker, said: string): Readonly<Record<string, string>> {
  const isRelative = /\b(?:today|tonight|tomorrow)\b/.test(said);
  return asker.earlyHours && isRelative ? { countedFrom: inWords(asker.today, false) } : {};
}
