import type { QueueFilter } from '../../bot/console/reviews';
import type { Commit } from '../../bot/conversation/store';
import { isSampled } from '../../bot/feedback/sample';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aRating, later, MINUTE, noon, within } from './samples';
import { opened } from './some-turns';

const DAY = 24 * 60 * MINUTE;
const tomorrow = later(DAY);
const fellbridge = within('fellbridge');

/** Ids of the fair sample, or of what is not in it. */
const idsThat = (are: boolean, many: number): string[] =>
  Array.from({ length: 400 }, (_, n) => `interaction-${n}`)
    .filter((id) => isSampled(id) === are)
    .slice(0, many);
const [a = '', b = '', c = '', d = '', e = ''] = idsThat(false, 5);
const [sampled = '', other = ''] = idsThat(true, 2);

/** What must hold of the review queue, whatever keeps it. */
export function thisIsAReviewQueue(open: () => Promise<Stores>): void {
  /** One turn of one interaction, in a conversation of its own. */
  const asks = async (
    { conversations }: Stores,
    id: string,
    changes: Partial<Commit> & { readonly of?: Parameters<typeof opened>[1] } = {},
  ) => {
    const { of, ...commit } = changes;
    const person = commit.person ?? 'ana';
    const conversation = `web-${id}`;
    const organisation = 'organisation' in commit ? (commit.organisation ?? null) : 'fellbridge';
    await conversations.commit(
      aCommit({
        conversation,
        door: 'web',
        interaction: id,
        said: `asked in ${id}`,
        effects: [opened(id, { person, organisation, conversation, ...of })],
        ...commit,
      }),
    );
  };
  const says = async (
    { conversations }: Stores,
    id: string,
    rating: Parameters<typeof aRating>[0],
    wantsReply = false,
    person = 'ana',
  ) => {
    const conversation = `web-${id}`;
    const { version } = await conversations.open(conversation, person);
    await conversations.commit(
      aCommit({
        conversation,
        door: 'web',
        person,
        message: `m${version + 1}`,
        expectedVersion: version,
        said: 'No',
        interaction: id,
        effects: [
          {
            kind: 'rated',
            rating: aRating({ interaction: id, person, ...rating }),
            ...(wantsReply && { wantsReply }),
          },
        ],
      }),
    );
  };
  const queue = (stores: Stores, filter: QueueFilter = {}, reader = fellbridge) =>
    stores.reviews.queue(reader, filter, { now: tomorrow, limit: 10 });
  const idsIn = async (stores: Stores, filter: QueueFilter = {}, reader = fellbridge) =>
    (await queue(stores, filter, reader)).rows.map(({ interaction }) => interaction);
  const judge = ({ reviews }: Stores, interaction: string) =>
    reviews.judge(fellbridge, {
      id: `review-${interaction}`,
      interaction,
      reviewer: 'nadia',
      at: noon.toISOString(),
      verdict: 'wrong',
      cause: 'clause-missing',
      note: null,
    });
  const by = { now: noon, who: 'nadia' };
  const untaken = { state: 'new', reviewer: null } as const;

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
