import type { Commit } from '../../bot/conversation/store';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aRating, aRequest, anEvent, anInteraction, later, MINUTE, noon } from './samples';
import { withContent, within } from './samples';

const DAY = 24 * 60 * MINUTE;
const LATE = later(300 * DAY);
const fellbridge = within('fellbridge');

/** What must hold of records that are too old, whatever keeps them. */
export function itKeepsNothingForEver(open: () => Promise<Stores>): void {
  const rated = (changes: Partial<Commit> = {}, interaction = 'i1'): Commit =>
    aCommit({
      interaction,
      effects: [
        { kind: 'interaction-opened', interaction: anInteraction({ id: interaction }) },
        { kind: 'rated', rating: aRating({ interaction, rating: 'no' }), wantsReply: true },
      ],
      ...changes,
    });
  const sent = (changes: Partial<Commit> = {}): Commit =>
    aCommit({
      effects: [
        {
          kind: 'interaction-opened',
          interaction: anInteraction({ id: 'draft-1', kind: 'request', outcome: 'request' }),
        },
        { kind: 'request-confirmed', request: aRequest(), system: 'desk' },
      ],
      ...changes,
    });

  it('deletes old turns with what was said of them, and leaves newer ones', async () => {
    const stores = await open();
    const { conversations, reading, reviews, retention } = stores;
    await conversations.commit(rated());
    await conversations.commit(aCommit({ conversation: 'teams-ben', person: 'ben', at: LATE }));
    const verdict = { id: 'v1', interaction: 'i1', reviewer: 'nadia', at: noon.toISOString() };
    const found = { verdict: 'wrong', cause: null, note: null } as const;
    expect(await reviews.judge(fellbridge, { ...verdict, ...found })).toBe('judged');
    const task = { id: 't1', interaction: 'i1', policy: 'annual-leave', by: 'nadia' };
    const gap = { cause: 'clause-missing', owner: 'Policy team' } as const;
    await stores.contentTasks.open(fellbridge, { ...task, ...gap }, noon);

    expect(await retention.deleteTurnsBefore(later(DAY))).toBe(1);
    expect(await retention.deleteTurnsBefore(later(DAY))).toBe(0);

    expect(await reading.transcript(fellbridge, 'teams-ana')).toBeUndefined();
    const { rows } = await reading.transcripts(fellbridge, { limit: 10, offset: 0 });
    expect(rows.map(({ person }) => person)).toEqual(['ben']);
    expect((await reading.counts(fellbridge, noon)).interactions).toBe(0);
    expect(await stores.ofKnowledge.policyDays(fellbridge, '2027-01-01')).toEqual([]);
    // The gap is still there; who met it is not.
    expect(await stores.contentTasks.find(withContent('fellbridge'), 't1')).toMatchObject({
      answers: [],
    });
  });

  it('keeps the newer turns of a conversation, which goes on', async () => {
    const { conversations, outgoing, retention } = await open();
    await conversations.commit(rated());
    await conversations.commit(aCommit({ message: 'm2', expectedVersion: 1, at: LATE }));
    await retention.deleteTurnsBefore(later(DAY));

    expect(await outgoing.history('teams-ana', 0, 10)).toHaveLength(1);
    const next = aCommit({ message: 'm3', expectedVersion: 2, at: LATE });
    expect(await conversations.commit(next)).toMatchObject({ kind: 'committed' });
  });

  it('deletes a request so long after the last thing that happened to it', async () => {
    const { conversations, outbox, requestLog, retention } = await open();
    await conversations.commit(sent());
    await outbox.claim(noon);
    await outbox.settle('PS-7F3K9Q', 'DESK-1', noon);
    await requestLog.record('desk', 1, anEvent({ kind: 'done', at: LATE.toISOString() }));

    expect(await retention.deleteRequestsBefore(LATE)).toBe(0);
    expect(await requestLog.find('PS-7F3K9Q')).toBeDefined();
    expect(await retention.deleteTurnsBefore(LATE)).toBe(1);
    expect(await retention.deleteRequestsBefore(new Date(LATE.getTime() + 1))).toBe(1);
    expect(await requestLog.find('PS-7F3K9Q')).toBeUndefined();
    expect(await requestLog.ofPerson('ana', 10)).toEqual([]);
  });

  it('never deletes a request that waits for its delivery', async () => {
    const { conversations, outbox, requestLog, retention } = await open();
    await conversations.commit(sent());

    expect(await retention.deleteRequestsBefore(LATE)).toBe(0);
    expect(await requestLog.find('PS-7F3K9Q')).toBeDefined();
    expect(await outbox.claim(LATE)).toMatchObject({ request: { id: 'PS-7F3K9Q' } });
  });

  it('deletes old entries of who read what', async () => {
    const { reading, retention } = await open();
    const entry = { who: 'nadia', did: 'read-transcript', what: 'c', reason: null } as const;
    await reading.audit({ ...entry, at: noon });
    await reading.audit({ ...entry, at: LATE });

    expect(await retention.deleteAuditsBefore(LATE)).toBe(1);
    expect(await reading.audits(5)).toMatchObject([{ at: LATE }]);
  });

  it('cleans up after erasing, as often as it is asked to', async () => {
    const { conversations, retention } = await open();
    await conversations.commit(rated());
    await retention.eraseWordsBefore(later(DAY));
    for (let times = 0; times < 2; times += 1) await retention.scrub();
    expect((await conversations.open('teams-ana', 'ana')).version).toBeGreaterThan(0);
  });
}
