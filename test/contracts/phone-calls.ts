import { CALL_LASTS_MS, type NewCall } from '../../bot/conversation/phone-calls';
import { plainReply } from '../../bot/conversation/reply';
import type { Commit } from '../../bot/conversation/store';
import type { Stores } from '../../bot/storage/create-stores';
import { attached } from '../support/some-files';
import { aCommit, aDraft, aReply, aRequest, later, MINUTE, noon, within } from './samples';

const fern = { id: 'fern', name: 'Fern Lacey' };
const CALL = { id: 'HP-AAAAAA', helper: fern };
const aCall = (changes: Partial<NewCall> = {}): NewCall => ({
  ...CALL,
  caller: 'ana',
  organisation: 'fellbridge',
  ...changes,
});
const told = plainReply({ outcome: 'status', text: 'Fern is helping you.' });

/** A turn of Ana in that call. */
const inCall = (changes: Partial<Commit> = {}): Commit =>
  aCommit({ conversation: 'phone:HP-AAAAAA', door: 'phone', call: CALL, ...changes });

/** What every store must do with calls. */
export function theseArePhoneCalls(open: () => Promise<Stores>): void {
  const opened = async () => {
    const stores = await open();
    await stores.conversations.commit(aCommit({ conversation: 'web:ana', door: 'web' }));
    await stores.calls.open(aCall(), told, noon);
    return stores;
  };
  const notices = async ({ outgoing }: Stores) =>
    (await outgoing.history('web:ana', 0, 50)).flatMap(({ kind, reply }) =>
      kind === 'notice' ? [reply.text] : [],
    );

  it('begin with a notice to the caller and an entry of the audit', async () => {
    const stores = await opened();

    expect(await stores.calls.find('HP-AAAAAA')).toEqual({
      ...aCall(),
      openedAt: noon,
      endedAt: null,
    });
    expect(await notices(stores)).toEqual(['Fern is helping you.']);
    expect(await stores.reading.audits(5)).toEqual([
      { at: noon, who: 'fern', did: 'helped-by-phone', what: 'HP-AAAAAA', reason: 'ana' },
    ]);
  });

  it('are one at a time: the next ends the one before', async () => {
    const { calls } = await opened();

    await calls.open(aCall({ id: 'HP-BBBBBB', caller: 'tom' }), told, later(MINUTE));

    expect(await calls.find('HP-AAAAAA')).toMatchObject({ endedAt: later(MINUTE) });
    expect(await calls.openOf('fern')).toMatchObject({ id: 'HP-BBBBBB', caller: 'tom' });
    expect(await calls.openOf('kofi')).toBeUndefined();
  });

  it('go on where the same caller is taken once more, and tell nobody twice', async () => {
    const stores = await opened();
    const again = (id: string, at: Date) => stores.calls.open(aCall({ id }), told, at);

    expect(await again('HP-BBBBBB', later(MINUTE))).toBe('HP-AAAAAA');
    expect(await notices(stores)).toHaveLength(1);
    expect(await stores.calls.find('HP-BBBBBB')).toBeUndefined();
    expect(await again('HP-CCCCCC', later(CALL_LASTS_MS))).toBe('HP-CCCCCC');
    expect(await notices(stores)).toHaveLength(2);
  });

  it('are one where the button is pressed several times at the same moment', async () => {
    const stores = await open();
    await stores.conversations.commit(aCommit({ conversation: 'web:ana', door: 'web' }));
    const ids = ['HP-AAAAAA', 'HP-BBBBBB', 'HP-CCCCCC', 'HP-DDDDDD'];

    await Promise.all(ids.map((id) => stores.calls.find(id))); // each has its connection from now on

    const opened = await Promise.all(ids.map((id) => stores.calls.open(aCall({ id }), told, noon)));

    expect(new Set(opened).size).toBe(1);
    expect(await notices(stores)).toEqual(['Fern is helping you.']);
    expect(await stores.reading.audits(5)).toHaveLength(1);
  });

  it('keep drafts apart from those of the caller’s own chat, both ways', async () => {
    const { conversations } = await opened();
    const save = (id: string) => ({
      kind: 'draft-saved' as const,
      draft: aDraft({ id, person: 'ana' }),
      expected: 0,
    });
    await conversations.commit(
      aCommit({
        conversation: 'web:ana',
        door: 'web',
        message: 'm2',
        expectedVersion: 1,
        effects: [save('own')],
      }),
    );
    await conversations.commit(inCall({ effects: [save('told')] }));

    const ids = async (conversation: string, call?: string) =>
      (await conversations.open(conversation, 'ana', undefined, call)).drafts.map(
        ({ draft }) => draft.id,
      );
    expect(await ids('web:ana')).toEqual(['own']);
    expect(await ids('phone:HP-AAAAAA', 'HP-AAAAAA')).toEqual(['told']);
    // Neither side can change or close what it does not see.
    const close = (draft: string) => ({ kind: 'draft-closed' as const, draft, expected: 1 });
    expect(
      await conversations.commit(
        inCall({ message: 'm2', expectedVersion: 1, effects: [close('own')] }),
      ),
    ).toEqual({ kind: 'conflict' });
    expect(
      await conversations.commit(
        aCommit({
          conversation: 'web:ana',
          door: 'web',
          message: 'm3',
          expectedVersion: 2,
          effects: [{ kind: 'draft-saved', draft: aDraft({ id: 'told' }), expected: 1 }],
        }),
      ),
    ).toEqual({ kind: 'conflict' });
  });

  it('take no turn once they have ended, and drop what was not sent', async () => {
    const { calls, conversations, attachments } = await opened();
    const file = attached();
    await conversations.commit(
      inCall({
        effects: [
          { kind: 'draft-saved', draft: aDraft({ person: 'ana', files: [file] }), expected: 0 },
        ],
      }),
    );

    await calls.end('HP-AAAAAA', 'kofi', later(MINUTE));
    expect(await attachments.released(10)).toEqual([]);
    expect(await calls.openOf('fern')).toMatchObject({ id: 'HP-AAAAAA' });
    await calls.end('HP-AAAAAA', 'fern', later(MINUTE));
    await calls.end('HP-AAAAAA', 'fern', later(2 * MINUTE));

    expect(await calls.find('HP-AAAAAA')).toMatchObject({ endedAt: later(MINUTE) });
    const { drafts } = await conversations.open('phone:HP-AAAAAA', 'ana', undefined, 'HP-AAAAAA');
    expect(drafts).toEqual([]);
    expect(await attachments.released(10)).toEqual([file.id]);
    const late = inCall({ message: 'm2', expectedVersion: 1 });
    expect(await conversations.commit(late)).toEqual({ kind: 'conflict' });
  });

  it('refuse another helper, another caller, and what is for the caller alone', async () => {
    const { conversations } = await opened();
    const kofi = { id: 'kofi', name: 'Kofi Mensah-Reid' };

    for (const changes of [
      { call: { id: 'HP-AAAAAA', helper: kofi } },
      { person: 'tom' },
      { call: { id: 'HP-ZZZZZZ', helper: fern } },
      { effects: [{ kind: 'conversations-deleted', person: 'ana' }] },
    ] satisfies Partial<Commit>[])
      await expect(conversations.commit(inCall(changes))).rejects.toThrow(/call|phone/);
  });

  it('keep both names with the turn, with the request and in the audit, and tell the caller', async () => {
    const stores = await opened();
    const byPhone = { call: 'HP-AAAAAA', helper: 'fern', name: 'Fern Lacey' };
    const request = aRequest({ requestedBy: 'ana', byPhone });
    const toRequester = plainReply({ outcome: 'status', text: 'Sent for you by phone.' });

    await stores.conversations.commit(
      inCall({
        reply: aReply({ text: 'Sent.' }),
        effects: [{ kind: 'request-confirmed', request, system: 'desk', toRequester }],
      }),
    );

    const transcript = await stores.reading.transcript(within('fellbridge'), 'phone:HP-AAAAAA');
    expect(transcript).toMatchObject({ person: 'ana', turns: [{ helper: 'fern' }] });
    const own = await stores.reading.transcript(within('fellbridge'), 'web:ana');
    expect(own).toMatchObject({ turns: [{ helper: null }] });
    const [followed] = await stores.requestLog.ofPerson('ana', 5);
    expect(followed).toMatchObject({
      request: { byPhone },
      events: [{ kind: 'sent', by: 'Fern Lacey' }],
    });
    expect(await notices(stores)).toEqual(['Fern is helping you.', 'Sent for you by phone.']);
    expect((await stores.reading.audits(5))[0]).toMatchObject({
      who: 'fern',
      did: 'sent-by-phone',
      what: request.id,
      reason: 'HP-AAAAAA',
    });
  });

  it('lose their words when the caller has their own deleted', async () => {
    const stores = await opened();
    await stores.conversations.commit(inCall());

    await stores.conversations.commit(
      aCommit({
        conversation: 'web:ana',
        door: 'web',
        message: 'm2',
        expectedVersion: 1,
        effects: [{ kind: 'conversations-deleted', person: 'ana' }],
      }),
    );

    const said = (await stores.outgoing.history('phone:HP-AAAAAA', 0, 5)).map((item) => item.said);
    expect(said).toEqual([null]);
  });
}
