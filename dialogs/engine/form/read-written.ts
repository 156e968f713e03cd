/** What was written into one field of a form, read as the chat reads an answer to its question. */
import type { FieldDefinition, ServiceDefinition } from '../../catalogue/schema';
import type { Draft } from '../../request';
import type { Asker } from '../asker';
import { factsOfPerson, gather, listen } from '../gather';
import { NOTHING, type Gathered } from '../gathered';
import { plain } from '../plain';
import { isAnswer } from '../reading/answers';
import { hasBankDetails } from '../reading/bank-details';
import { dayOf } from '../reading/days';
import { readOrganisationAsked } from '../reading/read-organisation';
import type { Problem } from '../reading/reading';
import { readTextAsked } from '../reading/read-text';

interface Place {
  readonly service: ServiceDefinition;
  /** What is known so far: a last day counts from the first one. */
  readonly known: Draft['fields'];
  readonly asker: Asker;
}

/** @param text not empty */
export function readWritten(field: FieldDefinition, text: string, place: Place): Gathered {
  const said = plain(text);
  if (hasBankDetails(text)) return wrong(field, { kind: 'bank-details' });
  const chosen = chosenIn(field, text, place.asker);
  if (chosen !== undefined) return chosen;
  if (isAnswer('unsure', said)) return wrong(field, { kind: 'unsure' });
  switch (field.kind) {
    case 'date':
      return readDay(field, text, place);
    case 'text':
    case 'job':
      return readWords(field, text, said, place.asker);
    case 'month':
    case 'hours':
    case 'number':
    case 'name':
    case 'person':
    case 'choice':
      return readAsked(field, text, place, [field]);
  }
}

/** What a list or a row of buttons sends: the value itself. */
function chosenIn(field: FieldDefinition, text: string, { reports }: Asker): Gathered | undefined {
  if (field.kind === 'person') {
    const report = reports.find(({ id }) => id === text);
    if (report === undefined) return undefined;
    const value = { [field.name]: report.name };
    return { ...NOTHING, values: value, filledIn: factsOfPerson(report) };
  }
  const choice = field.choices?.find(({ value }) => value === text);
  return choice && { ...NOTHING, values: { [field.name]: choice.value } };
}

/** As a date field sends it, or in words. */
function readDay(field: FieldDefinition, text: string, place: Place): Gathered {
  const written = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (written === null) {
    const dates = place.service.fields.filter(({ kind }) => kind === 'date');
    return readAsked(field, text, place, dates);
  }
  const [, year, month, date] = written;
  const day = dayOf(Number(year), Number(month), Number(date));
  return day === undefined
    ? wrong(field, { kind: 'no-such-day', said: text })
    : { ...NOTHING, values: { [field.name]: day } };
}

/** Kept as it was written, but for its full stop, since the read-back has its own: nobody begins with "I would like to" in a field that asks for it. */
function readWords(field: FieldDefinition, text: string, said: string, { today }: Asker): Gathered {
  const { maxLength: max = text.length } = field;
  if (text.length > max) return wrong(field, { kind: 'too-long', max });
  const words = field.isOrganisation ? readOrganisationAsked(text, field) : text;
  const isAnswered = words !== undefined && readTextAsked(words, today) !== undefined;
  if (!isAnswered || isAnswer('cancel', said) || isAnswer('skip', said))
    return wrong(field, { kind: 'not-understood' });
  return { ...NOTHING, values: { [field.name]: text.replace(/[\s.,;:]+$/, '') } };
}

/** By the reader of the chat, which hears this answer alone. */
function readAsked(
  field: FieldDefinition,
  text: string,
  { service, known, asker }: Place,
  fields: ServiceDefinition['fields'],
): Gathered {
  const heard = gather(
    listen({
      service: { ...service, fields },
      draft: { fields: known },
      asker,
      asked: field.name,
      text,
    }),
  );
  const value = heard.values[field.name];
  if (heard.problem !== undefined) return wrong(field, withoutSuggestion(heard.problem.problem));
  if (value === undefined) return wrong(field, { kind: 'not-understood' });
  const { maxLength: max } = field;
  if (max !== undefined && String(value).length > max)
    return wrong(field, { kind: 'too-long', max });
  return { ...NOTHING, values: { [field.name]: value }, filledIn: heard.filledIn };
}

/** Nobody can say yes to a form. */
function withoutSuggestion(problem: Problem): Problem {
  return problem.kind === 'last-before-first' ? { ...problem, suggestion: undefined } : problem;
}

const wrong = (field: FieldDefinition, problem: Problem): Gathered => ({
  ...NOTHING,
  problem: { field, problem },
});
