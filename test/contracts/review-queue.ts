import type { Stores } from '../../bot/storage/create-stores';
import { later, MINUTE } from './samples';
import {
  a,
  asks,
  b,
  by,
  c,
  d,
  e,
  fellbridge,
  idsIn,
  judge,
  other,
  queue,
  sampled,
  says,
  tomorrow,
  untaken,
} from './some-reviews';

/** What must hold of the review queue, whatever keeps it. */
export function thisIsAReviewQueue(open: () => Promise<Stores>): void {
  it('holds what matters most first: replies, what misleads, no, partly, the sample', async () => {
    const stores = await open();
    for (const id of [sampled, a, b, c, d, e]) await asks(stores, id);
    await says(stores, a, { rating: 'partly' });
    await says(stores, b, { rating: 'no' });
    await says(stores, c, { rating: 'no' });
    await says(stores, c, { rating: null, reason: 'out-of-date' });
    await says(stores, d, { rating: 'partly' }, true);
    await says(stores, e, { rating: 'yes' });

    expect(await idsIn(stores)).toEqual([d, c, b, a, sampled]);
    expect((await queue(stores)).rows[1]).toMatchObject({
      said: `asked in ${c}`,
      rating: 'no',
      reason: 'out-of-date',
      state: 'new',
      reviewer: null,
      reply: null,
    });
  });

  it('takes the same share of the unrated whoever asks, and lets go of what sorted it', async () => {
    const stores = await open();
    for (const id of [sampled, other, a]) await asks(stores, id);
    expect(await idsIn(stores)).toEqual([sampled, other]);
    await says(stores, sampled, { rating: 'yes' });
    expect(await idsIn(stores)).toEqual([other]);

    const soon = { now: later(30 * MINUTE), limit: 10 };
    expect((await stores.reviews.queue(fellbridge, {}, soon)).rows).toEqual([]);
  });

  it('is read a page at a time, and a page begins where the one before ended', async () => {
    const stores = await open();
    for (const id of [a, b, c, d, e]) {
      await asks(stores, id);
      await says(stores, id, { rating: id === c ? 'no' : 'partly' });
    }
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = { now: tomorrow, limit: 2, after };
      const { rows, total } = await stores.reviews.queue(fellbridge, {}, page);
      expect(total).toBe(5);
      seen.push(...rows.map(({ interaction }) => interaction));
      after = rows.at(-1)?.key;
      more = rows.length === 2;
    }
    expect(seen).toEqual([c, a, b, d, e]);
    const nonsense = { now: tomorrow, limit: 9, after: "1'; drop" };
    expect((await stores.reviews.queue(fellbridge, {}, nonsense)).rows).toHaveLength(5);
  });

  it('is narrowed by what was said, what was cited, who has it and when', async () => {
    const stores = await open();
    await asks(stores, a, { of: { outcome: 'not-covered', clauses: [] } });
    await asks(stores, b, { of: { openedAt: tomorrow.toISOString() } });
    await asks(stores, c, { of: { clauses: [{ clause: 'vale/sickness.3', version: null }] } });
    await says(stores, a, { rating: 'no', reason: 'incomplete' });
    await says(stores, b, { rating: 'partly' }, true);
    await says(stores, c, { rating: 'no' });
    await stores.reviews.move(fellbridge, c, { state: 'taken', reviewer: 'nadia' }, untaken, by);
    await judge(stores, a);

    expect(await idsIn(stores)).toEqual([b, c]);
    expect(await idsIn(stores, { state: 'any' })).toEqual([b, a, c]);
    expect(await idsIn(stores, { state: 'done', verdict: 'wrong' })).toEqual([a]);
    expect(await idsIn(stores, { outcome: 'not-covered', state: 'any' })).toEqual([a]);
    expect(await idsIn(stores, { reason: 'incomplete', state: 'any' })).toEqual([a]);
    expect(await idsIn(stores, { rating: 'partly' })).toEqual([b]);
    expect(await idsIn(stores, { rating: 'none' })).toEqual([]);
    expect(await idsIn(stores, { wantsReply: true })).toEqual([b]);
    expect(await idsIn(stores, { policy: 'sickness' })).toEqual([c]);
    expect(await idsIn(stores, { policy: 'annual-leave-and-bank-holidays' })).toEqual([b]);
    expect(await idsIn(stores, { reviewer: 'nadia' })).toEqual([c]);
    expect(await idsIn(stores, { reviewer: null })).toEqual([b]);
    expect(await idsIn(stores, { verdict: 'none' })).toEqual([b, c]);
    expect(await idsIn(stores, { from: tomorrow })).toEqual([b]);
    expect(await idsIn(stores, { before: tomorrow })).toEqual([c]);
  });
}
