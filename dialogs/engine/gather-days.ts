/** The days that one text says for the fields of a service: its span, and days with words of their own. */
import type { FieldDefinition } from '../catalogue/schema';
import type { Asker } from './asker';
import type { Gathered, Listening } from './gather';
import { dayFieldsOf, dayIn, placeDays, type DayFields } from './place-days';
import { isAnswer } from './reading/answers';
import { outOfBounds } from './reading/bounds';
import { inWords, type Day } from './reading/days';
import { markDays } from './reading/mark-days';
import { isRepeating, readDays, withoutRepeating, type DaysRead } from './reading/read-days';

const NOTHING: Gathered = { values: {}, filledIn: {}, dropped: [] };

/** What was gathered, in the order in which a later part may correct an earlier one. */
export function gatherDays(listening: Listening): readonly Gathered[] {
  const { service, asked, said } = listening;
  const apart = service.fields.filter(({ kind, apart }) => kind === 'date' && apart);
  const own = apart.find(({ name }) => name === asked);
  if (own !== undefined) return [gatherSpan(listening, { first: own, last: undefined })];
  const fields = dayFieldsOf(service);
  const { found, rest } = takeApart(said, apart, listening.asker.today);
  const days = [...found].map(([field, day]) => placed(field, day, listening.asker));
  return fields === undefined ? days : [...days, gatherSpan({ ...listening, said: rest }, fields)];
}

function placed(field: FieldDefinition, day: Day, { today }: Asker): Gathered {
  const problem = outOfBounds(field, day, today);
  return problem === undefined
    ? { ...NOTHING, values: { [field.name]: day } }
    : { ...NOTHING, problem: { field, problem } };
}

/** "Due 14 august": a day that stands beside its field's own words, taken out of the text. */
function takeApart(
  said: string,
  fields: readonly FieldDefinition[],
  today: Day,
): { readonly found: ReadonlyMap<FieldDefinition, Day>; readonly rest: string } {
  const found = new Map<FieldDefinition, Day>();
  if (fields.length === 0) return { found, rest: said };
  const { text, problem } = markDays(said, { today });
  if (problem !== undefined) return { found, rest: said };
  let rest = text;
  for (const field of fields) {
    const match = besideWords(rest, field);
    const day = match?.[1];
    if (match === null || day === undefined) continue;
    found.set(field, day);
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`.trim();
  }
  return { found, rest: found.size === 0 ? said : rest };
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
  const read = readDays(said, { ...context, begun: first.begun && !asksForLast });
  return read?.kind === 'until' && read.day < today ? readDays(said, context) : read;
}

/** Said at 2 a.m., "tomorrow" may mean today: the read-back then says what it was counted from. */
function afterMidnight(asker: Asker, said: string): Readonly<Record<string, string>> {
  const isRelative = /\b(?:today|tonight|tomorrow)\b/.test(said);
  return asker.earlyHours && isRelative ? { countedFrom: inWords(asker.today, false) } : {};
}
