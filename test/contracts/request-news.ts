import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, anEvent, aReply, aRequest, later, noon } from './samples';

const notice = aReply({ outcome: 'status', text: 'Approved by Tom Okafor.' });

/** What must hold of telling people what became of their requests. */
export function itIsRequestNews(
  open: () => Promise<Pick<Stores, 'conversations' | 'outgoing' | 'requestLog' | 'requestNews'>>,
): void {
  /** Ana asked in Teams, has spoken in the web chat, the terminal and a group too; Ben has nothing to do with it. */
  const withARequest = async () => {
    const stores = await open();
    const { conversations } = stores;
    await conversations.commit(
      aCommit({
        effects: [{ kind: 'request-confirmed', request: aRequest(), system: 'desk' }],
        returnAddress: { serviceUrl: 'https://smba.example/uk/' },
      }),
    );
    await conversations.commit(aCommit({ conversation: 'web-ana', door: 'web' }));
    await conversations.commit(aCommit({ conversation: 'terminal-ana', door: 'terminal' }));
    await conversations.commit(aCommit({ conversation: 'group-ana', door: 'group' }));
    await conversations.commit(aCommit({ conversation: 'teams-ben', person: 'ben' }));
    for (const message of await stores.outgoing.claim('teams', noon, 10)) {
      await stores.outgoing.sent(message.id, noon, null);
    }
    return stores;
  };

  it('is never that a request was sent: the receipt said it', async () => {
    const { requestNews } = await withARequest();

    expect(await requestNews.untold(10)).toEqual([]);
  });

  it('lists what the requester was not told, oldest first', async () => {
    const { requestLog, requestNews } = await withARequest();
    await requestLog.record('desk', 1, anEvent());
    await requestLog.record('desk', 2, anEvent({ kind: 'done' }));

    const news = await requestNews.untold(10);

    expect(news).toMatchObject([
      { request: aRequest(), event: anEvent() },
      { event: { kind: 'done' } },
    ]);
    expect(await requestNews.untold(1)).toEqual(news.slice(0, 1));
  });

  it('reaches every conversation that the requester has to themselves, once, and nobody else', async () => {
    const { outgoing, requestLog, requestNews } = await withARequest();
    await requestLog.record('desk', 1, anEvent());
    const [news] = await requestNews.untold(1);

    await Promise.all([1, 2].map(() => requestNews.tell(news!, notice, later(1))));
    await requestNews.tell(news!, notice, later(2));

    expect(await requestNews.untold(10)).toEqual([]);
    expect(await outgoing.claim('teams', later(1), 10)).toMatchObject([
      {
        conversation: 'teams-ana',
        kind: 'notice',
        reply: notice,
        inReplyTo: null,
        returnAddress: { serviceUrl: 'https://smba.example/uk/' },
      },
    ]);
    const kinds = async (conversation: string) =>
      (await outgoing.history(conversation, 0, 10)).map(({ kind }) => kind);
    expect(await kinds('teams-ana')).toEqual(['reply', 'notice']);
    expect(await kinds('web-ana')).toEqual(['reply', 'notice']);
    expect(await kinds('terminal-ana')).toEqual(['reply']);
    expect(await kinds('group-ana')).toEqual(['reply']);
    expect(await kinds('teams-ben')).toEqual(['reply']);
  });

  it('can be marked told where nothing need be said', async () => {
    const { outgoing, requestLog, requestNews } = await withARequest();
    await requestLog.record('desk', 1, anEvent());
    const [news] = await requestNews.untold(1);

    await requestNews.tell(news!, null, later(1));

    expect(await requestNews.untold(10)).toEqual([]);
    expect(await outgoing.claim('teams', later(1), 10)).toEqual([]);
  });
}
