/** The read-back: the request in one sentence, from the service's own pieces. */
import { slotsOf } from '../catalogue/read-catalogue';
import type { FieldDefinition } from '../catalogue/schema';
import { findService } from '../catalogue/services';
import type { Draft } from '../request';
import type { Asker } from './asker';
import { filesInWords } from './files';
import { dayFieldsOf, dayIn } from './place-days';
import { inWords, type Day } from './reading/days';
import { monthInWords } from './reading/read-month';

export function readBack(draft: Draft, asker: Asker): string {
  const pieces = findService(draft.service)?.readBack ?? [];
  const sentences = pieces.map((piece) => {
    const alternatives = typeof piece === 'string' ? [piece] : piece;
    const filled = alternatives.map((text) => fillSlots(text, draft, asker));
    return filled.find((text) => text !== undefined) ?? '';
  });
  return `${sentences.join('')}${filesInWords(draft)}`;
}

/** What must not wait for the service, with whom to tell; undefined where the service has nothing of the kind. */
export function urgentNote(draft: Draft, asker: Asker): string | undefined {
  return findService(draft.service)
    ?.urgent?.map((text) => fillSlots(text, draft, asker))
    .find((text) => text !== undefined);
}

/** Undefined unless every slot is known. */
export function fillSlots(text: string, draft: Draft, asker: Asker): string | undefined {
  const values = slotsOf(text).map((slot) => [slot, slotValue(slot, draft, asker)] as const);
  if (values.some(([, value]) => value === undefined)) return undefined;
  return values.reduce((rest, [slot, value]) => rest.replace(`{${slot}}`, () => value ?? ''), text);
}

function slotValue(slot: string, draft: Draft, asker: Asker): string | undefined {
  const [first, last] = slot.split('..');
  if (first !== undefined && last !== undefined)
    return spanValue(draft.fields[first], draft.fields[last]);
  if (slot === 'bankHoliday' || slot === 'bankHolidays') {
    const days = bankHolidaysIn(draft, asker);
    return days.length > 0 && (days.length === 1) === (slot === 'bankHoliday')
      ? days.join(', ')
      : undefined;
  }
  if (slot === 'unchangedHours') return unchangedHours(draft);
  const field = findService(draft.service)?.fields.find(({ name }) => name === slot);
  if (field !== undefined) return fieldInWords(field, draft);
  const fact = draft.filledIn[slot];
  return fact === '' ? undefined : fact;
}

/** Hours that are what somebody works already. */
function unchangedHours({ fields, filledIn }: Draft): string | undefined {
  const { hoursNow = '' } = filledIn;
  return hoursNow !== '' && Number(hoursNow) === fields.weeklyHours ? hoursNow : undefined;
}

/** As the read-back and a list of answers tell it; undefined where it has no value. */
export function fieldInWords(
  field: FieldDefinition,
  draft: Pick<Draft, 'fields'>,
): string | undefined {
  const value = draft.fields[field.name];
  if (value === undefined) return undefined;
  if (field.kind === 'date' && typeof value === 'string') return inWords(value);
  if (field.kind === 'month' && typeof value === 'string') return monthInWords(value);
  if (field.kind === 'number' && typeof value === 'number') return numberInWords(value, field);
  const choice = field.choices?.find((one) => one.value === value);
  return choice === undefined ? String(value) : (choice.shown ?? choice.label);
}

function numberInWords(value: number, { unit }: FieldDefinition): string {
  if (unit === 'weeks') return value === 1 ? '1 week' : `${value} weeks`;
  return `£${Number.isInteger(value) ? value : value.toFixed(2)}`;
}

function spanValue(first: unknown, last: unknown): string | undefined {
  return typeof first === 'string' && typeof last === 'string'
    ? spanInWords(first, last)
    : undefined;
}

/** "Monday 3 May to Friday 7 May 2027"; both years where they differ. */
function spanInWords(first: Day, last: Day): string {
  if (first === last) return inWords(first);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${inWords(first, !sameYear)} to ${inWords(last)}`;
}

function bankHolidaysIn(draft: Draft, asker: Asker): readonly string[] {
  const service = findService(draft.service);
  const fields = service === undefined ? undefined : dayFieldsOf(service);
  const [first, last] = [dayIn(draft, fields?.first), dayIn(draft, fields?.last)];
  if (first === undefined || last === undefined) return [];
  const days = [...asker.bankHolidays].filter((day) => day >= first && day <= last).sort();
  return days.map((day) => inWords(day, false));
}
