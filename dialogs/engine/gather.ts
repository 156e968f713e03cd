/** Everything that one text says for the fields of a service. */
import { hasAnyPhrase } from '../catalogue/phrases';
import type { FieldDefinition } from '../catalogue/schema';
import type { Draft, FieldValue } from '../request';
import type { Asker, Report } from './asker';
import { NOTHING, type Gathered, type Listening } from './gathered';
import { gatherDays } from './gather-days';
import { plain } from './plain';
import { startsWithNo } from './reading/answers';
import { hasBankDetails } from './reading/bank-details';
import { readChoice } from './reading/read-choice';
import { readHours } from './reading/read-hours';
import { readMonth } from './reading/read-month';
import { readJob } from './reading/read-job';
import { readName } from './reading/read-name';
import { readNumber } from './reading/read-number';
import { readOrganisation, readOrganisationAsked } from './reading/read-organisation';
import { readPerson } from './reading/read-person';
import type { Reading } from './reading/reading';
import {
  readMessage,
  readTextAfter,
  readTextAsked,
  readTextIn,
  readTextUnasked,
  withoutAfter,
} from './reading/read-text';

export function gather(listening: Listening): Gathered {
  const { service, asked } = listening;
  const askedField = service.fields.find(({ name }) => name === asked);
  const parts = [
    ...gatherDays(listening),
    ...service.fields
      .filter(({ kind }) => kind !== 'date')
      .map((field) =>
        gatherField(field, { ...listening, asked: asked === field.name ? asked : undefined }),
      ),
  ];
  // Free text that was asked for is the whole answer; a day in it is read too, the rest is not.
  if (askedField?.kind === 'text')
    return together(
      parts.filter(({ problem }) => problem === undefined || problem.field === askedField),
    );
  return together(parts);
}

function together(parts: readonly Gathered[]): Gathered {
  return {
    values: Object.assign({}, ...parts.map(({ values }) => values)) as Gathered['values'], // Object.assign has no type for many
    filledIn: Object.assign({}, ...parts.map(({ filledIn }) => filledIn)) as Gathered['filledIn'], // the same
    dropped: parts.flatMap(({ dropped }) => dropped),
    spokenOf: parts.find(({ spokenOf }) => spokenOf !== undefined)?.spokenOf,
    problem: parts.find(({ problem }) => problem !== undefined)?.problem,
  };
}

function gatherField(field: FieldDefinition, listening: Listening): Gathered {
  const { service, asker, asked, text, said } = listening;
  const isAsked = asked !== undefined;
  switch (field.kind) {
    case 'date':
      return NOTHING;
    case 'month': {
      const value = readMonth(said, asker.today, isAsked);
      return value === undefined ? NOTHING : valueOf(field, value);
    }
    case 'hours':
      return gatherReading(field, readHours(said, field, isAsked));
    case 'number':
      return gatherReading(field, readNumber(said, field, isAsked, listening.opens));
    case 'choice': {
      const value = readChoice(said, field, isAsked);
      if (hasAnyPhrase(field.takenBackBy, said)) return takenBack(field, value, listening);
      return value === undefined ? NOTHING : valueOf(field, value);
    }
    case 'name': {
      const value = readName(text, isAsked);
      return value === undefined ? NOTHING : valueOf(field, value);
    }
    case 'job': {
      const hasName = service.fields.some(({ kind }) => kind === 'name');
      const name = hasName ? readName(text, false) : undefined;
      const value =
        readJob(text, name, field.saidAfter) ??
        (isAsked ? readTextAsked(text, asker.today) : undefined);
      return value === undefined ? NOTHING : valueOf(field, value);
    }
    case 'person':
      return gatherPerson(field, said, text, asker, isAsked);
    case 'text':
      return gatherText(field, listening, isAsked);
  }
}

/** "The whole day" after all; "half day friday and all day monday" is for two requests. */
function takenBack(
  { name }: FieldDefinition,
  said: FieldValue | undefined,
  { service, draft }: Listening,
): Gathered {
  const [day] = service.fields.filter(({ kind }) => kind === 'date');
  if (said !== undefined && isFree(draft, name) && day !== undefined)
    return { ...NOTHING, problem: { field: day, problem: { kind: 'separate-days' } } };
  return isFree(draft, name) ? NOTHING : { ...NOTHING, dropped: [name] };
}

function gatherReading(field: FieldDefinition, read: Reading | undefined): Gathered {
  if (read === undefined) return NOTHING;
  return read.kind === 'problem'
    ? { ...NOTHING, problem: { field, problem: read.problem } }
    : valueOf(field, read.value);
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
      return { ...valueOf(field, read.report.name), filledIn: factsOfPerson(read.report) };
  }
}

/** What the directory knows of the person: empty where it does not, so that nothing of another stays. */
export function factsOfPerson({
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
  if (hasBankDetails(value))
    return { ...NOTHING, problem: { field, problem: { kind: 'bank-details' } } };
  const max = field.maxLength ?? value.length;
  return value.length > max
    ? { ...NOTHING, problem: { field, problem: { kind: 'too-long', max } } }
    : valueOf(field, value);
}

function textFor(
  field: FieldDefinition,
  { service, text, asker, draft, opens }: Listening,
  isAsked: boolean,
): string | undefined {
  const { today } = asker;
  const others = service.fields.filter(
    ({ name, kind, saidAfter }) =>
      kind === 'text' && name !== field.name && saidAfter.length > 0 && isFree(draft, name),
  );
  const own = withoutAfter(text, others);
  if (isAsked) {
    const name = field.isOrganisation ? readOrganisationAsked(own, field) : own;
    return name === undefined ? undefined : readTextAsked(name, today);
  }
  if (field.isOrganisation) return readOrganisation(text, field, isFree(draft, field.name));
  if (!isFree(draft, field.name)) return undefined;
  const unasked =
    readTextUnasked(own, field, today) ??
    (opens === true ? readTextIn(own, field, today) : undefined);
  if (field.isMessage && opens === true) return unasked ?? readMessage(text, field, service.named);
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
