/** Tables with a line for each month, and the trend that goes with them. */
import { monthAsCounted, sayBoth, sayCount } from './say-figures';
import type { Sheet } from './sheets';
import type { Series } from './draw-trend';

export interface Table {
  readonly id: string;
  readonly title: string;
  /** How each figure is made, in words. */
  readonly says: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly trend?: { readonly title: string; readonly series: readonly Series[] };
}

/** @param sheets oldest first; the table has the newest on top */
export const tablesOfMonths = (sheets: readonly Sheet[]) => ({
  sorted: sorted(sheets),
  endings: endings(sheets),
  reviewers: reviewers(sheets),
  others: others(sheets),
});

const rows = (sheets: readonly Sheet[], cells: (sheet: Sheet) => readonly string[]) =>
  sheets.toReversed().map((sheet) => [monthAsCounted(sheet), ...cells(sheet)]);

/** A count, and its share of another. */
const part = ({ count, share }: Sheet, id: string, whole: string): string =>
  sayBoth(count(id), share(id, whole));

const line = (sheets: readonly Sheet[], name: string, id: string, whole: string): Series => ({
  name,
  values: sheets.map(({ share }) => share(id, whole)),
});

const sorted = (sheets: readonly Sheet[]): Table => ({
  id: 'sorted',
  title: 'Did it sort it?',
  says: [
    'Said how it went: those who pressed Yes, Partly or No, as a share of all questions and requests that were begun in the month.',
    'Yes, Partly and No: as a share of those who said. The newest press counts.',
    'Who did not say is unknown, and is never counted as sorted. A request that nobody came back to for 7 days is ended, and is unknown too.',
  ],
  heads: ['Month', 'Begun', 'Said how it went', 'Yes', 'Partly', 'No', 'Unknown'],
  rows: rows(sheets, (sheet) => [
    sayCount(sheet.count('whole:interactions')),
    part(sheet, 'rated:rated', 'whole:interactions'),
    ...['yes', 'partly', 'no'].map((name) => part(sheet, `rating:${name}`, 'rated:rated')),
    sayCount(sheet.count('rated:unknown')),
  ]),
  trend: {
    title: 'Yes, of those who said, and how many said',
    series: [
      line(sheets, 'Yes, of those who said', 'rating:yes', 'rated:rated'),
      line(sheets, 'Said how it went, of all', 'rated:rated', 'whole:interactions'),
    ],
  },
});

const endings = (sheets: readonly Sheet[]): Table => ({
  id: 'endings',
  title: 'How questions and requests ended',
  says: [
    'Each is a share of all that were begun in the month. Answered and partly answered are shares of the two together.',
    'A request counts as a request whether it was sent, cancelled or left unfinished.',
  ],
  heads: [
    'Month',
    'Answered or partly',
    'Answered',
    'Partly answered',
    'Not covered',
    'Request',
    'Handed over',
    'In another way',
  ],
  rows: rows(sheets, (sheet) => [
    part(sheet, 'outcome:with-answer', 'whole:interactions'),
    part(sheet, 'answer:answered', 'outcome:with-answer'),
    part(sheet, 'answer:partly-answered', 'outcome:with-answer'),
    ...['not-covered', 'request', 'handover', 'other'].map((name) =>
      part(sheet, `outcome:${name}`, 'whole:interactions'),
    ),
  ]),
  trend: {
    title: 'Answered or partly answered, not covered and handed over, of all',
    series: [
      line(sheets, 'Answered or partly answered', 'outcome:with-answer', 'whole:interactions'),
      line(sheets, 'Not covered', 'outcome:not-covered', 'whole:interactions'),
      line(sheets, 'Handed over', 'outcome:handover', 'whole:interactions'),
    ],
  },
});

const reviewers = (sheets: readonly Sheet[]): Table => ({
  id: 'reviewers',
  title: 'What reviewers found',
  says: [
    'Right, partly right and wrong: as a share of all that were reviewed. The newest verdict of each counts.',
    'Reviewers look at poor ratings first, so this is not the share of all answers that are right.',
  ],
  heads: ['Month', 'Reviewed', 'Right', 'Partly right', 'Wrong'],
  rows: rows(sheets, (sheet) => [
    sayCount(sheet.count('reviewed:reviewed')),
    ...['right', 'partly', 'wrong'].map((name) =>
      part(sheet, `verdict:${name}`, 'reviewed:reviewed'),
    ),
  ]),
  trend: {
    title: 'Right, of all that were reviewed',
    series: [
      line(sheets, 'Right, of all that were reviewed', 'verdict:right', 'reviewed:reviewed'),
    ],
  },
});

const others = (sheets: readonly Sheet[]): Table => ({
  id: 'others',
  title: 'Other messages',
  says: [
    'Messages that are no question and no step of a request. Nobody is asked how these went. Signposted: people and helplines were shown, because of what was told.',
  ],
  heads: ['Month', 'All', 'Signposted', 'Refused', 'Status', 'Small talk', 'Anything else'],
  rows: rows(sheets, (sheet) => [
    sayCount(sheet.count('whole:other-messages')),
    ...['signposted', 'refused', 'status', 'small-talk', 'other'].map((name) =>
      sayCount(sheet.count(`turn:${name}`)),
    ),
  ]),
});
