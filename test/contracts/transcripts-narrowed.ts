import type { TranscriptFilter } from '../../bot/console/reading';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aRating, aReply, later, MINUTE, noon, within } from './samples';
import { opened, question } from './some-turns';

const DAY = 24 * 60 * MINUTE;

/** What must hold of narrowing the list of conversations by what was asked in them. */
export function transcriptsAreNarrowed(open: () => Promise<Stores>): void {
  /** Ana asked about sickness and then booked leave; Ben, at Vale, asked about sickness; Cai about leave. */
  const withTalks = async (): Promise<Stores> => {
    const stores = await open();
    const { conversations, reviews } = stores;
    const asks = (person: string, organisation: string, topic: string, at = noon) =>
      conversations.commit(
        question(person, organisation, { at, reply: aReply({ topics: [topic] }) }),
      );
    await asks('ana', 'fellbridge', 'sickness-absence');
    await asks('ben', 'vale', 'sickness-absence');
    await asks('cai', 'fellbridge', 'annual-leave-and-bank-holidays');
    const request = { kind: 'request', service: 'book-annual-leave', outcome: 'request' } as const;
    const openedAt = later(DAY).toISOString();
    await conversations.commit(
      aCommit({
        message: 'm2',
        expectedVersion: 1,
        interaction: 'ana-2',
        at: later(DAY),
        effects: [
          opened('ana-2', { ...request, openedAt, endedAt: null }),
          {
            kind: 'rated',
            rating: aRating({ interaction: 'ana-1', rating: 'no', reason: 'incomplete' }),
          },
        ],
      }),
    );
    await reviews.judge(within('fellbridge'), {
      id: 'verdict-1',
      interaction: 'cai-1',
      reviewer: 'nadia',
      at: noon.toISOString(),
      verdict: 'wrong',
      cause: 'clause-missing',
      note: null,
    });
    return stores;
  };
  const peopleWhere = async ({ reading }: Stores, filter: Partial<TranscriptFilter>) => {
    const both = within('fellbridge', 'vale');
    const { rows, total } = await reading.transcripts(both, { limit: 9, offset: 0, ...filter });
    expect(total).toBe(rows.length);
    return rows.map(({ person }) => person);
  };

  it('finds conversations by policy, service, reason, reviewer and verdict', async () => {
    const stores = await withTalks();

    expect(await peopleWhere(stores, { policy: 'sickness-absence' })).toEqual(['ana', 'ben']);
    expect(await peopleWhere(stores, { policy: 'annual-leave-and-bank-holidays' })).toEqual([
      'cai',
    ]);
    expect(await peopleWhere(stores, { service: 'book-annual-leave' })).toEqual(['ana']);
    expect(await peopleWhere(stores, { reason: 'incomplete' })).toEqual(['ana']);
    expect(await peopleWhere(stores, { reason: 'wrong' })).toEqual([]);
    expect(await peopleWhere(stores, { reviewer: 'nadia' })).toEqual(['cai']);
    expect(await peopleWhere(stores, { reviewer: 'olu' })).toEqual([]);
    expect(await peopleWhere(stores, { verdict: 'wrong' })).toEqual(['cai']);
    expect(await peopleWhere(stores, { verdict: 'right' })).toEqual([]);
  });

  it('finds conversations in which something began in those days', async () => {
    const stores = await withTalks();

    expect(await peopleWhere(stores, { from: later(MINUTE) })).toEqual(['ana']);
    expect(await peopleWhere(stores, { before: later(MINUTE) })).toEqual(['ana', 'cai', 'ben']);
    expect(await peopleWhere(stores, { from: later(2 * DAY) })).toEqual([]);
  });

  it('wants all of one and the same interaction, and the rest of the conversation', async () => {
    const stores = await withTalks();
    const ofSickness = { policy: 'sickness-absence' } as const;

    expect(await peopleWhere(stores, { ...ofSickness, reason: 'incomplete' })).toEqual(['ana']);
    expect(await peopleWhere(stores, { ...ofSickness, service: 'book-annual-leave' })).toEqual([]);
    expect(await peopleWhere(stores, { ...ofSickness, from: later(MINUTE) })).toEqual([]);
    expect(await peopleWhere(stores, { ...ofSickness, rating: 'no' })).toEqual(['ana']);
  });

  it('finds a conversation only in the organisation in which it was asked', async () => {
    const stores = await withTalks();
    const { version } = await stores.conversations.open('teams-ben', 'ben');
    await stores.conversations.commit(
      question('ben', 'fellbridge', { message: 'm9', expectedVersion: version }, 'ben-2'),
    );
    const filter = { policy: 'sickness-absence', limit: 9, offset: 0 };
    const { rows } = await stores.reading.transcripts(within('fellbridge'), filter);
    expect(rows.map(({ person }) => person)).toEqual(['ana']);
    const all = await stores.reading.transcripts(within('fellbridge', 'vale'), filter);
    expect(all.rows.map(({ organisation }) => organisation)).toEqual(['fellbridge', 'vale']);
    const notAna = { organisations: ['fellbridge'], except: ['ana'] };
    expect(await stores.reading.transcripts(notAna, filter)).toEqual({ total: 0, rows: [] });
  });
}
