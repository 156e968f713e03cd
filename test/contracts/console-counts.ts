import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aReply, later, MINUTE, noon, within } from './samples';
import { opened, rated, withThreePeople } from './some-turns';

/** What must hold of what people professionals count. */
export function itCountsForTheConsole(open: () => Promise<Stores>): void {
  it('counts each interaction once by its latest outcome, other turns one by one, and ratings', async () => {
    const { conversations, reading } = await withThreePeople(open);
    const asked = { interaction: 'ana-2', reply: aReply({ outcome: 'request' }) };
    await conversations.commit(
      aCommit({
        ...asked,
        message: 'm2',
        expectedVersion: 1,
        effects: [
          opened('ana-2', { kind: 'request', outcome: 'request', endedAt: null }),
          rated('ana-1', 'no'),
          rated('ana-1', 'yes'),
        ],
      }),
    );
    await conversations.commit(
      aCommit({
        ...asked,
        message: 'm3',
        expectedVersion: 2,
        effects: [
          {
            kind: 'interaction-ended',
            interaction: 'ana-2',
            outcome: 'handover',
            ended: 'cancelled',
            at: '2027-01-05T12:02:00Z',
          },
        ],
      }),
    );
    await conversations.commit(
      aCommit({
        message: 'm4',
        expectedVersion: 3,
        at: later(MINUTE),
        reply: aReply({ outcome: 'small-talk' }),
      }),
    );

    expect(await reading.counts(within('fellbridge'), noon)).toEqual({
      byOutcome: { answered: 1, handover: 1, 'small-talk': 1 },
      interactions: 2,
      rated: 1,
      yes: 1,
      partly: 0,
      no: 0,
    });
    expect(await reading.counts(within('fellbridge'), later(1))).toMatchObject({
      byOutcome: { 'small-talk': 1 },
      rated: 0,
    });
    const withoutAna = { ...within('fellbridge'), except: ['ana'] };
    expect(await reading.counts(withoutAna, noon)).toMatchObject({
      byOutcome: {},
      interactions: 0,
    });
    const nothing = { byOutcome: {}, interactions: 0, rated: 0, yes: 0, partly: 0, no: 0 };
    expect(await reading.counts(within(), noon)).toEqual(nothing);
    expect(await reading.counts(within('orchard-street'), noon)).toEqual(nothing);
  });
}
