/** The days that one text says for the fields of a service: its span, and days with words of their own. */
import { hasAnyPhrase } from '../catalogue/phrases';
import type { FieldDefinition } from '../catalogue/schema';
import type { Asker } from './asker';
import type { Gathered, Listening } from './gather';
import { dayFieldsOf, dayIn, placeDays, type DayFields } from './place-days';
import { isAnswer } from './reading/answers';
import { outOfBounds } from './reading/bounds';
import { inWords, type Day } from './reading/days';
import { markDays } from './reading/mark-days';
import type { DayContext } from './reading/marked';
import { isRepeating, readDays, withoutRepeating, type DaysRead } from './reading/read-days';

/** When it is to be done is no day of the request: "can we get that done today". */
const DONE_TODAY =
  /\b(done|do it|do this|do that|sorted|sort it|sent|processed|actioned|put through) (?:today|tonight|tomorrow)\b/g;

const NOTHING: Gathered = { values: {}, filledIn: {}, dropped: [] };

/** What was gathered, in the order in which a later part may correct an earlier one. */
export function gatherDays(listening: Listening): readonly Gathered[] {
  const { service, asked } = listening;
  const said = listening.said.replace(DONE_TODAY, '$1');
  const apart = service.fields.filter(({ kind, apart }) => kind === 'date' && apart);
  const own = apart.find(({ name }) => name === asked);
  if (own !== undefined)
    return [gatherSpan({ ...listening, said }, { first: own, last: undefined })];
  const fields = dayFieldsOf(service);
  const only = fields?.last === undefined ? [fields?.first].filter((one) => one !== undefined) : [];
  const beside =
    asked !== fields?.first.name ? only.filter(({ saidAfter }) => saidAfter.length > 0) : [];
  const { found, rest } = takeApart(said, [...apart, ...beside], listening.asker.today);
  const days = [...found].map(([field, day]) => placed(field, day, listening));
  const known = apart.find(({ name }) => listening.draft.fields[name] !== undefined);
  // At the read-back a day alone can only be the one day that there is.
  if (fields === undefined && days.length === 0 && apart.length === 1 && known !== undefined)
    return [gatherSpan({ ...listening, said }, { first: known, last: undefined })];
  return fields === undefined || found.has(fields.first)
    ? days
    : [...days, gatherSpan({ ...listening, said: rest }, fields)];
}

function placed(field: FieldDefinition, day: Day, { asker, said }: Listening): Gathered {
  const problem = outOfBounds(field, day, asker.today);
  return problem === undefined
    ? { ...NOTHING, values: { [field.name]: day }, filledIn: afterMidnight(asker, said) }
    : { ...NOTHING, problem: { field, problem } };
}

/** "Due 14 august": a day that stands beside its field's own words, taken out of the text. */
function takeApart(
  said: string,
  fields: readonly FieldDefinition[],
  today: Day,
): { readonly found: ReadonlyMap<FieldDefinition, Day>; readonly rest: string } {
  const found = new Map<FieldDefinition, Day>();
  let rest = said;
  for (const field of fields) {
    const context = contextOf(field, said, today);
    const { text, problem } = markDays(rest, context);
    const match = problem === undefined ? besideWords(text, field) : null;
    // Its year is its own: "interviewed 12 january, starts 1 march" is no span of days.
    const day = besideWords(markDays(rest, { ...context, alone: true }).text, field)?.[1];
    if (match === null || day === undefined) continue;
    found.set(field, day);
    rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  }
  return { found, rest };
}

function contextOf(field: FieldDefinition, said: string, today: Day): DayContext {
  return { today, begun: hasBeen(field, said), monthMeansFirst: field.monthMeansFirst };
}

/** What began, or what words of the past are said of: "left on friday". */
function hasBeen({ begun, pastWith }: FieldDefinition, said: string): boolean {
  return begun || hasAnyPhrase(pastWith, said);
}

const MARK = String.raw`@(\d{4}-\d\d-\d\d)~?@`;

function besideWords(marked: string, { saidAfter }: FieldDefinition): RegExpExecArray | null {
  const words = String.raw`\b(?:${saidAfter.join('|')})\b`;
  const after = new RegExp(String.raw`${words}(?: [^@\s]+){0,4}? ${MARK}`).exec(marked);
  return after ?? new RegExp(String.raw`${MARK}(?: [^@\s]+){0,3}? ${words}`).exec(marked);
}

function gatherSpan(listening: Listening, fields: DayFields): Gathered {
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
      : readSpan(fields.last === undefined ? withoutRepeating(said) : said, fields, had, listening);
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
  const asksForLast = asked !== undefined && asked === last?.name;
  const context = {
    today,
    first: had.first,
    countFromFirst: asksForLast,
    monthMeansFirst: first.monthMeansFirst,
  };
  const read = readDays(said, { ...context, begun: hasBeen(first, said) && !asksForLast });
  return read?.kind === 'until' && read.day < today ? readDays(said, context) : read;
}

/** Said at 2 a.m., "tomorrow" may mean today: the read-back then says what it was counted from. */
function afterMidnight(asker: Asker, said: string): Readonly<Record<string, string>> {
  const isRelative = /\b(?:today|tonight|tomorrow)\b/.test(said);
  return asker.earlyHours && isRelative ? { countedFrom: inWords(asker.today, false) } : {};
}
