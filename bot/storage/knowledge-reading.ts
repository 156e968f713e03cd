/** What became of the policies' answers. Days are counted as turns are written, so that no page counts turns. */
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { KnowledgeReading } from '../console/knowledge-reading';
import { BEING_CHECKED } from './being-checked';
import { withoutThose } from './policy-days-of-people';
import { RatingName, stored } from './stored';
import type { AssistantTables } from './tables';

/** Of each row one thing is wanted, and there are many rows. */
const Why = z.looseObject({ why: z.string() });
const Topics = z.looseObject({ topics: z.array(z.string()) });
const Cited = z.array(z.object({ clause: z.string() }));

/** The same words come again, so more are read than are wanted. */
const ASKED_OFTEN = 5;

const sumOf = <Name extends string>(name: Name) =>
  // PostgreSQL makes another type of a sum, which its driver hands over as text.
  sql<number>`cast(sum(${sql.ref(name)}) as integer)`.as(name);
const SUMS = [
  sumOf('asked'),
  sumOf('not_covered'),
  sumOf('being_checked'),
  sumOf('yes'),
  sumOf('partly'),
  sumOf('no'),
] as const;

export const knowledgeReading = (db: Kysely<AssistantTables>): KnowledgeReading => ({
  async policyDays(within, since, eachFrom = since) {
    const { organisations } = within;
    if (organisations.length === 0) return [];
    const own = db.selectFrom('policy_day').where('organisation', 'in', organisations);
    const before = await own
      .where('day', '>=', since)
      .where('day', '<', eachFrom)
      .groupBy(['organisation', 'policy'])
      .select(['organisation', 'policy', ...SUMS])
      .execute();
    const each = await own.selectAll().where('day', '>=', eachFrom).orderBy('day').execute();
    const days = [...before.map((row) => ({ ...row, day: since })), ...each];
    const counted = await withoutThose(db, within, since, eachFrom, days);
    return counted.map(({ not_covered: notCovered, being_checked: beingChecked, ...row }) => ({
      ...row,
      notCovered,
      beingChecked,
    }));
  },

  async uncovered({ organisations, except }, since, limit) {
    if (organisations.length === 0) return [];
    const rows = await db
      .selectFrom('message')
      .select(['conversation', 'organisation', 'at', 'said', 'reply', 'trace'])
      // Written out, not bound: only so does the database see that its index of these will do.
      .where(sql.ref('outcome'), '=', sql.lit('not-covered'))
      .where('organisation', 'in', organisations)
      .$if(except.length > 0, (query) => query.where('person', 'not in', except))
      .where('at', '>=', since.toISOString())
      .where('said', 'is not', null)
      .where('interaction', 'is not', null)
      .orderBy('at', 'desc')
      .limit(limit)
      .execute();
    return rows.flatMap(({ conversation, organisation, at, said, reply, trace }) => {
      const why = trace === null ? '' : stored('trace', Why, trace).why;
      if (why === BEING_CHECKED || said === null || organisation === null) return [];
      const policy = stored('reply', Topics, reply).topics[0] ?? null;
      return [{ conversation, organisation, at: new Date(at), said, policy }];
    });
  },

  async askedOf({ organisations, except }, policy, since, limit) {
    if (organisations.length === 0) return [];
    const newest = db
      .selectFrom('interaction')
      .select(['id', 'conversation', 'opened_at'])
      .where('organisation', 'in', organisations)
      .$if(except.length > 0, (query) => query.where('person', 'not in', except))
      .where('policy', '=', policy)
      .where('opened_at', '>=', since.toISOString())
      .orderBy('opened_at', 'desc')
      .limit(limit * ASKED_OFTEN);
    const rows = await db
      .selectFrom(newest.as('interaction'))
      .innerJoin('message', (join) =>
        join
          .onRef('message.conversation', '=', 'interaction.conversation')
          .onRef('message.interaction', '=', 'interaction.id'),
      )
      .select((eb) => ['message.said', eb.fn.max('interaction.opened_at').as('newest')])
      .where('message.said', 'is not', null)
      .where('message.sensitivity', '=', 'none')
      .groupBy('message.said')
      .orderBy('newest', 'desc')
      .orderBy('message.said')
      .limit(limit)
      .execute();
    return rows.flatMap(({ said }) => said ?? []);
  },

  async usesOf({ organisations, except }, policy, since, limit) {
    if (organisations.length === 0) return [];
    const newest = db
      .selectFrom('interaction')
      .select(['rating', 'clauses'])
      .where('organisation', 'in', organisations)
      .$if(except.length > 0, (query) => query.where('person', 'not in', except))
      .where('policy', '=', policy)
      .where('opened_at', '>=', since.toISOString())
      .orderBy('opened_at', 'desc')
      .limit(limit)
      .as('newest');
    const rows = await db
      .selectFrom(newest)
      .select((eb) => ['rating', 'clauses', eb.fn.countAll<number>().as('times')])
      .groupBy(['rating', 'clauses'])
      .orderBy('times', 'desc')
      .execute();
    return rows.map(({ times, rating, clauses }) => ({
      times,
      rating: RatingName.parse(rating),
      clauses: stored('interaction', Cited, clauses).map(({ clause }) => clause),
    }));
  },

  async ratedUsesOf({ organisations, except }, policy, since, limit) {
    if (organisations.length === 0) return [];
    const rows = await db
      .selectFrom('interaction')
      .select(['rating', 'clauses', 'opened_at'])
      .where('organisation', 'in', organisations)
      .$if(except.length > 0, (query) => query.where('person', 'not in', except))
      .where('policy', '=', policy)
      .where('opened_at', '>=', since.toISOString())
      .where('rating', 'is not', null)
      .orderBy('opened_at', 'desc')
      .limit(limit)
      .execute();
    return rows.flatMap(({ rating, clauses, opened_at }) => {
      const given = RatingName.parse(rating);
      return given === null
        ? []
        : {
            rating: given,
            clauses: stored('interaction', Cited, clauses).map(({ clause }) => clause),
            at: new Date(opened_at),
          };
    });
  },
});
