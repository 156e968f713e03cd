/** The days that one text says for the fields of a service: its span, and days with words of their own. */
import { hasAnyPhrase } from '../catalogue/phrases';
import type { FieldDefinition } from '../catalogue/schema';
import type { Asker } from './asker';
import { NOTHING, type Gathered, type Listening } from './gathered';
import { dayFieldsOf, dayIn, placeDays, type DayFields } from './place-days';
import { isAnswer } from './reading/answers';
import { sentences } from './plain';
import { outOfBounds } from './reading/bounds';
import { inWords, type Day } from './reading/days';
import { backAtWork } from './reading/expand-spans';
import { markDays } from './reading/mark-days';
import { withoutOtherTimes } from './reading/other-times';
import { pattern } from './reading/pattern';
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
      span?.last === undefined ? words.replace(/\bback\b/g, ' ') : words,
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
  const { found, rest } = takeApart(cleared(toldIn(listening)), besides, {
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
  const left = found.size === 0 ? said : rest.replaceAll(END, ' ');
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
    const context = {
      today,
      begun: hasBeen(field, told),
      past: isPast(field),
      monthMeansFirst: field.monthMeansFirst,
    };
    const { text, problem } = markDays(rest, { ...context, isApart: true });
    if (problem !== undefined) continue;
    if ([...text.matchAll(pattern(MARK))].length <= leave) break;
    const match = besideWords(text, field, dates);
    const day = match?.[1];
    if (match === undefined || day === undefined) continue;
    found.set(field, day);
    rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  }
  return { found, rest: found.size === 0 ? told : rest };
}

/** What began, or what words of the past are said of: "left on friday". */
function hasBeen({ begun, pastWith }: FieldDefinition, said: string): boolean {
  return begun || hasAnyPhrase(pastWith, said);
}

const END = ' | ';

/** What cannot lie ahead: a day without a year is the last such day. */
const isPast = ({ within }: FieldDefinition): boolean => within?.ahead === 0;

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
): RegExpExecArray | undefined {
  if (saidAfter.length === 0) return undefined;
  const words = String.raw`\b(?:${saidAfter.join('|')})\b`;
  const others = dates.flatMap((date) => date.saidAfter).filter((cue) => !saidAfter.includes(cue));
  const nearer = others.length === 0 ? '' : String.raw`(?!(?:${others.join('|')})\b)`;
  const between = String.raw`(?: ${nearer}[^@|\s]+)`;
  return (
    firstOf(marked, String.raw`${words}${between}{0,6}? ${MARK}`) ??
    firstOf(marked, String.raw`${MARK}${between}{0,3}? ${words}`)
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
  if (fields.last !== undefined && isRepeating(said))
    return { ...NOTHING, problem: { field: fields.first, problem: { kind: 'repeating-days' } } };
  const isSame = asked !== undefined && asked === fields.last?.name && isAnswer('same', said);
  const read =
    isSame && had.first !== undefined
      ? ({ kind: 'day', day: had.first } as const)
      : besideOwnWords(
          readSpan(
            fields.last === undefined ? withoutRepeating(said) : said,
            fields,
            had,
            listening,
          ),
          fields,
          told,
          listening,
        );
  if (read === undefined) return NOTHING;
  const { values, dropped, problem } = placeDays(read, place);
  return {
    values,
    filledIn: afterMidnight(asker, said),
    dropped: dropped === undefined ? [] : [dropped],
    problem,
  };
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
    past: isPast(first),
    monthMeansFirst: first.monthMeansFirst,
    mayTurnYear: last?.mayTurnYear === true,
  };
  const read = readDays(said, { ...context, begun: hasBeen(first, said) && !asksForLast });
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
  { asker: { today }, opens }: Listening,
): DaysRead | undefined {
  if (first.saidAfter.length === 0) return read;
  const isStory = opens === true && first.onlyBeside;
  const text = backAtWork(
    markDays(told, {
      today,
      begun: hasBeen(first, told),
      past: isPast(first),
      monthMeansFirst: first.monthMeansFirst,
      isApart: true,
    }).text,
  );
  if (!areLoose(text) && !(isStory && read?.kind === 'day')) return read;
  const from = besideWords(text, first, dates)?.[1];
  const until = last === undefined ? undefined : besideWords(text, last, dates)?.[1];
  const isOver = last?.begun === true;
  if (from === undefined && until !== undefined && (until >= today || isOver))
    return { kind: 'until', day: until };
  if (from === undefined) return isStory ? undefined : read;
  return until === undefined || until < from
    ? { kind: 'from', day: from }
    : { kind: 'span', first: from, last: until };
}

/** Said at 2 a.m., "tomorrow" may mean today: the read-back then says what it was counted from. */
function afterMidnight(asker: Asker, said: string): Readonly<Record<string, string>> {
  const isRelative = /\b(?:today|tonight|tomorrow)\b/.test(said);
  return asker.earlyHours && isRelative ? { countedFrom: inWords(asker.today, false) } : {};
}
