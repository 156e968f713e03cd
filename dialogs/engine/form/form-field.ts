/** A field of a service as a form shows it: drawn from the catalogue's data, never written for one service. */
import { leftOut } from '../../catalogue/left-out';
import { problemText } from '../../catalogue/problem-text';
import type { FieldDefinition } from '../../catalogue/schema';
import type { Draft } from '../../request';
import type { Asker } from '../asker';
import { isPost } from '../post-field';
import { monthInWords } from '../reading/read-month';
import type { Problem } from '../reading/reading';

export interface FormField {
  readonly name: string;
  readonly input: 'day' | 'month' | 'number' | 'line' | 'words' | 'one-of';
  /** The question; what else helps is the hint. */
  readonly label: string;
  readonly hint: string | null;
  /** "The first day": before what is wrong with it, in a list. */
  readonly called: string;
  readonly optional: boolean;
  /** What stands in it: `YYYY-MM-DD` for a day, a choice's value, else words. */
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly maxLength: number | null;
  readonly problem: string | null;
  /** For doors that look before they send. */
  readonly ifMissing: string;
}

/** What somebody wrote that cannot be taken over, given back to be put right. */
export interface Wrong {
  readonly written: string;
  readonly problem: Problem;
}

/** More people than this are no list to look through: their name is written. */
const MOST_PEOPLE_LISTED = 60;
/** A longer text has more than one line to write in. */
const LONGEST_LINE = 120;

export function formField(
  field: FieldDefinition,
  draft: Pick<Draft, 'fields' | 'filledIn'>,
  asker: Asker,
  wrong?: Wrong,
): FormField {
  const [label = '', hint] = labelAndHint(field.inForm ?? field.ask);
  const input = inputOf(field, asker);
  return {
    name: field.name,
    input,
    label,
    hint: hint ?? null,
    called: `${field.label.charAt(0).toUpperCase()}${field.label.slice(1)}`,
    optional: field.optional,
    value: wrong?.written ?? shownValue(field, draft, asker),
    choices: input === 'one-of' ? choicesOf(field, asker) : [],
    maxLength: field.maxLength ?? null,
    problem: wrong === undefined ? null : problemText(wrong.problem, field),
    ifMissing: problemText({ kind: 'missing' }, field),
  };
}

/** The first sentence asks, the others explain. */
function labelAndHint(ask: string): readonly (string | undefined)[] {
  return /^(.*?[.?])(?:\s+(.*))?$/s.exec(ask)?.slice(1) ?? [ask];
}

function inputOf({ kind, maxLength = 0 }: FieldDefinition, asker: Asker): FormField['input'] {
  switch (kind) {
    case 'date':
      return 'day';
    case 'month':
      return 'month';
    case 'hours':
    case 'number':
      return 'number';
    case 'name':
    case 'job':
      return 'line';
    case 'text':
      return maxLength > LONGEST_LINE ? 'words' : 'line';
    case 'choice':
      return 'one-of';
    case 'person':
      return isListed(asker) ? 'one-of' : 'line';
  }
}

const isListed = ({ reports }: Asker): boolean =>
  reports.length > 0 && reports.length <= MOST_PEOPLE_LISTED;

function choicesOf(field: FieldDefinition, { reports }: Asker): FormField['choices'] {
  const choices =
    field.kind === 'person'
      ? reports.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))
      : (field.choices ?? []).map(({ value, label }) => ({ value, label }));
  return field.optional ? [...choices, leftOut] : choices;
}

/** As it stands in the form; empty where it has no value. */
export function shownValue(
  field: FieldDefinition,
  { fields, filledIn }: Pick<Draft, 'fields' | 'filledIn'>,
  asker: Asker,
): string {
  if (isPost(field)) return chosen(field, filledIn.postId);
  const value = fields[field.name];
  if (value === undefined) return '';
  if (field.kind === 'month') return monthInWords(String(value));
  if (field.kind === 'choice') return chosen(field, value);
  if (field.kind === 'person' && isListed(asker))
    return asker.reports.find(({ id }) => id === filledIn.personId)?.id ?? '';
  return String(value);
}

/** What may be chosen no more is not chosen. */
function chosen({ choices = [] }: FieldDefinition, value: unknown): string {
  return choices.find((choice) => choice.value === value)?.value ?? '';
}
