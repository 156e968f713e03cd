/** Puts days that were read into the fields of a service: which are meant, and are they in order? */
import type { FieldDefinition, ServiceDefinition } from '../catalogue/schema';
import type { Draft } from '../request';
import { outOfBounds } from './reading/bounds';
import { addDays, type Day } from './reading/days';
import { lastAfter } from './reading/lengths';
import type { DaysRead } from './reading/read-days';
import type { Problem } from './reading/reading';

export interface Placed {
  readonly values: Readonly<Record<string, string>>;
  /** A field that must be asked for again, since it no longer fits. */
  readonly dropped?: string | undefined;
  readonly problem?: { readonly field: FieldDefinition; readonly problem: Problem } | undefined;
}

/** The first day, and the last day where the service has one. */
export interface DayFields {
  readonly first: FieldDefinition;
  readonly last: FieldDefinition | undefined;
}

export function dayFieldsOf(service: ServiceDefinition): DayFields | undefined {
  const [first, ...others] = service.fields.filter(({ kind, apart }) => kind === 'date' && !apart);
  if (first === undefined) return undefined;
  return { first, last: others.find(({ onOrAfter }) => onOrAfter === first.name) };
}

export function dayIn(
  draft: Pick<Draft, 'fields'>,
  field: FieldDefinition | undefined,
): Day | undefined {
  const value = field === undefined ? undefined : draft.fields[field.name];
  return typeof value === 'string' ? value : undefined;
}

interface Place {
  readonly fields: DayFields;
  readonly had: { readonly first: Day | undefined; readonly last: Day | undefined };
  /** The name of the field that was asked for; undefined at the start and in a correction. */
  readonly asked: string | undefined;
  readonly today: Day;
  /** Whether one day was spoken of before it was asked which. */
  readonly isOneDay?: boolean | undefined;
}

export function placeDays(read: DaysRead, place: Place): Placed {
  const { fields, had, asked } = place;
  switch (read.kind) {
    case 'problem': {
      const isOrder = read.problem.kind === 'last-before-first';
      const field =
        isOrder || asked === fields.last?.name ? (fields.last ?? fields.first) : fields.first;
      const kept =
        isOrder && read.problem.first >= place.today
          ? { [fields.first.name]: read.problem.first }
          : {};
      return { values: kept, problem: { field, problem: read.problem } };
    }
    case 'span':
      if (fields.last === undefined)
        return checked(fields.first.endsSpan ? read.last : read.first, undefined, place);
      return checked(read.first, read.last, place);
    case 'from':
      return startingOn(read.day, place);
    case 'until':
      return fields.last === undefined
        ? startingOn(read.day, place)
        : checked(had.first, read.day, place);
    case 'length':
      return had.first === undefined || fields.last === undefined
        ? { values: {} }
        : checked(had.first, lastAfter(had.first, read.length), place);
    case 'day':
      return oneDay(read.day, place);
  }
}

/** A day on its own: the one asked for, both at the start, else the end that it is nearest to. */
function oneDay(day: Day, place: Place): Placed {
  const { fields, had, asked } = place;
  const isBoth = place.isOneDay === true && fields.last?.sameWhenAlone === true;
  if (asked === fields.first.name && isBoth) return checked(day, day, place);
  if (fields.last === undefined || asked === fields.first.name) return startingOn(day, place);
  if (asked === fields.last.name) return checked(had.first, day, place);
  if (had.first === undefined)
    return fields.last.sameWhenAlone && had.last === undefined
      ? checked(day, day, place)
      : startingOn(day, place);
  if (had.first === had.last) return checked(day, day, place);
  // Only the first day was read back: it is what they put right.
  if (fields.last.optional && had.last === undefined) return startingOn(day, place);
  return day >= had.first ? checked(had.first, day, place) : startingOn(day, place);
}

/** A new first day keeps the last one where it can; a single day moves as one. */
function startingOn(day: Day, place: Place): Placed {
  const { fields, had } = place;
  if (fields.last === undefined || had.last === undefined) return checked(day, undefined, place);
  if (had.first === had.last) return checked(day, day, place);
  if (day <= had.last) return checked(day, had.last, place);
  return { ...checked(day, undefined, place), dropped: fields.last.name };
}

function checked(first: Day | undefined, last: Day | undefined, place: Place): Placed {
  const { fields, today } = place;
  const wrong = first === undefined ? undefined : outOfBounds(fields.first, first, today);
  if (wrong !== undefined) return { values: {}, problem: { field: fields.first, problem: wrong } };
  const values = first === undefined ? {} : { [fields.first.name]: first };
  if (last === undefined || fields.last === undefined) return { values };
  // What is over may be told by its end first: "until 31 july".
  if (last < (first ?? (fields.last.begun ? last : today)))
    return { values, problem: { field: fields.last, problem: notInOrder(first, last) } };
  return { values: { ...values, [fields.last.name]: last } };
}

function notInOrder(first: Day | undefined, last: Day): Problem {
  if (first === undefined) return { kind: 'in-the-past', day: last };
  return { kind: 'last-before-first', first, last, suggestion: laterMonth(first, last) };
}

/** "The 8th" said of a month too early. */
function laterMonth(first: Day, last: Day): { first: Day; last: Day } | undefined {
  for (let ahead = 28; ahead <= 31; ahead += 1) {
    const day = addDays(last, ahead);
    if (day >= first && day.slice(8) === last.slice(8)) return { first, last: day };
  }
  return undefined;
}
