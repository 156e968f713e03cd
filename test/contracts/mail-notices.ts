import type { MailDue, MailNotices, MailTerms } from '../../bot/mail/mail-notices';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, anEvent, aReply, aRequest, later, MINUTE, noon } from './samples';

const notice = aReply({ outcome: 'status', text: 'Approved by Tom Okafor.' });
const HOUR = 60 * MINUTE;
const terms: MailTerms = { afterMs: 30 * MINUTE, quietMs: 12 * HOUR };

/** What must hold of mails to people without Teams, whatever keeps them. */
export function theseAreMailNotices(open: () => Promise<Stores>): void {
  let events = 0;

  /** Ana has sent a request from the web chat. */
  const withARequest = async (changes: Parameters<typeof aCommit>[0] = {}): Promise<Stores> => {
    const stores = await open();
    await stores.conversations.commit(
      aCommit({
        conversation: 'web:ana',
        door: 'web',
        effects: [{ kind: 'request-confirmed', request: aRequest(), system: 'desk' }],
        ...changes,
      }),
    );
    return stores;
  };

  const tell = async ({ requestLog, requestNews }: Stores, at: Date): Promise<void> => {
    await requestLog.record(
      'desk',
      (events += 1),
      anEvent({ kind: 'noted', at: at.toISOString() }),
    );
    for (const news of await requestNews.untold(10)) await requestNews.tell(news, notice, at);
  };

  const newest = async ({ outgoing }: Stores): Promise<number> =>
    (await outgoing.history('web:ana', 0, 100)).at(-1)?.sequence ?? 0;

  const mustClaim = async (mails: MailNotices, at: Date): Promise<MailDue> => {
    const due = await mails.claim(at, terms);
    if (due === undefined) throw new Error('No mail is due.');
    return due;
  };

  it('falls due when news was not read for so long, and is lent to one worker', async () => {
    const stores = await withARequest();
    await tell(stores, noon);
    const { mailNotices } = stores;

    expect(await mailNotices.claim(later(30 * MINUTE - 1), terms)).toBeUndefined();
    const lent = await Promise.all(
      [1, 2, 3].map(() => mailNotices.claim(later(30 * MINUTE), terms)),
    );
    expect(lent.filter((due) => due !== undefined)).toEqual([
      { person: 'ana', mail: expect.any(String), attempts: 0 },
    ]);
  });

  it('is never about a reply, which its reader asked for', async () => {
    const { mailNotices } = await withARequest();

    expect(await mailNotices.claim(later(HOUR), terms)).toBeUndefined();
  });

  it('is the same mail when a worker dies holding it', async () => {
    const stores = await withARequest();
    await tell(stores, noon);
    const first = await mustClaim(stores.mailNotices, later(HOUR));

    expect(await stores.mailNotices.claim(later(HOUR + MINUTE - 1), terms)).toBeUndefined();
    expect(await stores.mailNotices.claim(later(HOUR + MINUTE), terms)).toEqual({
      ...first,
      attempts: 1,
    });
  });

  it('goes out once for all the news of a quiet period, and again for news after it', async () => {
    const stores = await withARequest();
    const { mailNotices } = stores;
    await tell(stores, noon);
    await tell(stores, later(MINUTE));
    const first = await mustClaim(mailNotices, later(HOUR));
    await mailNotices.sent(first, later(HOUR));
    await tell(stores, later(2 * HOUR));

    expect(await mailNotices.claim(later(13 * HOUR - 1), terms)).toBeUndefined();
    const second = await mustClaim(mailNotices, later(13 * HOUR));
    expect(second.mail).not.toBe(first.mail);
    await mailNotices.sent(second, later(13 * HOUR));
    expect(await mailNotices.claim(later(100 * HOUR), terms)).toBeUndefined();
  });

  it('is spared to whoever read all of it in the web chat, and to nobody who read a part', async () => {
    const stores = await withARequest();
    const { mailNotices } = stores;
    await tell(stores, noon);
    const read = await newest(stores);
    await tell(stores, later(MINUTE));

    await mailNotices.seen('ana', read);
    await mailNotices.seen('ben', read + 10);
    expect(await mailNotices.claim(later(HOUR), terms)).toMatchObject({ person: 'ana' });
    await mailNotices.seen('ana', await newest(stores));
    expect(await mailNotices.claim(later(3 * HOUR), terms)).toBeUndefined();
    // What was tried then is no part of what comes now.
    await tell(stores, later(4 * HOUR));
    expect(await mailNotices.claim(later(5 * HOUR), terms)).toMatchObject({ attempts: 0 });
  });

  it('is for nobody who is told in Teams', async () => {
    const stores = await withARequest();
    const returnAddress = { serviceUrl: 'https://smba.example/uk/' };
    await stores.conversations.commit(aCommit({ message: 'm2', returnAddress }));
    await tell(stores, noon);

    expect(await stores.mailNotices.claim(later(HOUR), terms)).toBeUndefined();
  });

  it('is tried again when it was put off, and not once it was given up', async () => {
    const stores = await withARequest();
    const { mailNotices } = stores;
    await tell(stores, noon);
    const first = await mustClaim(mailNotices, later(HOUR));
    await mailNotices.retryAt(first, later(2 * HOUR), 'no answer');

    expect(await mailNotices.claim(later(2 * HOUR - 1), terms)).toBeUndefined();
    const again = await mustClaim(mailNotices, later(2 * HOUR));
    expect(again).toEqual({ ...first, attempts: 1 });
    await mailNotices.giveUp(again, later(2 * HOUR), 'refused');
    await mailNotices.retryAt(first, later(2 * HOUR), 'a late complaint of another worker');
    expect(await mailNotices.claim(later(100 * HOUR), terms)).toBeUndefined();
  });

  it('stops when somebody says so, begins again when they say so, and they can see it', async () => {
    const stores = await withARequest();
    const { conversations, mailNotices, ownData } = stores;
    const wish = (wanted: boolean, version: number) =>
      conversations.commit(
        aCommit({
          conversation: 'web:ana',
          door: 'web',
          message: `wish-${version}`,
          expectedVersion: version,
          effects: [{ kind: 'mails-wanted', wanted }],
        }),
      );
    await tell(stores, noon);
    await wish(false, 1);
    await tell(stores, later(MINUTE));
    expect(await mailNotices.claim(later(HOUR), terms)).toBeUndefined();
    expect((await ownData.of('ana')).mails).toEqual({ at: null, stoppedAt: noon.toISOString() });

    await wish(true, 2);
    const due = await mustClaim(mailNotices, later(HOUR));
    await mailNotices.sent(due, later(HOUR));
    const mails = { at: later(HOUR).toISOString(), stoppedAt: null };
    expect((await ownData.of('ana')).mails).toEqual(mails);
  });

  it('waits for whoever never opened the web chat, where the news is when they do', async () => {
    const stores = await open();
    await stores.calls.open(
      {
        id: 'call-1',
        helper: { id: 'fern', name: 'Fern Lacey' },
        caller: 'ana',
        organisation: 'fellbridge',
      },
      notice,
      noon,
    );

    expect(await stores.mailNotices.claim(later(HOUR), terms)).toMatchObject({ person: 'ana' });
    expect(await stores.outgoing.history('web:ana', 0, 10)).toMatchObject([{ reply: notice }]);
    const first = aCommit({ conversation: 'web:ana', door: 'web', expectedVersion: 0 });
    expect(await stores.conversations.commit(first)).toEqual({ kind: 'conflict' });
    const { version } = await stores.conversations.open('web:ana', 'ana');
    expect(await stores.conversations.commit({ ...first, expectedVersion: version })).toMatchObject(
      { kind: 'committed' },
    );
  });

  it('is forgotten with the words that it was about', async () => {
    const stores = await withARequest();
    await tell(stores, noon);
    await stores.conversations.commit(
      aCommit({
        conversation: 'web:ana',
        door: 'web',
        message: 'm2',
        expectedVersion: 1,
        effects: [{ kind: 'conversations-deleted', person: 'ana' }],
      }),
    );

    expect(await stores.mailNotices.claim(later(HOUR), terms)).toBeUndefined();
  });

  it('leaves nothing behind in the end but a wish for none', async () => {
    const stores = await withARequest();
    await tell(stores, noon);
    await stores.mailNotices.sent(await mustClaim(stores.mailNotices, later(HOUR)), later(HOUR));

    await stores.retention.deleteTurnsBefore(later(2 * HOUR));

    expect((await stores.ownData.of('ana')).mails).toEqual({ at: null, stoppedAt: null });
  });
}
