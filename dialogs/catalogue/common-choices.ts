/** Choices that several services ask for, as data to spread into a service's own fields. */
import type { FieldData } from './schema';

export const HALF_DAY = {
  name: 'halfDay',
  kind: 'choice',
  ask: 'Which half of the day?',
  label: 'the half day',
  words: ['half day', 'half'],
  optional: true,
  takenBackBy: ['whole|full|entire|all day', 'whole of', 'both halves', 'not …2 half'],
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
        'just|only the? morning',
        '{weekday} morning',
        'morning of',
        '{weekday} am',
        'in the morning',
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
        'just|only the? afternoon',
        '{weekday} afternoon',
        'afternoon of',
        '{weekday} pm',
        'in the afternoon',
        'from noon|midday|lunch|lunchtime|12pm|1pm|2pm',
        'finish|finishing …1 at noon|midday|lunch|lunchtime|12|12pm|1|1pm',
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
        'give|gie …2 call|ring|bell|buzz',
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
