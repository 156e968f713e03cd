import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aRating, aReply, noon, within } from './samples';
import { opened, question, rated, withThreePeople } from './some-turns';

const everything = { limit: 50, offset: 0 };

/** What must hold of what people professionals read. */
export function itIsConsoleReading(open: () => Promise<Stores>): void {
  it('lists the conversations of the reader’s organisations, newest first, and no others', async () => {
    const { reading } = await withThreePeople(open);

    const { rows, total } = await reading.transcripts(within('fellbridge', 'vale'), everything);
    expect([total, rows.map(({ person }) => person)]).toEqual([2, ['ben', 'ana']]);

    expect(await reading.transcripts(within('fellbridge'), everything)).toEqual({
      total: 1,
      rows: [
        {
          conversation: 'teams-ana',
          organisation: 'fellbridge',
          person: 'ana',
          door: 'teams',
          lastAt: noon,
          turns: 1,
          lastSaid: 'how much leave do i get',
          lastOutcome: 'answered',
          rating: null,
        },
      ],
    });
    for (const none of [within(), within('orchard-street')])
      expect(await reading.transcripts(none, everything)).toEqual({ rows: [], total: 0 });
  });

  it('shows nothing of those who are not for this reader', async () => {
    const { reading } = await withThreePeople(open);
    const notAna = { organisations: ['fellbridge', 'vale'], except: ['ana', 'carys'] };
    const bens = { total: 1, rows: [expect.objectContaining({ person: 'ben' })] };
    expect(await reading.transcripts(notAna, everything)).toEqual(bens);
    expect(await reading.transcript(notAna, 'teams-ana')).toBeUndefined();
    expect(await reading.transcript(notAna, 'teams-ben')).toMatchObject({ person: 'ben' });
  });

  it('lists a page at a time', async () => {
    const { reading } = await withThreePeople(open);
    const both = within('fellbridge', 'vale');
    const page = await reading.transcripts(both, { limit: 1, offset: 1 });
    expect(page).toEqual({ total: 2, rows: [expect.objectContaining({ person: 'ana' })] });
  });

  it('finds conversations by an outcome in them and by the worst rating that counts', async () => {
    const { conversations, reading } = await withThreePeople(open);
    await conversations.commit(
      aCommit({
        message: 'm2',
        expectedVersion: 1,
        interaction: 'ana-2',
        reply: aReply({ outcome: 'not-covered' }),
        effects: [
          opened('ana-2', { outcome: 'not-covered' }),
          rated('ana-1', 'no'),
          rated('ana-1', 'partly'),
          rated('ana-2', 'yes'),
        ],
      }),
    );
    const both = ['fellbridge', 'vale'];
    const peopleWhere = async (filter: object) =>
      (await reading.transcripts(within(...both), { ...everything, ...filter })).rows.map(
        ({ person, rating }) => [person, rating],
      );

    expect(await peopleWhere({ outcome: 'not-covered' })).toEqual([['ana', 'partly']]);
    expect(await peopleWhere({ outcome: 'answered' })).toEqual([
      ['ana', 'partly'],
      ['ben', null],
    ]);
    expect(await peopleWhere({ rating: 'partly' })).toEqual([['ana', 'partly']]);
    expect(await peopleWhere({ rating: 'no' })).toEqual([]);
    expect(await peopleWhere({ rating: 'partly', outcome: 'refused' })).toEqual([]);
  });

  it('shows a conversation with how each turn was handled and rated', async () => {
    const { conversations, reading } = await withThreePeople(open);
    const why = aRating({ interaction: 'ana-1', rating: null, comment: 'what of bank staff' });
    await conversations.commit(
      aCommit({
        message: 'm2',
        expectedVersion: 1,
        said: null,
        effects: [rated('ana-1', 'no'), { kind: 'rated', rating: why }],
      }),
    );

    expect(await reading.transcript(within('fellbridge'), 'teams-ana')).toEqual({
      person: 'ana',
      organisation: 'fellbridge',
      turns: [
        {
          at: noon,
          helper: null,
          said: 'how much leave do i get',
          sensitivity: 'none',
          reply: aReply(),
          trace: aCommit().trace,
          interaction: opened('ana-1').interaction,
          ratings: [
            aRating({ interaction: 'ana-1', rating: 'no', at: '2027-01-05T12:01:00.000Z' }),
            why,
          ],
          inQueue: { state: 'new', reviewer: null },
          notes: [],
          wanted: null,
          verdicts: [],
          ledTo: { regressions: [], tasks: [] },
        },
        expect.objectContaining({ said: null, interaction: null, ratings: [] }),
      ],
    });
  });

  it('shows a part of a long conversation, counted from its newest turn', async () => {
    const { conversations, reading } = await withThreePeople(open);
    for (const n of [2, 3]) {
      const next = { message: `m${n}`, expectedVersion: n - 1, said: `message ${n}` };
      await conversations.commit(aCommit(next));
    }

    const said = async (window: { limit: number; offset: number }) =>
      (await reading.transcript(within('fellbridge'), 'teams-ana', window))?.turns.map(
        (turn) => turn.said,
      );

    expect(await said({ limit: 2, offset: 0 })).toEqual(['message 2', 'message 3']);
    expect(await said({ limit: 2, offset: 2 })).toEqual(['how much leave do i get']);
    expect(await said({ limit: 2, offset: 3 })).toBeUndefined();
  });

  it('shows nothing of a conversation of another organisation, or of none', async () => {
    const { reading } = await withThreePeople(open);

    expect(await reading.transcript(within('fellbridge'), 'teams-ben')).toBeUndefined();
    expect(await reading.transcript(within(), 'teams-ana')).toBeUndefined();
    expect(
      await reading.transcript(within('fellbridge', 'vale'), 'teams-stranger'),
    ).toBeUndefined();
  });

  it('keeps apart what a person said before and after they moved to another organisation', async () => {
    const { conversations, reading } = await withThreePeople(open);
    await conversations.commit(
      question('ana', 'vale', { message: 'm2', expectedVersion: 1, said: 'new job' }, 'ana-2'),
    );

    const said = async (organisation: string) =>
      (await reading.transcript(within(organisation), 'teams-ana'))?.turns.map((turn) => turn.said);
    expect(await said('fellbridge')).toEqual(['how much leave do i get']);
    expect(await said('vale')).toEqual(['new job']);
    expect(await reading.transcripts(within('fellbridge'), everything)).toMatchObject({
      rows: [{ turns: 1, lastSaid: 'how much leave do i get' }],
    });
  });

  it('never keeps the words of a turn about a life at risk or a disclosure', async () => {
    const { conversations, reading } = await open();
    for (const [n, sensitivity] of (
      ['life-at-risk', 'disclosure', 'question'] as const
    ).entries()) {
      await conversations.commit(
        aCommit({ message: `m${n}`, expectedVersion: n, sensitivity, said: 'what happened' }),
      );
    }

    const transcript = await reading.transcript(within('fellbridge'), 'teams-ana');

    expect(transcript?.turns.map((turn) => [turn.sensitivity, turn.said])).toEqual([
      ['life-at-risk', null],
      ['disclosure', null],
      ['question', 'what happened'],
    ]);
  });

  it('remembers who read what, newest first', async () => {
    const { reading } = await open();
    const entry = { who: 'rev', what: 'teams-ana', reason: null, at: noon };
    await reading.audit({ ...entry, did: 'read-transcript' });
    const unmasked = { ...entry, did: 'unmasked-transcript', reason: 'complaint 12' } as const;
    await reading.audit(unmasked);

    expect(await reading.audits(1)).toEqual([unmasked]);
    expect(await reading.audits(10)).toHaveLength(2);
    expect(await reading.audits(10, 1)).toEqual([{ ...entry, did: 'read-transcript' }]);
  });

  it('writes down once what goes by one name, and else as often as it is told', async () => {
    const { reading } = await open();
    const entry = { who: 'rev', what: 'D-1', reason: null, at: noon, did: 'read-request' } as const;
    await Promise.all([1, 2, 3].map(() => reading.audit({ ...entry, once: 'D-1 7' })));
    await reading.audit({ ...entry, once: 'D-1 8' });
    await reading.audit(entry);
    await reading.audit(entry);

    expect(await reading.audits(10)).toEqual([entry, entry, entry, entry]);
  });
}
