/**
 * Fills the outbox with requests that wait, as they do once a receiving service is back that was
 * down for days and somebody has let them all go: they all fell due at the same moment.
 */
import { sql, type Kysely } from 'kysely';
import type { Request, RequestEvent } from '../../../dialogs';
import type { AssistantTables } from '../../storage/tables';

/** Each of these has sent a share of them. */
const PEOPLE = 1_000;
const DUE = '2026-01-05T08:00:00.000Z';
/** More in one statement make PostgreSQL hold all of their references at once. */
const BATCH = 5_000;
const PLACE = '{id}';
const PERSON = '{person}';

/** @param from how many there are already; @param to how many there are afterwards */
export async function fillOutbox(
  db: Kysely<AssistantTables>,
  from: number,
  to: number,
): Promise<void> {
  for (let first = from; first < to; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, to - first) }, (_, n) => first + n);
    await db.transaction().execute(async (tx) => {
      for (const { insert, row } of TABLES) {
        for (let at = 0; at < numbers.length; at += ROWS) {
          const rows = numbers.slice(at, at + ROWS).map((n) => row(n));
          await sql`${sql.raw(insert)} values ${sql.join(rows)}`.execute(tx);
        }
      }
    });
  }
}

/** SQLite takes 32,766 values in a statement. */
const ROWS = 1_000;

const idOf = (n: number): string => `PS-${String(n).padStart(6, '0')}`;
const personOf = (n: number): string => `somebody-${n % PEOPLE}`;

const REQUEST = JSON.stringify({
  id: PLACE,
  draft: `draft-${PLACE}`,
  service: 'report-sickness',
  serviceVersion: 1,
  requestedBy: PERSON,
  organisation: 'fellbridge',
  post: null,
  fields: { firstDay: '2026-01-05', reason: 'a heavy cold since the weekend' },
  summary: 'Off sick from Monday 5 January 2026. The reason you gave: “a heavy cold”.',
  confirmedAt: DUE,
  expectedBy: '2026-01-06',
} satisfies Request);

const SENT = JSON.stringify({
  request: PLACE,
  kind: 'sent',
  at: DUE,
  by: null,
  note: null,
  receiverReference: null,
} satisfies RequestEvent);

const filled = (words: string, n: number): string =>
  words.replaceAll(PLACE, idOf(n)).replaceAll(PERSON, personOf(n));

/** In an order in which each finds what it refers to. */
const TABLES: readonly { insert: string; row: (n: number) => ReturnType<typeof sql> }[] = [
  {
    insert: 'insert into request (id, draft, person, organisation, body)',
    row: (n) =>
      sql`(${idOf(n)}, ${`draft-${idOf(n)}`}, ${personOf(n)}, 'fellbridge', ${filled(REQUEST, n)})`,
  },
  {
    insert: 'insert into request_event (request, kind, body, told)',
    row: (n) => sql`(${idOf(n)}, 'sent', ${filled(SENT, n)}, 1)`,
  },
  {
    insert: 'insert into open_request (request, expected_by, told_late, system, asked_at)',
    row: (n) => sql`(${idOf(n)}, '2026-01-06', 1, null, ${DUE})`,
  },
  {
    insert: 'insert into delivery (request, system, state, failures, due_at)',
    row: (n) => sql`(${idOf(n)}, 'desk', 'waiting', 0, ${DUE})`,
  },
];
