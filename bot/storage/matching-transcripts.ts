/**
 * Which conversations a list is narrowed to. Of what was asked within, one and the same interaction
 * must be all that was wanted: about this policy, in these days, ended and rated so, judged so. It
 * is found by indexes, not by going through the conversations.
 */
import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { TranscriptFilter } from '../console/reading';
import type { Within } from '../directory/people-team';
import type { AssistantTables } from './tables';

type Db = Kysely<AssistantTables>;

const WORST = 3;
/** What the list's own rows answer, where it is asked alone: whether any interaction is so. */
const OF_ROWS = ['outcome', 'rating', 'isToReview'] as const;
const OF_INTERACTIONS = ['policy', 'service', 'reason', 'verdict', 'reviewer'] as const;
const OF_RATED = ['rating', 'isToReview'] as const;
const OF_DAYS = ['from', 'before'] as const;
/** As a row holds the worst of its ratings. */
const AT_LEAST = { yes: 1, partly: 2, no: WORST } as const;

export function matchingTranscripts(db: Db, within: Within, filter: TranscriptFilter) {
  const ofRows = OF_ROWS.filter((name) => filter[name] !== undefined);
  const isOfOne =
    ofRows.length > 1 ||
    (filter.rating !== undefined && filter.rating !== 'no') ||
    [...OF_INTERACTIONS, ...OF_DAYS].some((name) => filter[name] !== undefined);
  // Few interactions are of one service or reviewer, and an index holds them; most are answered.
  const isOfFew = OF_INTERACTIONS.some((name) => filter[name] !== undefined);
  return (
    db
      .selectFrom('transcript')
      .where('organisation', 'in', within.organisations)
      .$if(within.except.length > 0, (query) => query.where('person', 'not in', within.except))
      .$if(filter.outcome !== undefined, (query) =>
        query.where('outcomes', 'like', `%|${filter.outcome ?? ''}|%`),
      )
      // Written out, not bound: only so does the database see that its index of these will do.
      .$if(filter.isToReview === true, (query) =>
        query.where(sql.ref('to_review'), '=', sql.lit(1)),
      )
      .$if(filter.rating !== undefined, (query) =>
        query.where('worst', '>=', AT_LEAST[filter.rating ?? 'yes']),
      )
      .$if(isOfOne && isOfFew, (query) =>
        query.where((eb) =>
          eb(
            conversation(eb),
            'in',
            interactions(db, filter)
              .where(organisationOf(filter), 'in', within.organisations)
              .select(['conversation', organisation])
              .$asTuple('conversation', 'organisation'),
          ),
        ),
      )
      .$if(isOfOne && !isOfFew, (query) =>
        query.where((eb) => {
          const interaction = eb.exists(interactions(db, filter).select('id').where(OF_THIS));
          if (OF_RATED.some((name) => filter[name] !== undefined)) return interaction;
          const outside = turnsOutside(db, within, filter).$asTuple('conversation', 'organisation');
          return eb.or([interaction, eb(conversation(eb), 'in', outside)]);
        }),
      )
  );
}

const conversation = (eb: ExpressionBuilder<AssistantTables, 'transcript'>) =>
  eb.refTuple('conversation', 'organisation');

const organisation = sql<string>`organisation`.as('organisation');

/** Few have that reason or that reviewer: they are found by their ids, not through all of the organisation. */
const organisationOf = ({ reason, reviewer }: TranscriptFilter) =>
  reason === undefined && reviewer === undefined ? sql.ref<string>('organisation') : NOT_BY_INDEX;

/** As a column, an index of it would be taken, which holds far more than one conversation. */
const NOT_BY_INDEX = sql<string>`coalesce(organisation, '')`;
const OF_THIS = sql<boolean>`conversation = ${sql.ref('transcript.conversation')}
  and ${NOT_BY_INDEX} = ${sql.ref('transcript.organisation')}`;

function interactions(
  db: Db,
  {
    outcome,
    rating,
    isToReview,
    policy,
    service,
    reason,
    verdict,
    reviewer,
    ...days
  }: TranscriptFilter,
) {
  return db
    .selectFrom('interaction')
    .$if(outcome !== undefined, (query) => query.where('outcome', '=', outcome ?? ''))
    .$if(rating !== undefined, (query) => query.where('rating', '=', rating ?? ''))
    .$if(isToReview === true, (query) =>
      query.where('rating', 'in', ['no', 'partly']).where('verdict', 'is', null),
    )
    .$if(policy !== undefined, (query) => query.where('policy', '=', policy ?? ''))
    .$if(service !== undefined, (query) => query.where('service', '=', service ?? ''))
    .$if(verdict !== undefined, (query) => query.where('verdict', '=', verdict ?? ''))
    .$if(days.from !== undefined, (query) => query.where('opened_at', '>=', iso(days.from)))
    .$if(days.before !== undefined, (query) => query.where('opened_at', '<', iso(days.before)))
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
      query.where('id', 'in', judgedBy(db, reviewer ?? '', verdict)),
    );
}

/** With a verdict it is the one that counts, which is the newest, and theirs. */
const judgedBy = (db: Db, reviewer: string, verdict: TranscriptFilter['verdict']) =>
  db
    .selectFrom('verdict')
    .select('verdict.interaction')
    .where('verdict.reviewer', '=', reviewer)
    .$if(verdict !== undefined, (query) =>
      query
        .where('verdict.verdict', '=', verdict ?? '')
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('verdict as later')
                .select('later.id')
                .whereRef('later.interaction', '=', 'verdict.interaction')
                .whereRef('later.sequence', '>', 'verdict.sequence'),
            ),
          ),
        ),
    );

/** A turn outside of an interaction, such as small talk, has an outcome and a day, and nothing else. */
const turnsOutside = (
  db: Db,
  { organisations }: Within,
  { outcome, from, before }: TranscriptFilter,
) =>
  db
    .selectFrom('message')
    .select(['conversation', organisation])
    // Written out, since an index holds just these.
    .where(sql.ref('interaction'), 'is', sql.lit(null))
    .where('organisation', 'in', organisations)
    .$if(outcome !== undefined, (query) => query.where('outcome', '=', outcome ?? ''))
    .$if(from !== undefined, (query) => query.where('at', '>=', iso(from)))
    .$if(before !== undefined, (query) => query.where('at', '<', iso(before)));

const iso = (at: Date | undefined): string => at?.toISOString() ?? '';
