import type { Stores } from '../../bot/storage/create-stores';
import { attached } from '../support/some-files';
import { aCommit, aDraft, aRequest, later, noon } from './samples';

const DAY = 86_400_000;
const note = attached({ id: 'a'.repeat(64) });
const letter = attached({ id: 'b'.repeat(64), name: 'letter.pdf' });

/** Which file is held by what, as turns change it; the same on every database. */
export function theseAreAttachments(open: () => Promise<Stores>): void {
  /** Each effect is a turn of its own. */
  async function after(...effects: Parameters<typeof aCommit>[0][]): Promise<Stores> {
    const stores = await open();
    await turns(stores, 0, ...effects);
    return stores;
  }
  async function turns(
    { conversations }: Stores,
    before: number,
    ...commits: Parameters<typeof aCommit>[0][]
  ): Promise<void> {
    for (const [index, changes] of commits.entries()) {
      const version = before + index;
      const commit = aCommit({ message: `m${version + 1}`, expectedVersion: version, ...changes });
      expect(await conversations.commit(commit)).toMatchObject({ kind: 'committed' });
    }
  }
  const saved = (expected: number, ...files: (typeof note)[]) => ({
    effects: [{ kind: 'draft-saved', draft: aDraft({ files }), expected } as const],
  });
  const sent = {
    effects: [
      { kind: 'request-confirmed', request: aRequest({ files: [note] }), system: 'desk' },
      { kind: 'draft-closed', draft: 'draft-1', expected: 1 },
    ],
  } as const;

  it('are held by the draft that they were added to, and by no other', async () => {
    const { attachments } = await after(saved(0, note, letter));

    expect((await attachments.heldBy('draft-1')).toSorted()).toEqual([note.id, letter.id]);
    expect(await attachments.heldBy('draft-2')).toEqual([]);
    expect(await attachments.released(10)).toEqual([]);
  });

  it('are known while anything holds them', async () => {
    const { attachments } = await after(saved(0, note));

    expect([...(await attachments.known([note.id, letter.id]))]).toEqual([note.id]);
    expect([...(await attachments.known([]))]).toEqual([]);
  });

  it('are released when they are taken out, and can be added again', async () => {
    const stores = await after(saved(0, note, letter), saved(1, letter));
    expect(await stores.attachments.released(10)).toEqual([note.id]);

    await turns(stores, 2, saved(2, note, letter));
    expect(await stores.attachments.released(10)).toEqual([]);
  });

  it('are released with the last one, which leaves none', async () => {
    const { attachments } = await after(saved(0, note), saved(1));

    expect(await attachments.released(10)).toEqual([note.id]);
    expect(await attachments.heldBy('draft-1')).toEqual([]);
  });

  it('are released when the request is cancelled', async () => {
    const { attachments } = await after(saved(0, note), {
      effects: [{ kind: 'draft-closed', draft: 'draft-1', expected: 1 }],
    });

    expect(await attachments.released(10)).toEqual([note.id]);
  });

  it('go over to the request when it is sent', async () => {
    const { attachments } = await after(saved(0, note), sent);

    expect(await attachments.heldBy('PS-7F3K9Q')).toEqual([note.id]);
    expect(await attachments.released(10)).toEqual([]);
  });

  it('stay while a request that replaces the first is put together, and dropped', async () => {
    const changed = aDraft({ id: 'draft-2', files: [note], replaces: 'PS-7F3K9Q' });
    const { attachments } = await after(
      saved(0, note),
      sent,
      { effects: [{ kind: 'draft-saved', draft: changed, expected: 0 }] },
      { effects: [{ kind: 'draft-closed', draft: 'draft-2', expected: 1 }] },
    );

    expect(await attachments.released(10)).toEqual([]);
    expect(await attachments.heldBy('PS-7F3K9Q')).toEqual([note.id]);
  });

  it('are not held where the turn was not committed', async () => {
    const stores = await after(saved(0, note));
    const commit = aCommit({ message: 'm9', expectedVersion: 7, ...saved(1, letter) });

    expect(await stores.conversations.commit(commit)).toEqual({ kind: 'conflict' });
    expect([...(await stores.attachments.known([letter.id]))]).toEqual([]);
  });

  it('are released at once where nothing takes them', async () => {
    const { attachments } = await after({
      effects: [{ kind: 'files-dropped', files: [note.id] }],
    });

    expect(await attachments.released(10)).toEqual([note.id]);
  });

  it('are forgotten once they were removed', async () => {
    const { attachments } = await after(saved(0, note), saved(1));
    await attachments.forget(note.id);

    expect(await attachments.released(10)).toEqual([]);
    expect([...(await attachments.known([note.id]))]).toEqual([]);
  });

  it('are released with the words of somebody who has theirs deleted, but not of what was sent', async () => {
    const { attachments } = await after(
      saved(0, note),
      sent,
      {
        effects: [
          { kind: 'draft-saved', draft: aDraft({ id: 'd2', files: [letter] }), expected: 0 },
        ],
      },
      { effects: [{ kind: 'conversations-deleted', person: 'ana' }] },
    );

    expect(await attachments.released(10)).toEqual([letter.id]);
    expect(await attachments.heldBy('PS-7F3K9Q')).toEqual([note.id]);
  });

  it('are released with a draft that nobody came back to', async () => {
    const { attachments, retention } = await after(saved(0, note));
    await retention.eraseWordsBefore(later(DAY));

    expect(await attachments.released(10)).toEqual([note.id]);
  });

  it('of a request are let go some time after it was delivered, and never before', async () => {
    const stores = await after(saved(0, note), sent);
    const { attachments, outbox } = stores;
    expect(await attachments.releaseSentBefore(later(DAY))).toBe(0);

    await outbox.claim(noon);
    await outbox.settle('PS-7F3K9Q', 'D-1', noon);
    expect(await attachments.releaseSentBefore(noon)).toBe(0);
    expect(await attachments.releaseSentBefore(later(DAY))).toBe(1);
    expect(await attachments.released(10)).toEqual([note.id]);
  });

  it('of a draft are not let go with those of requests, however old it is', async () => {
    const { attachments } = await after(saved(0, note));

    expect(await attachments.releaseSentBefore(later(400 * DAY))).toBe(0);
  });
}
