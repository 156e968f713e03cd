/** Fills a store with made-up interactions, spread over organisations and months as in life: mostly by day. */
import type { Kysely } from 'kysely';
import { services, type Request } from '../../../dialogs';
import { OUTCOMES } from '../../conversation/reply';
import { RATINGS } from '../../feedback/interaction';
import { promised } from '../../feedback/measures/people-promise';
import { VERDICTS } from '../../feedback/verdict';
import type { AssistantTables } from '../../storage/tables';

const CONVERSATION = 'bench';
const BATCH = 1_000;
const OTHER_MESSAGES = 0.25;
const DONE_REQUESTS = 0.1;

export interface Life {
  readonly interactions: number;
  readonly organisations: readonly string[];
  readonly from: Date;
  readonly to: Date;
}

export async function fillMonths(db: Kysely<AssistantTables>, life: Life): Promise<void> {
  await db
    .insertInto('conversation')
    .values({
      id: CONVERSATION,
      door: 'web',
      person: 'somebody',
      state: '{}',
      version: 1,
      last_at: life.to.toISOString(),
      erased: 1,
    })
    .execute();
  for (let first = 0; first < life.interactions; first += BATCH) {
    const numbers = Array.from(
      { length: Math.min(BATCH, life.interactions - first) },
      (_, n) => first + n,
    );
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('interaction')
        .values(numbers.map((n) => interaction(n, life)))
        .execute();
      await fillOthers(tx, numbers.slice(0, BATCH * OTHER_MESSAGES), life);
      await fillDone(tx, numbers.slice(0, BATCH * DONE_REQUESTS), life);
    });
  }
}

const pick = <Value>(values: readonly Value[], n: number): Value => {
  const picked = values[n % values.length];
  if (picked === undefined) throw new RangeError('There is nothing to pick from.');
  return picked;
};

const whenOf = (n: number, { interactions, from, to }: Life): string =>
  new Date(from.getTime() + ((to.getTime() - from.getTime()) * n) / interactions).toISOString();

function interaction(n: number, life: Life) {
  const at = whenOf(n, life);
  const clause = `${pick([...promised], n * 7)}.1`;
  return {
    id: `bench-${n}`,
    person: `somebody-${n % 5_000}`,
    organisation: pick(life.organisations, n),
    conversation: CONVERSATION,
    kind: 'question',
    outcome: pick(['answered', 'answered', 'partly-answered', 'not-covered', 'handover'], n * 3),
    opened_at: at,
    ended_at: at,
    clauses: JSON.stringify([{ clause, version: '2026.1' }]),
    rating: pick([null, null, null, ...RATINGS], n * 11),
    verdict: pick([null, null, null, null, ...VERDICTS], n * 13),
  };
}

async function fillOthers(
  tx: Kysely<AssistantTables>,
  numbers: readonly number[],
  life: Life,
): Promise<void> {
  const rows = numbers.map((n) => ({
    id: `bench-${n}`,
    conversation: CONVERSATION,
    door: 'web',
    kind: 'reply',
    in_reply_to: `bench-${n}`,
    person: `somebody-${n % 5_000}`,
    organisation: pick(life.organisations, n),
    sensitivity: 'none',
    outcome: pick(OUTCOMES, n),
    reply: '{}',
    at: whenOf(n, life),
    erased: 1,
    attempts: 0,
  }));
  await tx.insertInto('message').values(rows).execute();
}

async function fillDone(
  tx: Kysely<AssistantTables>,
  numbers: readonly number[],
  life: Life,
): Promise<void> {
  const requests = numbers.map((n): Request => ({
    id: `PS-${String(n).padStart(6, '0')}`,
    draft: `bench-${n}`,
    service: pick(services, n).id,
    serviceVersion: 1,
    requestedBy: `somebody-${n % 5_000}`,
    organisation: pick(life.organisations, n),
    post: null,
    fields: { note: 'made up, and about as long as what people write' },
    summary: 'Annual leave, Monday 3 May to Friday 7 May 2027, from your post as Staff Nurse.',
    confirmedAt: whenOf(n, life),
  }));
  await tx
    .insertInto('request')
    .values(
      requests.map((request) => ({
        id: request.id,
        draft: request.draft,
        person: request.requestedBy,
        organisation: request.organisation,
        body: JSON.stringify(request),
      })),
    )
    .execute();
  await tx
    .insertInto('request_event')
    .values(
      requests.map(({ id, confirmedAt }) => ({
        request: id,
        kind: 'done',
        body: '{}',
        told: 1,
        done_at: confirmedAt,
      })),
    )
    .execute();
}
