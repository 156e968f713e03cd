/** What staff sent and no receiving service could be made to take: requests, and answers about them. */
import { sql, type Kysely } from 'kysely';
import type { ConsoleReading, ParkedDelivery, ParkedFor } from '../console/reading';
import { textIn } from './dialect';
import { storedRequest } from './request-events';
import type { AssistantTables } from './tables';

/** @param of at least one organisation */
export async function readParked(
  db: Kysely<AssistantTables>,
  of: ParkedFor,
  limit: number,
  offset: number,
): ReturnType<ConsoleReading['parked']> {
  const requests = parkedRequests(db, of);
  const answers = parkedAnswers(db, of);
  const rows = await requests
    .select(['request.body', 'delivery.failures', 'delivery.reason', 'request.sequence as place'])
    .select([nothing.as('question'), nothing.as('answered_at'), sql<number>`0`.as('rank')])
    .unionAll(
      answers
        .select(['request.body', 'answer.failures', 'answer.reason', 'answer.sequence as place'])
        .select(['answer.question', 'answer.at as answered_at', sql<number>`1`.as('rank')]),
    )
    .orderBy('rank')
    .orderBy('place')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await requests.select(counted).executeTakeFirstOrThrow();
  const { total: ofAnswers } = await answers.select(counted).executeTakeFirstOrThrow();
  return { total: total + ofAnswers, answers: ofAnswers, deliveries: rows.map(shown) };
}

/** Where it is about somebody else, its first field says who. */
const aboutWhom = (db: Kysely<AssistantTables>) => textIn(db, 'request.body', ['fields', 'person']);

const nothing = sql<string | null>`null`;
const counted = sql<number>`count(*)`.as('total');

const parkedRequests = (db: Kysely<AssistantTables>, { organisations, notAbout }: ParkedFor) =>
  db
    .selectFrom('delivery')
    .innerJoin('request', 'request.id', 'delivery.request')
    .where('delivery.state', '=', 'parked')
    .where('request.organisation', 'in', organisations)
    .where(aboutWhom(db), 'is distinct from', notAbout);

const parkedAnswers = (db: Kysely<AssistantTables>, { organisations, notAbout }: ParkedFor) =>
  db
    .selectFrom('request_answer as answer')
    .innerJoin('request', 'request.id', 'answer.request')
    .where('answer.state', '=', 'parked')
    .where('request.organisation', 'in', organisations)
    .where(aboutWhom(db), 'is distinct from', notAbout);

function shown(row: {
  readonly body: string;
  readonly failures: number;
  readonly reason: string | null;
  readonly question: string | null;
  readonly answered_at: string | null;
}): ParkedDelivery {
  const { id, service, organisation, confirmedAt } = storedRequest(row.body);
  const { failures, reason, question } = row;
  const sentAt = new Date(row.answered_at ?? confirmedAt);
  return { request: id, service, organisation, question, sentAt, failures, reason };
}
