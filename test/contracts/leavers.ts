import type { Stores } from '../../bot/storage/create-stores';
import { confirmRequest } from '../support/confirm-request';
import { aCommit, anEvent, aRequest, later, MINUTE, noon } from './samples';

/** What must hold of erasure for somebody who has left. */
export function leaversAreErased(open: () => Promise<Stores>): void {
  /** Ana talked, has a request that is done, and one that is not. */
  const withAna = async (): Promise<Stores> => {
    const stores = await open();
    await stores.conversations.commit(
      aCommit({ organisation: 'fellbridge', effects: [{ kind: 'mails-wanted', wanted: false }] }),
    );
    for (const [id, draft] of [
      ['PS-7F3K9Q', 'draft-1'],
      ['PS-8G4M9R', 'draft-2'],
    ] as const) {
      await confirmRequest(stores, aRequest({ id, draft }), 'desk');
      await stores.outbox.claim(noon);
      await stores.outbox.settle(id, `DESK-${id}`, noon);
    }
    const done = anEvent({ kind: 'done', at: later(MINUTE).toISOString() });
    await stores.requestLog.record('desk', 1, done);
    return stores;
  };
  const erase = ({ leavers }: Stores, person = 'ana', organisations = ['fellbridge']) =>
    leavers.erase(person, organisations, later(2 * MINUTE));

  it('erases their words and what has ended, keeps what has not, and does it once', async () => {
    const stores = await withAna();
    await stores.conversations.commit(
      aCommit({ conversation: 'teams-ben', person: 'ben', said: 'words of Ben' }),
    );

    expect(await erase(stores)).toEqual({ requests: 1, open: 1 });
    expect(await erase(stores)).toEqual({ requests: 0, open: 1 });

    const [turn] = await stores.outgoing.history('teams-ana', 0, 5);
    expect(turn).toMatchObject({ said: null, reply: { text: '' } });
    expect((await stores.requestLog.ofPerson('ana', 5)).map(({ request }) => request.id)).toEqual([
      'PS-8G4M9R',
    ]);
    expect((await stores.ownData.of('ana')).mails).toEqual({ at: null, stoppedAt: null });
    expect(await stores.outgoing.history('teams-ben', 0, 5)).toMatchObject([
      { said: 'words of Ben' },
    ]);
  });

  it('erases nothing at another organisation, of a stranger, or of nobody', async () => {
    const stores = await withAna();

    expect(await erase(stores, 'ana', ['vale'])).toBeUndefined();
    expect(await erase(stores, 'ana', [])).toBeUndefined();
    expect(await erase(stores, 'nobody')).toBeUndefined();
    expect(await stores.requestLog.ofPerson('ana', 5)).toHaveLength(2);
    expect((await stores.outgoing.history('teams-ana', 0, 5))[0]?.said).not.toBeNull();
  });
}
