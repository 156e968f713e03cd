import type { MonthOfPeople } from '../../bot/feedback/measures/published';
import type { Stores } from '../../bot/storage/create-stores';
import { confirmRequest } from '../support/confirm-request';
import { aCommit, aDraft, anEvent, aRequest, later, MINUTE, noon, within } from './samples';
import { opened, question, rated, withThreePeople } from './some-turns';

const DAY = 86_400_000;
const nothing = { interactions: [], turns: [], done: [] };

const aMonth = (changes: Partial<MonthOfPeople> = {}): MonthOfPeople => ({
  version: 2,
  organisation: 'fellbridge',
  month: '2026-12',
  isPart: false,
  cells: [{ id: 'whole:interactions', partOf: null, count: 40 }],
  ...changes,
});

/** What must hold of what is counted of a month, and of what was published. */
export function theseAreMeasures(open: () => Promise<Stores>): void {
  it('tell what happened in one organisation from a moment on and before another', async () => {
    const { conversations, measures, reviews } = await withThreePeople(open);
    await conversations.commit(
      question('ana', 'fellbridge', {
        message: 'm2',
        expectedVersion: 1,
        interaction: null,
        at: later(MINUTE),
        reply: { ...aCommit().reply, outcome: 'status' },
        effects: [rated('ana-1', 'partly'), rated('ana-1', 'yes')],
      }),
    );
    await reviews.judge(within('fellbridge'), {
      id: 'review-1',
      interaction: 'ana-1',
      reviewer: 'nadia-rahman',
      at: later(MINUTE).toISOString(),
      verdict: 'right',
      cause: null,
      note: null,
    });

    expect(await measures.happened('fellbridge', noon, later(2 * MINUTE))).toEqual({
      interactions: [
        {
          person: 'ana',
          outcome: 'answered',
          rating: 'yes',
          verdict: 'right',
          clause: 'annual-leave-and-bank-holidays.1',
        },
      ],
      turns: [{ person: 'ana', outcome: 'status', times: 1 }],
      done: [],
    });
    expect(await measures.happened('fellbridge', later(-MINUTE), noon)).toEqual(nothing);
    expect(await measures.happened('orchard-street', noon, later(DAY))).toEqual(nothing);
    expect(await measures.since('fellbridge')).toEqual(noon);
    expect(await measures.since('orchard-street')).toBeUndefined();
  });

  it('count a request when it is done, whatever the receiver writes its time like', async () => {
    const { measures, requestLog, ...stores } = await open();
    await confirmRequest(
      { measures, requestLog, ...stores },
      aRequest({ expectedBy: '2027-01-12' }),
      'desk',
    );
    const doneAt = '2027-01-06T09:00:00Z';
    await requestLog.record('desk', 1, anEvent({ kind: 'approved', at: doneAt }));
    await requestLog.record('desk', 2, anEvent({ kind: 'done', at: doneAt }));
    const on = (from: string, to: string) =>
      measures.happened('fellbridge', new Date(from), new Date(to));

    expect((await on('2027-01-06T09:00:00.000Z', '2027-01-06T09:00:00.001Z')).done).toEqual([
      {
        person: aRequest().requestedBy,
        service: 'book-annual-leave',
        confirmedAt: '2027-01-05T12:00:00.000Z',
        expectedBy: '2027-01-12',
        doneAt: '2027-01-06T09:00:00.000Z',
      },
    ]);
    expect((await on('2027-01-06T08:00:00Z', doneAt)).done).toEqual([]);
    const elsewhere = await measures.happened('vale', new Date(doneAt), later(DAY));
    expect(elsewhere.done).toEqual([]);
  });

  it('are published once: what stands there is never changed', async () => {
    const { measures } = await open();
    const other = aMonth({ cells: [{ id: 'whole:interactions', partOf: null, count: 41 }] });

    const published = await Promise.all([aMonth(), other].map((each) => measures.publish(each)));

    expect(published.toSorted()).toEqual([false, true]);
    const [first] = await measures.read(['fellbridge'], '2026-12', '2026-12');
    expect(await measures.publish(published[0] ? other : aMonth())).toBe(false);
    expect(await measures.read(['fellbridge'], '2026-12', '2026-12')).toEqual([first]);
  });

  it('are read of the organisations named and no other, oldest month first', async () => {
    const { measures } = await open();
    for (const month of ['2026-12', '2026-10', '2026-11'])
      await measures.publish(aMonth({ month }));
    await measures.publish(aMonth({ organisation: 'vale', month: '2026-09' }));

    const months = async (organisations: readonly string[], first: string, last: string) =>
      (await measures.read(organisations, first, last)).map((each) => each.month);
    expect(await months(['fellbridge'], '2026-01', '2026-11')).toEqual(['2026-10', '2026-11']);
    expect(await months(['vale', 'fellbridge'], '2026-09', '2026-10')).toEqual([
      '2026-09',
      '2026-10',
    ]);
    expect(await months([], '2026-01', '2026-12')).toEqual([]);
    expect(await measures.months(['fellbridge', 'vale'])).toEqual([
      '2026-12',
      '2026-11',
      '2026-10',
      '2026-09',
    ]);
    expect(await measures.months([])).toEqual([]);
  });

  it('end requests that nobody came back to, and whoever comes back after all still ends them', async () => {
    const { conversations, measures } = await open();
    const request = { kind: 'request', outcome: 'request', endedAt: null } as const;
    const recent = aDraft({ id: 'i2', updatedAt: later(2 * DAY).toISOString() });
    const commits = [
      aCommit({ effects: [opened('i1', request), opened('i2', request)] }),
      aCommit({
        message: 'm2',
        expectedVersion: 1,
        at: later(2 * DAY),
        effects: [
          { kind: 'draft-saved', draft: recent, expected: 0 },
          opened('i3', { kind: 'question', outcome: 'handover', endedAt: null }),
          opened('i4', { ...request, openedAt: later(2 * DAY).toISOString() }),
        ],
      }),
    ];
    for (const commit of commits) await conversations.commit(commit);
    const close = (days: number) => measures.closeAbandoned(later(days * DAY), later(9 * DAY), 100);

    expect([await close(0), await close(1), await close(1)]).toEqual([0, 1, 0]);
    expect(await measures.closeAbandoned(later(9 * DAY), later(9 * DAY), 1)).toBe(1);
    expect(await close(9)).toBe(1);
    const effect = { kind: 'interaction-ended', outcome: 'request', ended: 'done' } as const;
    const end = aCommit({
      message: 'm3',
      expectedVersion: 2,
      at: later(10 * DAY),
      effects: [{ ...effect, interaction: 'i1', at: later(10 * DAY).toISOString() }],
    });
    expect(await conversations.commit(end)).toMatchObject({ kind: 'committed' });
  });
}
