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

export const HALF_DAY = {
  name: 'halfDay',
  kind: 'choice',
  ask: 'Which half of the day?',
  label: 'the half day',
  words: ['half day', 'half'],
  optional: true,
  choices: [
    {
      value: 'morning',
      label: 'Morning',
      shown: 'a half day in the morning',
      words: ['am', 'the morning'],
      saidBy: [
        'half day …4 morning|mornings|am',
        'morning off',
        'morning|am only',
        'just|only the morning',
        '{weekday} morning',
        'morning of',
      ],
    },
    {
      value: 'afternoon',
      label: 'Afternoon',
      shown: 'a half day in the afternoon',
      words: ['pm', 'the afternoon'],
      saidBy: [
        'half day …4 afternoon|pm',
        'afternoon off',
        'afternoon|pm only',
        'just|only the afternoon',
        '{weekday} afternoon',
        'afternoon of',
      ],
    },
    {
      value: 'yes',
      label: 'Half day',
      shown: 'a half day',
      words: ['just half a day'],
      saidBy: ['half day', 'half a day'],
    },
  ],
} satisfies FieldData;

export const CONTACT_BY = {
  name: 'contactBy',
  kind: 'choice',
  ask: 'How should they get in touch with you?',
  label: 'the way to reach you',
  words: ['contact', 'way to reach me', 'contact details'],
  choices: [
    {
      value: 'phone',
      label: 'Phone',
      shown: 'by phone',
      words: ['call', 'by phone', 'call me', 'ring me', 'ring', 'telephone', 'mobile', 'text'],
      saidBy: [
        'by|over|via phone|telephone',
        'on the phone',
        'phone|call|ring|telephone|text me|us',
        'just ring|phone|call',
        'give|gie …1 call|ring|bell|buzz',
        'telephone|phone please',
        'please telephone|phone|call|ring',
        'call|telephone|phone to my',
        'telephone call',
        'phone call',
        'phone not',
        'mobile is|mobiles best',
        'on …3 mobile|landline',
        'phone …1 best|better|easiest|fine|ok|okay|please|preferred',
        'phone|mobile call|best',
        'prefer …2 phone|call',
        '{oh} …4 to phone|call|ring|telephone',
      ],
    },
    {
      value: 'email',
      label: 'Email',
      shown: 'by email',
      words: ['by email', 'email me', 'mail', 'e mail'],
      saidBy: [
        'by|over|via email',
        'email|emails me|us',
        'by|over|via|through|on|preference e mail',
        'through|on email',
        'e mail me|us|best|please',
        'email contact|please',
        'please email',
        'email …2 best|better|easiest|fine|ok|okay|please|preferred',
        'email is',
        'prefer …2 email',
      ],
    },
    {
      value: 'teams',
      label: 'Teams',
      shown: 'on Teams',
      words: ['on teams', 'teams call', 'by teams', 'ms teams', 'video call'],
      saidBy: [
        'by|over|via|on|through|ms teams',
        'teams call|chat|message|meeting|me',
        'teams please',
        'please teams',
        'preferably teams',
        'teams …2 best|better|easiest|fine|ok|okay|please|preferred',
        'prefer …2 teams',
      ],
    },
  ],
} satisfies FieldData;

/** As they are written, and as they are said. */
const BANDS = [
  ['2', 'two'],
  ['3', 'three'],
  ['4', 'four'],
  ['5', 'five'],
  ['6', 'six'],
  ['7', 'seven'],
  ['8a', 'eight a'],
  ['8b', 'eight b'],
  ['8c', 'eight c'],
  ['8d', 'eight d'],
  ['9', 'nine'],
] as const;

/** Bands of Agenda for Change, with the way out for posts that have none. */
export const BAND = {
  name: 'band',
  kind: 'choice',
  ask: 'Which band is it? For example: 5, or 8a. Write “none” if it has no band.',
  label: 'the band',
  words: ['band', 'grade'],
  choices: [
    ...BANDS.map(([band, said]) => ({
      value: band,
      label: `Band ${band}`,
      shown: `band ${band}`,
      words: [said, `b${band}`, `a ${band}`, `a band ${band}`],
      saidBy: [`band|bands ${band}|${band}s`, `b${band}|b${band}s`, `band ${said}`],
    })),
    {
      value: 'none',
      label: 'Not on a band',
      shown: 'not on a band',
      words: ['none', 'no', 'it has none', 'doctor', 'medical', 'local contract'],
      saidBy: ['no band', 'not on a band', 'not banded'],
    },
  ],
} satisfies FieldData;
