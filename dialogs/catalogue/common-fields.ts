/**
 * Fields that many services have, as data to spread into a service's own: `{ ...NOTE, ask: '…' }`.
 * A service gives what is its own: the bounds of its days, the words beside which they stand.
 */
import type { FieldData } from './schema';

export const FIRST_DAY = {
  name: 'firstDay',
  kind: 'date',
  ask: 'What is the first day?',
  label: 'the first day',
  words: ['date', 'day', 'first day', 'start', 'start date', 'first date'],
} satisfies FieldData;

export const LAST_DAY = {
  name: 'lastDay',
  kind: 'date',
  ask: 'What is the last day?',
  label: 'the last day',
  words: ['last day', 'end', 'end date', 'last date', 'until'],
  onOrAfter: 'firstDay',
} satisfies FieldData;

/** Days soon, for what cannot wait. */
export const DAYS_NEEDED_OFF = [
  {
    ...FIRST_DAY,
    ask: 'What is the first day you need off?',
    onOrAfter: 'today',
    within: { back: 0, ahead: 366 },
  },
  { ...LAST_DAY, ask: 'And the last day?', sameWhenAlone: true },
] satisfies FieldData[];

/** Of a leave for a child: its story tells other days too, so this one is read beside its words alone. */
export const LEAVE_FIRST_DAY = {
  ...FIRST_DAY,
  label: 'the first day of leave',
  onlyBeside: true,
  saidAfter: ['from', 'start', 'starts', 'starting', 'begin', 'beginning'],
} satisfies FieldData;

/** The last day of what has begun and may have no known end. */
export const OPEN_LAST_DAY = {
  ...LAST_DAY,
  optional: true,
  within: { back: 180, ahead: 366 },
  saidAfter: ['until', 'to', 'through', 'last day'],
} satisfies FieldData;

export const DUE_DATE = {
  name: 'dueDate',
  kind: 'date',
  ask: 'What day is the baby due?',
  label: 'the due date',
  words: ['due date', 'due day', 'due'],
  apart: true,
  within: { back: 60, ahead: 300 },
  saidAfter: ['due', 'edd', 'expecting', 'baby comes', 'baby is coming', 'baby arrives'],
} satisfies FieldData;

export const WEEKS = {
  name: 'weeks',
  kind: 'number',
  unit: 'weeks',
  ask: 'How many weeks would you like?',
  label: 'the weeks',
  words: ['weeks', 'number of weeks'],
  min: 1,
} satisfies FieldData;

export const AMOUNT = {
  name: 'amount',
  kind: 'number',
  unit: 'pounds',
  ask: 'How much is it, in pounds?',
  label: 'the amount',
  words: ['amount', 'sum', 'cost', 'total'],
  min: 0.01,
  max: 100_000,
} satisfies FieldData;

export const PAY_MONTH = {
  name: 'payMonth',
  kind: 'month',
  ask: 'Which month’s pay is it?',
  label: 'the month',
  words: ['month', 'pay month'],
  optional: true,
} satisfies FieldData;

/** Kept where it was said, and never asked for. */
export const REASON = {
  name: 'reason',
  kind: 'text',
  ask: 'What would you like to put as the reason? A few words will do.',
  label: 'the reason',
  words: ['reason', 'why'],
  optional: true,
  maxLength: 500,
  saidAfter: ['because of', 'because', 'due to', 'owing to'],
} satisfies FieldData;

export const NOTE = {
  name: 'note',
  kind: 'text',
  ask: 'What would you like people services to know?',
  label: 'the note',
  words: ['note', 'message'],
  optional: true,
  maxLength: 300,
} satisfies FieldData;

/** The wish in the person's own words: the message that starts the service, where it says more than its name. */
export const DETAIL = {
  name: 'detail',
  kind: 'text',
  ask: 'Please tell me about it, in your own words.',
  label: 'your words',
  words: ['words', 'my words', 'detail', 'details', 'message'],
  maxLength: 1000,
  isMessage: true,
} satisfies FieldData;

/** Somebody who reports to the manager. */
export const PERSON = {
  name: 'person',
  kind: 'person',
  ask: 'Who is it for?',
  label: 'the person',
  words: ['person', 'name', 'who', 'someone else'],
  maxLength: 100,
} satisfies FieldData;
