/** What people professionals read. Each query names the organisations itself; none relies on another to have done so. */
import type { Kysely, Selectable } from 'kysely';
import type { ConsoleReading, TranscriptRow } from '../console/reading';
import { OutcomeName } from '../conversation/reply';
import type { Within } from '../directory/people-team';
import { RATINGS } from '../feedback/interaction';
import { auditTrail } from './audit-trail';
import { matchingTranscripts } from './matching-transcripts';
import { DoorName } from './stored';
import type { AssistantTables } from './tables';
import { readParked } from './read-parked';
import { readTranscript } from './read-transcript';
import { satisfactionReading } from './satisfaction';

type Db = Kysely<AssistantTables>;

/** @param writer what is read is written through it; the audit is written here too */
export const consoleReading = (db: Db, writer: Db): ConsoleReading => ({
  async transcripts(within, filter) {
    if (within.organisations.length === 0) return { rows: [], total: 0 };
    const { total } = await matchingTranscripts(db, within, filter)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const page = await matchingTranscripts(db, within, filter)
      .selectAll()
      .orderBy('last_sequence', 'desc')
      .limit(filter.limit)
      .offset(filter.offset)
      .execute();
    return { total, rows: await withLastTurn(db, page) };
  },

  async transcript(within, conversation, window) {
    return within.organisations.length === 0
      ? undefined
      : readTranscript(db, within, conversation, window);
  },

  async counts(within, since) {
    if (within.organisations.length === 0) {
      return { byOutcome: {}, interactions: 0, rated: 0, yes: 0, partly: 0, no: 0 };
    }
    const outcomes = await countOutcomes(db, within, since.toISOString());
    return { ...outcomes, ...(await countRatings(db, within, since.toISOString())) };
  },

  async parked(of, limit, offset = 0) {
    return of.organisations.length === 0
      ? { deliveries: [], total: 0, answers: 0 }
      : readParked(db, of, limit, offset);
  },

  ...satisfactionReading(db),
  ...auditTrail(db, writer),
});

/** The words are fetched for one page alone: sorting a long list with them would take its time. */
async function withLastTurn(
  db: Kysely<AssistantTables>,
  page: readonly Selectable<AssistantTables['transcript']>[],
): Promise<TranscriptRow[]> {
  if (page.length === 0) return [];
  const turns = await db
    .selectFrom('message')
    .select(['sequence', 'said', 'outcome'])
    .where(
      'sequence',
      'in',
      page.map((row) => row.last_sequence),
    )
    .execute();
  const bySequence = new Map(turns.map((turn) => [turn.sequence, turn]));
  return page.map((row) => {
    const last = bySequence.get(row.last_sequence);
    return {
      conversation: row.conversation,
      organisation: row.organisation,
      person: row.person,
      door: DoorName.parse(row.door),
      lastAt: new Date(row.last_at),
      turns: row.turns,
      lastSaid: last?.said ?? null,
      lastOutcome: OutcomeName.parse(last?.outcome),
      rating: RATINGS[(row.worst ?? 0) - 1] ?? null,
    };
  });
}

/**
 * An interaction counts once, however many turns it took; a turn outside of one counts by itself.
 * Notices are no turns: they are stored without an organisation.
 */
async function countOutcomes(
  db: Kysely<AssistantTables>,
  { organisations, except }: Within,
  since: string,
): Promise<{ byOutcome: Partial<Record<OutcomeName, number>>; interactions: number }> {
  const interactions = await db
    .selectFrom('interaction')
    .select((eb) => ['outcome', eb.fn.countAll<number>().as('times')])
    .where('organisation', 'in', organisations)
    .$if(except.length > 0, (query) => query.where('person', 'not in', except))
    .where('opened_at', '>=', since)
    .groupBy('outcome')
    .execute();
  const turns = await db
    .selectFrom('message')
    .select((eb) => ['outcome', eb.fn.countAll<number>().as('times')])
    .where('organisation', 'in', organisations)
    .$if(except.length > 0, (query) => query.where('person', 'not in', except))
    .where('at', '>=', since)
    .where('interaction', 'is', null)
    .groupBy('outcome')
    .execute();
  const counts: Partial<Record<OutcomeName, number>> = {};
  for (const { outcome, times } of [...interactions, ...turns]) {
    const name = OutcomeName.parse(outcome);
    counts[name] = (counts[name] ?? 0) + times;
  }
  const opened = interactions.reduce((sum, { times }) => sum + times, 0);
  return { byOutcome: counts, interactions: opened };
}

async function countRatings(
  db: Kysely<AssistantTables>,
  { organisations, except }: Within,
  since: string,
): Promise<{ rated: number; yes: number; partly: number; no: number }> {
  const rows = await db
    .selectFrom('interaction')
    .select((eb) => ['rating', eb.fn.countAll<number>().as('times')])
    .where('organisation', 'in', organisations)
    .$if(except.length > 0, (query) => query.where('person', 'not in', except))
    .where('opened_at', '>=', since)
    .where('rating', 'is not', null)
    .groupBy('rating')
    .execute();
  const times = (rating: string): number => rows.find((row) => row.rating === rating)?.times ?? 0;
  const [yes, partly, no] = [times('yes'), times('partly'), times('no')];
  return { rated: yes + partly + no, yes, partly, no };
}
