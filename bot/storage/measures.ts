/** What is counted of each month, read in short spans of time, and what was published of it. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { OutcomeName } from '../conversation/reply';
import { RATINGS } from '../feedback/interaction';
import type { Happened } from '../feedback/measures/happened';
import type { Measuring } from '../feedback/measures/publish-months';
import { PublishedMonth } from '../feedback/measures/published';
import { VERDICTS } from '../feedback/verdict';
import { storedRequest } from './request-events';
import { stored } from './stored';
import type { AssistantTables } from './tables';

export const measures = (db: Kysely<AssistantTables>): Measuring => ({
  async since(organisation) {
    const first = await db
      .selectFrom('interaction')
      .select('opened_at')
      .where('organisation', '=', organisation)
      .orderBy('opened_at')
      .limit(1)
      .executeTakeFirst();
    return first && new Date(first.opened_at);
  },

  async happened(organisation, from, to) {
    const span = [organisation, from.toISOString(), to.toISOString()] as const;
    return {
      interactions: await interactions(db, ...span),
      turns: await turns(db, ...span),
      done: await done(db, ...span),
    };
  },

  async publish({ organisation, month, ...rest }) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('published_month')
      .values({ organisation, month, body: JSON.stringify({ organisation, month, ...rest }) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },

  async closeAbandoned(quietSince, now, limit) {
    const since = quietSince.toISOString();
    const { numUpdatedRows } = await db
      .updateTable('interaction')
      .set({ ended: 'abandoned', ended_at: now.toISOString() })
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('interaction as old')
          .leftJoin('draft', (join) =>
            join.onRef('draft.id', '=', 'old.id').on('draft.updated_at', '>=', since),
          )
          .select('old.id')
          .where('old.kind', '=', 'request')
          .where('old.ended_at', 'is', null)
          .where('old.opened_at', '<', since)
          .where('draft.id', 'is', null)
          .orderBy('old.opened_at')
          .limit(limit),
      )
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  },

  async months(organisations) {
    if (organisations.length === 0) return [];
    const rows = await db
      .selectFrom('published_month')
      .select('month')
      .distinct()
      .where('organisation', 'in', organisations)
      .orderBy('month', 'desc')
      .execute();
    return rows.map(({ month }) => month);
  },

  async read(organisations, first, last) {
    if (organisations.length === 0) return [];
    const rows = await db
      .selectFrom('published_month')
      .select('body')
      .where('organisation', 'in', organisations)
      .where('month', '>=', first)
      .where('month', '<=', last)
      .orderBy('month')
      .orderBy('organisation')
      .execute();
    return rows.map(({ body }) => stored('published month', PublishedMonth, body));
  },
});

type Span = readonly [organisation: string, from: string, to: string];

const Counted = z.object({
  person: z.string(),
  outcome: OutcomeName,
  rating: z.enum(RATINGS).nullable(),
  verdict: z.enum(VERDICTS).nullable(),
});
const Clauses = z.array(z.object({ clause: z.string() }));

async function interactions(
  db: Kysely<AssistantTables>,
  ...[organisation, from, to]: Span
): Promise<Happened['interactions']> {
  const rows = await db
    .selectFrom('interaction')
    .select(['person', 'outcome', 'rating', 'verdict', 'clauses'])
    .where('organisation', '=', organisation)
    .where('opened_at', '>=', from)
    .where('opened_at', '<', to)
    .execute();
  return rows.map(({ clauses, ...row }) => ({
    ...Counted.parse(row),
    clause: stored('list of clauses', Clauses, clauses)[0]?.clause ?? null,
  }));
}

async function turns(
  db: Kysely<AssistantTables>,
  ...[organisation, from, to]: Span
): Promise<Happened['turns']> {
  const rows = await db
    .selectFrom('message')
    .select((eb) => ['person', 'outcome', eb.fn.countAll<number>().as('times')])
    .where('organisation', '=', organisation)
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('interaction', 'is', null)
    .groupBy(['person', 'outcome'])
    .execute();
  return rows.map(({ outcome, ...row }) => ({ ...row, outcome: OutcomeName.parse(outcome) }));
}

async function done(
  db: Kysely<AssistantTables>,
  ...[organisation, from, to]: Span
): Promise<Happened['done']> {
  const rows = await db
    .selectFrom('request_event')
    .innerJoin('request', 'request.id', 'request_event.request')
    .select(['request.person', 'request.body', 'request_event.done_at'])
    .where('request_event.done_at', '>=', from)
    .where('request_event.done_at', '<', to)
    .where('request.organisation', '=', organisation)
    .execute();
  return rows.map(({ person, body, done_at }) => {
    const { service, confirmedAt, expectedBy } = storedRequest(body);
    return { person, service, confirmedAt, expectedBy, doneAt: done_at ?? to };
  });
}
