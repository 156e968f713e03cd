/**
 * Which conversations a list is narrowed to. What stands in the list's own rows is asked of them;
 * of what was asked within, one and the same interaction must be all that was wanted: about this
 * policy, in these days, judged so. It is found by indexes, not by going through the conversations.
 */
import { sql, type Kysely } from 'kysely';
import type { TranscriptFilter } from '../console/reading';
import type { Within } from '../directory/people-team';
import type { AssistantTables } from './tables';

type Db = Kysely<AssistantTables>;

const RANK = { yes: 1, partly: 2, no: 3 } as const;
const OF_INTERACTIONS = [
  'policy',
  'service',
  'reason',
  'verdict',
  'reviewer',
  'from',
  'before',
] as const;

export const matchingTranscripts = (db: Db, within: Within, filter: TranscriptFilter) =>
  db
    .selectFrom('transcript')
    .where('organisation', 'in', within.organisations)
    .$if(within.except.length > 0, (query) => query.where('person', 'not in', within.except))
    .$if(filter.outcome !== undefined, (query) =>
      query.where('outcomes', 'like', `%|${filter.outcome ?? ''}|%`),
    )
    // Written out, not bound: only so does the database see that its index of these will do.
    .$if(filter.isToReview === true, (query) => query.where(sql.ref('to_review'), '=', sql.lit(1)))
    .$if(filter.rating !== undefined, (query) =>
      query.where('worst', '=', RANK[filter.rating ?? 'no']),
    )
    .$if(
      OF_INTERACTIONS.some((name) => filter[name] !== undefined),
      (query) =>
        query.where((eb) =>
          eb(
            eb.refTuple('conversation', 'organisation'),
            'in',
            interactions(db, within, filter).$asTuple('conversation', 'organisation'),
          ),
        ),
    );

function interactions(
  db: Db,
  { organisations }: Within,
  { policy, service, reason, verdict, reviewer, from, before }: TranscriptFilter,
) {
  return db
    .selectFrom('interaction')
    .select(['conversation', sql<string>`organisation`.as('organisation')])
    .where('organisation', 'in', organisations)
    .$if(policy !== undefined, (query) => query.where('policy', '=', policy ?? ''))
    .$if(service !== undefined, (query) => query.where('service', '=', service ?? ''))
    .$if(verdict !== undefined, (query) => query.where('verdict', '=', verdict ?? ''))
    .$if(from !== undefined, (query) => query.where('opened_at', '>=', from?.toISOString() ?? ''))
    .$if(before !== undefined, (query) =>
      query.where('opened_at', '<', before?.toISOString() ?? ''),
    )
    .$if(reason !== undefined, (query) =>
      query.where(
        'id',
        'in',
        db
          .selectFrom('rating')
          .select('interaction')
          .where('reason', '=', reason ?? ''),
      ),
    )
    .$if(reviewer !== undefined, (query) =>
      query.where(
        'id',
        'in',
        db
          .selectFrom('verdict')
          .select('interaction')
          .where('reviewer', '=', reviewer ?? ''),
      ),
    );
}
