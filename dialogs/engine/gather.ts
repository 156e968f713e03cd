/** Everything that one text says for the fields of a service. */
import type { FieldDefinition, ServiceDefinition } from '../catalogue/schema';
import type { Draft, FieldValue } from '../request';
import type { Asker, Report } from './asker';
import { dayFieldsOf, dayIn, placeDays } from './place-days';
import { plain } from './plain';
import { isAnswer, startsWithNo } from './reading/answers';
import { readChoice } from './reading/read-choice';
import { isRepeating, readDays, withoutRepeating } from './reading/read-days';
import { readHours } from './reading/read-hours';
import { readPerson } from './reading/read-person';
import { readTextAfter, readTextAsked, readTextUnasked, withoutAfter } from './reading/read-text';
import type { Problem } from './reading/reading';
import { inWords } from './reading/days';

export interface Gathered {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly filledIn: Readonly<Record<string, string>>;
  readonly dropped: readonly string[];
  /** The first thing that is wrong, with the field to ask for. */
  readonly problem?: FieldProblem | undefined;
}

export interface FieldProblem {
  readonly field: FieldDefinition;
  readonly problem: Problem;
  readonly among?: readonly Report[] | undefined;
}

export interface Listening {
  readonly service: ServiceDefinition;
  readonly draft: Pick<Draft, 'fields'>;
  readonly asker: Asker;
  /** The field that the text answers, where one was asked for. */
  readonly asked: string | undefined;
  readonly text: string;
  readonly said: string;
}

const NOTHING: Gathered = { values: {}, filledIn: {}, dropped: [] };

export function gather(listening: Listening): Gathered {
  const { service, asked } = listening;
  const askedField = service.fields.find(({ name }) => name === asked);
  const parts = [
    gatherDays(listening),
    ...service.fields
      .filter(({ kind }) => kind !== 'date')
      .map((field) =>
        gatherField(field, { ...listening, asked: asked === field.name ? asked : undefined }),
      ),
  ];
  // Free text that was asked for is the whole answer; a day in it is read too, the rest is not.
  if (askedField?.kind === 'text')
    return together(parts.filter(({ problem }) => problem === undefined));
  return together(parts);
}

function together(parts: readonly Gathered[]): Gathered {
  return {
    values: Object.assign({}, ...parts.map(({ values }) => values)) as Gathered['values'], // Object.assign has no type for many
    filledIn: Object.assign({}, ...parts.map(({ filledIn }) => filledIn)) as Gathered['filledIn'], // the same
    dropped: parts.flatMap(({ dropped }) => dropped),
    problem: parts.find(({ problem }) => problem !== undefined)?.problem,
  };
}

function gatherDays({ service, draft, asker, asked, said }: Listening): Gathered {
  const fields = dayFieldsOf(service);
  if (fields === undefined) return NOTHING;
  const had = { first: dayIn(draft, fields.first), last: dayIn(draft, fields.last) };
  const place = { fields, had, asked, today: asker.today };
  // A pattern of working may repeat; a span of days may not.
  if (fields.last !== undefined && isRepeating(said))
    return { ...NOTHING, problem: { field: fields.first, problem: { kind: 'repeating-days' } } };
  const isSame = asked !== undefined && asked === fields.last?.name && isAnswer('same', said);
  const read =
    isSame && had.first !== undefined
      ? ({ kind: 'day', day: had.first } as const)
      : readDays(fields.last === undefined ? withoutRepeating(said) : said, {
          today: asker.today,
          first: had.first,
          countFromFirst: asked !== undefined && asked === fields.last?.name,
          monthMeansFirst: fields.first.monthMeansFirst,
        });
  if (read === undefined) return NOTHING;
  const { values, dropped, problem } = placeDays(read, place);
  return {
    values,
    filledIn: afterMidnight(asker, said),
    dropped: dropped === undefined ? [] : [dropped],
    problem,
  };
}

/** Said at 2 a.m., "tomorrow" may mean today: the read-back then says what it was counted from. */
function afterMidnight(asker: Asker, said: string): Readonly<Record<string, string>> {
  const isRelative = /\b(?:today|tonight|tomorrow)\b/.test(said);
  return asker.earlyHours && isRelative ? { countedFrom: inWords(asker.today, false) } : {};
}

function gatherField(field: FieldDefinition, listening: Listening): Gathered {
  const { asker, asked, text, said } = listening;
  const isAsked = asked !== undefined;
  switch (field.kind) {
    case 'date':
      return NOTHING;
    case 'hours': {
      const read = readHours(said, field, isAsked);
      if (read?.kind === 'problem')
        return { ...NOTHING, problem: { field, problem: read.problem } };
      return read === undefined ? NOTHING : valueOf(field, read.value);
    }
    case 'choice': {
      const value = readChoice(said, field, isAsked);
      return value === undefined ? NOTHING : valueOf(field, value);
    }
    case 'person':
      return gatherPerson(field, said, text, asker, isAsked);
    case 'text':
      return gatherText(field, listening, isAsked);
  }
}

function gatherPerson(
  field: FieldDefinition,
  said: string,
  text: string,
  asker: Asker,
  isAsked: boolean,
): Gathered {
  const read = readPerson(said, text, asker, isAsked);
  if (read === undefined) return NOTHING;
  switch (read.kind) {
    case 'problem':
      return { ...NOTHING, problem: { field, problem: read.problem, among: read.among } };
    case 'as-said':
      return {
        ...valueOf(field, read.name),
        filledIn: { givenName: read.name.split(' ', 1)[0] ?? read.name },
      };
    case 'report':
      return { ...valueOf(field, read.report.name), filledIn: factsOf(read.report) };
  }
}

/** What the directory knows of the person: empty where it does not, so that nothing of another stays. */
function factsOf({
  id,
  givenName,
  title,
  place,
  weeklyHours,
}: Report): Readonly<Record<string, string>> {
  return {
    personId: id,
    givenName,
    personPost: `${title}, ${place}`,
    hoursNow: weeklyHours === undefined ? '' : String(weeklyHours),
  };
}

function gatherText(field: FieldDefinition, listening: Listening, isAsked: boolean): Gathered {
  const value = textFor(field, listening, isAsked);
  if (value === undefined) return NOTHING;
  const max = field.maxLength ?? value.length;
  return value.length > max
    ? { ...NOTHING, problem: { field, problem: { kind: 'too-long', max } } }
    : valueOf(field, value);
}

function textFor(
  field: FieldDefinition,
  { service, text, asker, draft }: Listening,
  isAsked: boolean,
): string | undefined {
  const { today } = asker;
  const others = service.fields.filter(
    ({ name, saidAfter }) => name !== field.name && saidAfter.length > 0 && isFree(draft, name),
  );
  const own = withoutAfter(text, others);
  if (isAsked) return readTextAsked(own, today);
  if (!isFree(draft, field.name)) return undefined;
  const unasked = readTextUnasked(own, field, today);
  // "no because that is wrong" gives no reason for the request.
  return unasked ?? (startsWithNo(plain(text)) ? undefined : readTextAfter(text, field, today));
}

function isFree({ fields }: Pick<Draft, 'fields'>, name: string): boolean {
  return fields[name] === undefined;
}

function valueOf(field: FieldDefinition, value: FieldValue): Gathered {
  return { ...NOTHING, values: { [field.name]: value } };
}

/** Plain text once, for those who have only what was said. */
export function listen(parts: Omit<Listening, 'said'>): Listening {
  return { ...parts, said: plain(parts.text) };
}
