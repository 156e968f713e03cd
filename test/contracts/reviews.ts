import type { Verdict } from '../../bot/feedback/verdict';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, later, MINUTE, noon, within } from './samples';
import { question, rated, withThreePeople } from './some-turns';

const aVerdict = (changes: Partial<Verdict> = {}): Verdict => ({
  id: 'review-1',
  interaction: 'ana-1',
  reviewer: 'nadia-rahman',
  at: noon.toISOString(),
  verdict: 'wrong',
  cause: 'search-missed',
  note: 'the clause on carers',
  ...changes,
});

const fellbridge = within('fellbridge');
const waiting = { isToReview: true, limit: 10, offset: 0 };

/** What must hold of what reviewers found, whatever keeps it. */
export function theseAreReviews(open: () => Promise<Stores>): void {
  const ratedByAna = async (rating: 'no' | 'partly' | 'yes' = 'no') => {
    const stores = await withThreePeople(open);
    await stores.conversations.commit(
      question('ana', 'fellbridge', {
        message: 'm2',
        expectedVersion: 1,
        interaction: 'ana-1',
        effects: [rated('ana-1', rating)],
      }),
    );
    return stores;
  };
  const verdictsOf = async ({ reading }: Stores) =>
    (await reading.transcript(fellbridge, 'teams-ana'))?.turns[0]?.verdicts;

  it('keeps each verdict beside the rating, and the audit has it', async () => {
    const stores = await ratedByAna();
    expect(await stores.reviews.judge(fellbridge, aVerdict())).toBe('judged');
    const second = aVerdict({ id: 'review-2', verdict: 'right', cause: null, note: null });
    expect(await stores.reviews.judge(fellbridge, second)).toBe('judged');

    expect(await verdictsOf(stores)).toEqual([aVerdict(), second]);
    const { rows } = await stores.reading.transcripts(fellbridge, { limit: 1, offset: 0 });
    expect(rows).toMatchObject([{ rating: 'no' }]);
    expect(await stores.reading.audits(1)).toEqual([
      { at: noon, who: 'nadia-rahman', did: 'judged-answer', what: 'teams-ana', reason: 'right' },
    ]);
  });

  it('takes the same form once', async () => {
    const stores = await ratedByAna();
    for (const note of ['one', 'two'])
      expect(await stores.reviews.judge(fellbridge, aVerdict({ note }))).toBe('judged');

    expect(await verdictsOf(stores)).toEqual([aVerdict({ note: 'one' })]);
    expect(await stores.reading.audits(5)).toHaveLength(1);
  });

  it('lists what was rated poorly until somebody has judged it', async () => {
    const stores = await ratedByAna('partly');
    const list = async () => (await stores.reading.transcripts(fellbridge, waiting)).total;
    expect(await list()).toBe(1);
    await stores.reviews.judge(fellbridge, aVerdict());
    expect(await list()).toBe(0);

    const next = { message: 'm3', expectedVersion: 2, interaction: 'ana-2' };
    await stores.conversations.commit(question('ana', 'fellbridge', next, 'ana-2'));
    expect(await list()).toBe(0);
    await stores.conversations.commit(
      question('ana', 'fellbridge', {
        ...next,
        message: 'm4',
        expectedVersion: 3,
        effects: [rated('ana-2', 'no')],
      }),
    );
    expect(await list()).toBe(1);
  });

  it('does not list what somebody was content with, or said nothing of', async () => {
    const content = await ratedByAna('yes');
    expect((await content.reading.transcripts(fellbridge, waiting)).total).toBe(0);
  });

  it('knows nothing of what is not for the reader', async () => {
    const stores = await ratedByAna();
    const { reviews } = stores;
    const notForNadia = { organisations: ['fellbridge'], except: ['ana'] };
    for (const reader of [within(), within('vale'), notForNadia])
      expect(await reviews.judge(reader, aVerdict())).toBe('unknown');
    const missing = aVerdict({ interaction: 'missing' });
    expect(await reviews.judge(fellbridge, missing)).toBe('unknown');
    expect(await verdictsOf(stores)).toEqual([]);
  });

  it('forgets what was noted with the words it was about, and keeps the verdict', async () => {
    const stores = await ratedByAna();
    await stores.reviews.judge(fellbridge, aVerdict());
    await stores.conversations.commit(
      aCommit({
        conversation: 'web-ana',
        door: 'web',
        at: later(MINUTE),
        effects: [{ kind: 'conversations-deleted', person: 'ana' }],
      }),
    );
    expect(await verdictsOf(stores)).toEqual([aVerdict({ note: null })]);

    const old = await ratedByAna();
    await old.reviews.judge(fellbridge, aVerdict());
    await old.retention.eraseWordsBefore(later(MINUTE));
    expect(await verdictsOf(old)).toEqual([aVerdict({ note: null })]);
  });
}
