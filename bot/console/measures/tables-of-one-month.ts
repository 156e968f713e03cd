/** Tables of the month that was chosen: what was asked about, what was done, and organisations side by side. */
import { longMonth, monthAsCounted, sayBoth, sayChange, sayCount, sayPercent } from './say-figures';
import type { Count, Sheet } from './sheets';
import type { Table } from './tables-of-months';

interface Months {
  readonly now: Sheet;
  readonly before: Sheet;
  readonly nameOf: (id: string) => string;
}

export const topics = ({ now, before, nameOf }: Months): Table => ({
  id: 'topics',
  title: `What was asked about in ${monthAsCounted(now)}`,
  says: [
    'How often the answer began with a clause of this policy. What rose most stands first.',
    `Change: against ${monthAsCounted(before)}, where both are shown.`,
    'A policy that is not listed is hidden.',
  ],
  heads: ['Policy', 'People Promise', 'Answers', 'The month before', 'Change'],
  rows: byRise(shownOf(now, 'topic'), now, before).map((id) => [
    nameOf(id),
    nameOf(now.partOf(id) ?? ''),
    ...compared(id, now, before),
  ]),
});

export const elements = ({ now, before, nameOf }: Months): Table => ({
  id: 'elements',
  title: 'By the NHS People Promise',
  says: [
    'Answers by the element of the People Promise that their policy serves first. Each policy stands under one.',
  ],
  heads: ['Element', 'Answers', 'The month before', 'Change'],
  rows: now.ids('element').map((id) => [nameOf(id), ...compared(id, now, before)]),
});

export const requestsDone = ({ now, before, nameOf }: Months): Table => ({
  id: 'requests',
  title: `Requests done in ${monthAsCounted(now)}`,
  says: [
    'In time: done by the day that the receipt named, which is the usual time of the service in working days.',
    `All services together: ${sayCount(now.count('whole:requests-done'))} in ${monthAsCounted(now)}, ${sayCount(before.count('whole:requests-done'))} in ${monthAsCounted(before)}.`,
    'A service that is not listed is hidden.',
  ],
  heads: ['Service', 'Done', 'In time', 'Late', 'The month before'],
  rows: mostFirst(shownOf(now, 'service'), now).map((id) => [
    nameOf(id),
    sayCount(now.count(id)),
    ...['in-time', 'late'].map((name) => {
      const time = `${id.replace('service:', 'time:')}/${name}`;
      return sayBoth(now.count(time), now.share(time, id));
    }),
    sayCount(before.count(id)),
  ]),
});

export const sideBySide = (
  sheets: readonly Sheet[],
  organisations: ReadonlyMap<string, string>,
): Table => ({
  id: 'organisations',
  title: `Organisations side by side, ${longMonth(sheets[0]?.month ?? '')}`,
  says: [
    'Yes: of those who said. Answered: in full or partly, of all that were begun. Right: of all that were reviewed. There is no total over organisations.',
  ],
  heads: ['Organisation', 'Begun', 'Said how it went', 'Yes', 'Answered', 'Right', 'Requests done'],
  rows: sheets.map(({ organisation, count, share, isPart }) => [
    `${organisations.get(organisation) ?? organisation}${isPart ? ' (part of the month)' : ''}`,
    sayCount(count('whole:interactions')),
    sayPercent(share('rated:rated', 'whole:interactions')),
    sayPercent(share('rating:yes', 'rated:rated')),
    sayPercent(share('outcome:with-answer', 'whole:interactions')),
    sayPercent(share('verdict:right', 'reviewed:reviewed')),
    sayCount(count('whole:requests-done')),
  ]),
});

const mostFirst = (ids: readonly string[], { count }: Sheet): readonly string[] =>
  ids.toSorted((a, b) => (count(b) ?? 0) - (count(a) ?? 0));

const shownOf = (sheet: Sheet, dimension: string): readonly string[] =>
  sheet.ids(dimension).filter((id) => sheet.count(id) !== undefined);

const compared = (id: string, now: Sheet, before: Sheet): readonly string[] => [
  sayCount(now.count(id)),
  sayCount(before.count(id)),
  // Part of a month is no measure of a whole one.
  now.isPart || before.isPart ? PART : sayChange(now.count(id), before.count(id)),
];

const PART = 'Part of a month';

function byRise(ids: readonly string[], now: Sheet, before: Sheet): readonly string[] {
  const rise = (id: string): number =>
    now.isPart || before.isPart ? 0 : difference(now.count(id), before.count(id));
  return ids.toSorted((a, b) => rise(b) - rise(a) || (now.count(b) ?? 0) - (now.count(a) ?? 0));
}

/** What cannot be compared neither rose nor fell. */
const difference = (now: Count, before: Count): number =>
  now === undefined || before === undefined ? 0 : now - before;
