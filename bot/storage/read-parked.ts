/** Requests that wait for a person, because no receiving service could be made to take them. */
import type { Kysely } from 'kysely';
import type { ConsoleReading } from '../console/reading';
import { storedRequest } from './request-events';
import type { AssistantTables } from './tables';

/** @param organisations at least one */
export async function readParked(
  db: Kysely<AssistantTables>,
  organisations: readonly string[],
  limit: number,
  offset: number,
): ReturnType<ConsoleReading['parked']> {
  const parked = db
    .selectFrom('delivery')
    .innerJoin('request', 'request.id', 'delivery.request')
    .where('delivery.state', '=', 'parked')
    .where('request.organisation', 'in', organisations);
  const { total } = await parked
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await parked
    .select(['request.body', 'delivery.failures', 'delivery.reason'])
    .orderBy('request.sequence')
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total,
    deliveries: rows.map(({ body, failures, reason }) => {
      const { id, service, organisation, confirmedAt } = storedRequest(body);
      const at = new Date(confirmedAt);
      return { request: id, service, organisation, confirmedAt: at, failures, reason };
    }),
  };
}
