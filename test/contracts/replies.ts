import type { NewReply } from '../../bot/console/reviews';
import { plainReply } from '../../bot/conversation/reply';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aRating, later, MINUTE, noon, within } from './samples';
import { question, rated, withThreePeople } from './some-turns';

const fellbridge = within('fellbridge');
const notice = plainReply({ outcome: 'handover', text: 'You asked for a reply.' });
const aNewReply = (changes: Partial<NewReply> = {}): NewReply => ({
  id: 'form-1',
  interaction: 'ana-1',
  by: { id: 'nadia-rahman', name: 'Nadia Rahman' },
  text: '**What we did:** we changed the rule.',
  notice,
  ...changes,
});

/** What must hold of replies to those who asked for one, whatever keeps them. */
export function theseAreReplies(open: () => Promise<Stores>): void {
  /** Ana rates in Teams, and asks for a reply on the web. */
  const asked = async () => {
    const stores = await withThreePeople(open);
    const { conversations } = stores;
    await conversations.commit(
      question('ana', 'fellbridge', {
        message: 'm2',
        expectedVersion: 1,
        interaction: 'ana-1',
        effects: [rated('ana-1', 'no')],
      }),
    );
    const wish = aRating({ interaction: 'ana-1', rating: null });
    await conversations.commit(
      aCommit({
        conversation: 'web-ana',
        door: 'web',
        interaction: 'ana-1',
        effects: [{ kind: 'rated', rating: wish, wantsReply: true }],
      }),
    );
    return stores;
  };
  const noticesIn = async ({ outgoing }: Stores, conversation: string) =>
    (await outgoing.history(conversation, 0, 10)).filter(({ kind }) => kind === 'notice');
  const wantedIn = async ({ reading }: Stores) =>
    (await reading.transcript(fellbridge, 'teams-ana'))?.turns[0]?.wanted;

  it('are told in the chat where they were asked for, once, and the audit has it', async () => {
    const stores = await asked();
    for (let times = 0; times < 2; times += 1)
      expect(await stores.reviews.reply(fellbridge, aNewReply(), later(MINUTE))).toBe('replied');

    expect(await noticesIn(stores, 'web-ana')).toMatchObject([{ reply: notice }]);
    expect(await noticesIn(stores, 'teams-ana')).toEqual([]);
    expect(await wantedIn(stores)).toEqual({
      askedAt: noon.toISOString(),
      answer: {
        by: 'nadia-rahman',
        at: later(MINUTE).toISOString(),
        text: '**What we did:** we changed the rule.',
      },
    });
    expect(await stores.reading.audits(5)).toEqual([
      {
        at: later(MINUTE),
        who: 'nadia-rahman',
        did: 'replied-to-rating',
        what: 'teams-ana',
        reason: null,
      },
    ]);
  });

  it('wait for their door in Teams, which sends them once', async () => {
    const stores = await withThreePeople(open);
    const wish = aRating({ interaction: 'ana-1', rating: 'no' });
    await stores.conversations.commit(
      question('ana', 'fellbridge', {
        message: 'm2',
        expectedVersion: 1,
        interaction: 'ana-1',
        effects: [{ kind: 'rated', rating: wish, wantsReply: true }],
      }),
    );
    for (const earlier of await stores.outgoing.claim('teams', later(MINUTE), 5))
      await stores.outgoing.sent(earlier.id, noon, null);
    for (const earlier of await stores.outgoing.claim('teams', later(MINUTE), 5))
      await stores.outgoing.sent(earlier.id, noon, null);
    await stores.reviews.reply(fellbridge, aNewReply(), later(MINUTE));

    const due = await stores.outgoing.claim('teams', later(MINUTE), 5);
    expect(due).toMatchObject([{ kind: 'notice', conversation: 'teams-ana', reply: notice }]);
    expect(await stores.outgoing.claim('teams', later(MINUTE), 5)).toEqual([]);
  });

  it('are written once: a second colleague is told so', async () => {
    const stores = await asked();
    await stores.reviews.reply(fellbridge, aNewReply(), noon);
    const second = aNewReply({ id: 'form-2', text: 'another' });

    expect(await stores.reviews.reply(fellbridge, second, noon)).toBe('overtaken');
    expect(await noticesIn(stores, 'web-ana')).toHaveLength(1);
  });

  it('two at the same moment are one', async () => {
    const stores = await asked();
    const done = await Promise.all(
      ['form-1', 'form-2'].map((id) => stores.reviews.reply(fellbridge, aNewReply({ id }), noon)),
    );
    expect(done.toSorted()).toEqual(['overtaken', 'replied']);
    expect(await noticesIn(stores, 'web-ana')).toHaveLength(1);
  });

  it('are for nobody who did not ask, and from nobody who may not read it', async () => {
    const stores = await asked();
    const notForNadia = { organisations: ['fellbridge'], except: ['ana'] };
    for (const reader of [within(), within('vale'), notForNadia])
      expect(await stores.reviews.reply(reader, aNewReply(), noon)).toBe('unknown');
    const ofBen = aNewReply({ interaction: 'ben-1' });
    expect(await stores.reviews.reply(within('vale'), ofBen, noon)).toBe('unknown');
    expect(await noticesIn(stores, 'web-ana')).toEqual([]);
  });

  it('are told again to the one who asked, and to nobody else', async () => {
    const stores = await asked();
    const { conversations } = stores;
    expect(await conversations.wantsReply('ana-1')).toBe(true);
    expect(await conversations.wantsReply('ben-1')).toBe(false);
    expect(await conversations.replyFor('ana-1', 'ana')).toBeUndefined();
    await stores.reviews.reply(fellbridge, aNewReply(), noon);

    expect(await conversations.replyFor('ana-1', 'ana')).toContain('we changed the rule');
    expect(await conversations.replyFor('ana-1', 'ben')).toBeUndefined();
  });

  it('are forgotten with the words they were about', async () => {
    const forget = {
      conversation: 'web-ana',
      door: 'web' as const,
      expectedVersion: 1,
      message: 'm9',
      at: later(2 * MINUTE),
      effects: [{ kind: 'conversations-deleted' as const, person: 'ana' }],
    };
    const answered = await asked();
    await answered.reviews.reply(fellbridge, aNewReply(), later(MINUTE));
    await answered.conversations.commit(aCommit(forget));
    expect(await answered.conversations.replyFor('ana-1', 'ana')).toBeUndefined();
    expect(JSON.stringify(await noticesIn(answered, 'web-ana'))).not.toContain('You asked');

    const waiting = await asked();
    await waiting.conversations.commit(aCommit(forget));
    expect(await waiting.reviews.reply(fellbridge, aNewReply(), later(MINUTE))).toBe('unknown');

    const old = await asked();
    await old.reviews.reply(fellbridge, aNewReply(), noon);
    await old.retention.eraseWordsBefore(later(MINUTE));
    expect(await wantedIn(old)).toMatchObject({ answer: { text: null } });
  });
}
