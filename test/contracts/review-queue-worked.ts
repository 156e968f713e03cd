import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, noon, within } from './samples';
import {
  a,
  asks,
  b,
  by,
  c,
  d,
  fellbridge,
  idsIn,
  judge,
  queue,
  says,
  tomorrow,
  untaken,
} from './some-reviews';

/** What must hold of the review queue as reviewers work in it. */
export function reviewsAreWorked(open: () => Promise<Stores>): void {
  it('is done with what was judged, unless a reply is promised', async () => {
    const stores = await open();
    for (const id of [a, b]) await asks(stores, id);
    await says(stores, a, { rating: 'no' });
    await says(stores, b, { rating: 'no' }, true);
    for (const id of [a, b]) await judge(stores, id);
    expect(await idsIn(stores)).toEqual([b]);

    const text = 'We did.';
    const notice = aCommit().reply;
    const nadia = { id: 'nadia', name: 'Nadia' };
    const reply = { id: 'form-1', interaction: b, by: nadia, text, notice };
    expect(await stores.reviews.reply(fellbridge, reply, noon)).toBe('replied');
    expect(await idsIn(stores)).toEqual([]);
  });

  it('opens again where it matters more than before', async () => {
    const stores = await open();
    await asks(stores, a);
    await says(stores, a, { rating: 'partly' });
    const over = { state: 'passed-over', reviewer: 'nadia' } as const;
    expect(await stores.reviews.move(fellbridge, a, over, untaken, by)).toBe('moved');
    expect(await idsIn(stores)).toEqual([]);
    await says(stores, a, { rating: 'partly' });
    expect(await idsIn(stores)).toEqual([]);
    await says(stores, a, { rating: 'no' });
    expect(await idsIn(stores)).toEqual([a]);
  });

  it('is not passed over while a reply is promised, and opens again where one is asked for', async () => {
    const stores = await open();
    for (const id of [a, b]) await asks(stores, id);
    await says(stores, a, { rating: 'no' }, true);
    await says(stores, b, { rating: 'no' });
    const over = { state: 'passed-over', reviewer: 'nadia' } as const;
    expect(await stores.reviews.move(fellbridge, a, over, untaken, by)).toBe('promised');
    expect(await stores.reviews.move(fellbridge, b, over, untaken, by)).toBe('moved');
    expect(await idsIn(stores, { wantsReply: true })).toEqual([a]);

    await says(stores, b, { rating: null }, true);
    expect(await idsIn(stores, { wantsReply: true })).toEqual([a, b]);
  });

  it('is taken by one reviewer: another is told that it was', async () => {
    const stores = await open();
    await asks(stores, a);
    await says(stores, a, { rating: 'no' });
    const taken = (reviewer: string) => ({ state: 'taken', reviewer }) as const;
    const { reviews } = stores;
    expect(await reviews.move(fellbridge, a, taken('nadia'), untaken, by)).toBe('moved');
    expect(await reviews.move(fellbridge, a, taken('olu'), untaken, by)).toBe('overtaken');
    expect(await reviews.move(fellbridge, a, taken('olu'), taken('nadia'), by)).toBe('moved');
    expect(await reviews.move(within('vale'), a, taken('x'), taken('olu'), by)).toBe('unknown');
    expect((await queue(stores)).rows).toMatchObject([{ state: 'taken', reviewer: 'olu' }]);
    await judge(stores, a);
    // A page that was drawn before it was judged.
    expect(await reviews.move(fellbridge, a, untaken, taken('olu'), by)).toBe('overtaken');
  });

  it('keeps notes, once each, and forgets them with the words', async () => {
    const stores = await open();
    await asks(stores, a);
    await says(stores, a, { rating: 'no' });
    const note = { id: 'note-1', interaction: a, by: 'nadia', text: 'ask payroll' };
    for (let times = 0; times < 2; times += 1)
      expect(await stores.reviews.note(fellbridge, note, noon)).toBe('noted');
    expect(await stores.reviews.note(within('vale'), note, noon)).toBe('unknown');

    const notes = async () =>
      (await stores.reading.transcript(fellbridge, `web-${a}`))?.turns[0]?.notes;
    expect(await notes()).toEqual([{ by: 'nadia', at: noon.toISOString(), text: 'ask payroll' }]);
    await stores.conversations.commit(
      aCommit({
        conversation: 'teams-ana',
        at: tomorrow,
        effects: [{ kind: 'conversations-deleted', person: 'ana' }],
      }),
    );
    expect(await notes()).toMatchObject([{ text: null }]);
    expect(await idsIn(stores)).toEqual([]);
    expect(await idsIn(stores, { state: 'passed-over' })).toEqual([a]);
  });

  it('never shows another organisation’s, those not for the reader, or words not kept', async () => {
    const stores = await open();
    await asks(stores, a);
    await asks(stores, b, { organisation: 'vale', person: 'ben' });
    await asks(stores, c, { organisation: undefined, person: 'stranger' });
    await asks(stores, d, { sensitivity: 'disclosure' });
    await says(stores, a, { rating: 'no', comment: 'not at night' });
    await says(stores, b, { rating: 'no' }, false, 'ben');
    await says(stores, c, { rating: 'no' }, false, 'stranger');
    await says(stores, d, { rating: 'no' });

    expect(await idsIn(stores)).toEqual([a, d]);
    expect(await idsIn(stores, {}, within('vale'))).toEqual([b]);
    expect(await idsIn(stores, {}, within())).toEqual([]);
    const notForNadia = { organisations: ['fellbridge'], except: ['ana'] };
    expect(await idsIn(stores, {}, notForNadia)).toEqual([]);
    expect(await stores.reviews.read(within('vale'), a)).toBeUndefined();
    const [first, second] = (await queue(stores)).rows;
    expect(first?.comment).toBe('not at night');
    expect(second?.said).toBeNull();
  });
}
