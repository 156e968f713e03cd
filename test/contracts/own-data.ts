import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aDraft, anInteraction, aRating, aReply, aRequest, noon, within } from './samples';

const fellbridge = within('fellbridge');
const at = noon.toISOString();

/** What must hold of showing people all that is kept about them, whatever keeps it. */
export function peopleSeeTheirOwn(open: () => Promise<Stores>): void {
  /** Ana has words everywhere that words can be. */
  const withWords = async () => {
    const stores = await open();
    await stores.conversations.commit(
      aCommit({
        said: 'my secret question',
        interaction: 'i1',
        reply: aReply({ text: 'a secret answer' }),
        effects: [
          { kind: 'interaction-opened', interaction: anInteraction() },
          {
            kind: 'rated',
            rating: aRating({ rating: 'no', comment: 'secret comment' }),
            wantsReply: true,
          },
          {
            kind: 'satisfied',
            satisfaction: { interaction: 'i1', person: 'ana', at, score: 2, comment: 'secret' },
          },
          {
            kind: 'draft-saved',
            draft: aDraft({ id: 'draft-2', fields: { note: 'secret' } }),
            expected: 0,
          },
          { kind: 'request-confirmed', request: aRequest(), system: 'desk' },
        ],
      }),
    );
    const judged = { id: 'v1', interaction: 'i1', reviewer: 'nadia', at, cause: null } as const;
    await stores.reviews.judge(fellbridge, { ...judged, verdict: 'wrong', note: 'secret note' });
    const read = { at: noon, who: 'nadia', did: 'read-transcript', reason: null } as const;
    await stores.reading.audit({ ...read, what: 'teams-ana' });
    await stores.conversations.commit(
      aCommit({ conversation: 'teams-ben', person: 'ben', said: 'what ben said' }),
    );
    return stores;
  };

  it('all of it, and nobody else’s', async () => {
    const { ownData } = await withWords();
    const data = await ownData.of('ana');
    expect(data).toMatchObject({
      conversations: [
        { door: 'teams', turns: [{ at, said: 'my secret question', reply: 'a secret answer' }] },
      ],
      ratings: [{ rating: 'no', comment: 'secret comment' }],
      satisfaction: [{ score: 2, comment: 'secret' }],
      verdicts: [{ verdict: 'wrong', note: 'secret note' }],
      replies: [{ at: null, text: null }],
      unfinished: [{ fields: { note: 'secret' } }],
      requests: [{ request: { id: 'PS-7F3K9Q' }, answers: [] }],
      looks: [{ at, did: 'judged-answer' }, { did: 'read-transcript' }],
    });
    expect(JSON.stringify(data)).not.toContain('ben');
    expect((await ownData.of('nobody')).conversations).toEqual([]);
  });

  it('without any word, once they had them deleted', async () => {
    const stores = await withWords();
    await stores.conversations.commit(
      aCommit({
        message: 'm2',
        expectedVersion: 1,
        said: 'delete my conversations',
        reply: aReply({ text: 'Deleted.', citations: [] }),
        effects: [{ kind: 'conversations-deleted', person: 'ana' }],
      }),
    );
    const data = await stores.ownData.of('ana');
    expect(JSON.stringify(data)).not.toContain('secret');
    expect(data).toMatchObject({ unfinished: [], ratings: [{ rating: 'no', comment: null }] });
    expect(data.requests).toHaveLength(1);
  });
}
