/** The review queue, a page at a time. A page is found by the key of the row before it, so that a long queue costs no more than a short one. */
import { sql, type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';
import { OutcomeName } from '../conversation/reply';
import type { QueueFilter, QueueRow, Reviews } from '../console/reviews';
import type { Within } from '../directory/people-team';
import { RATINGS, REASONS } from '../feedback/interaction';
import { ReviewState, SAMPLE_WEIGHT } from '../feedback/review-item';
import { VERDICTS } from '../feedback/verdict';
import { mayBeRead } from './may-be-read';
import type { AssistantTables } from './tables';

type Db = Kysely<AssistantTables>;
type Row = Selectable<AssistantTables['review_item']>;

/** Somebody may still rate what they have just been told: until then it is no sample of the unrated. */
const SAMPLE_AFTER_MS = 60 * 60 * 1000;
const KEY = /^(\d{1,4})-(\d{1,16})$/;

const Stored = z.object({
  outcome: OutcomeName,
  rating: z.enum(RATINGS).nullable(),
  reason: z.enum(REASONS).nullable(),
  reply: z.enum(['asked', 'answered']).nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  state: ReviewState,
});

export async function readQueue(
  db: Db,
  within: Within,
  filter: QueueFilter,
  { now, limit, after }: Parameters<Reviews['queue']>[2],
): ReturnType<Reviews['queue']> {
  if (within.organisations.length === 0) return { rows: [], total: 0 };
  const { total } = await matching(db, within, filter, now)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const [, weight, sequence] = KEY.exec(after ?? '')?.map(Number) ?? [];
  const shown = matching(db, within, filter, now)
    .select('sequence')
    .$if(weight !== undefined && sequence !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('weight', '<', weight ?? 0),
          eb.and([eb('weight', '=', weight ?? 0), eb('sequence', '>', sequence ?? 0)]),
        ]),
      ),
    )
    .orderBy('weight', 'desc')
    .orderBy('sequence')
    .limit(limit);
  // The rows are fetched for one page alone: all that waits is put in order within an index.
  const rows = await db
    .selectFrom('review_item')
    .selectAll()
    .where('sequence', 'in', shown)
    .orderBy('weight', 'desc')
    .orderBy('sequence')
    .execute();
  return { total, rows: await withWords(db, rows) };
}

/** The states are written out, since an index holds just these rows. */
const OPEN = sql<boolean>`state in ('new', 'taken')`;

function matching(db: Db, { organisations, except }: Within, filter: QueueFilter, now: Date) {
  const { state, policy, outcome, rating, reason, reviewer, verdict, from, before } = filter;
  const settled = new Date(now.getTime() - SAMPLE_AFTER_MS).toISOString();
  return (
    db
      .selectFrom('review_item')
      .where('organisation', 'in', organisations)
      .where((eb) => eb.or([eb('weight', '<>', SAMPLE_WEIGHT), eb('opened_at', '<', settled)]))
      .$if(except.length > 0, (query) => query.where('person', 'not in', except))
      .$if(state === undefined, (query) => query.where(OPEN))
      .$if(state !== undefined && state !== 'any', (query) =>
        query.where('state', '=', state ?? ''),
      )
      .$if(policy !== undefined, (query) => query.where('policies', 'like', `%|${policy ?? ''}|%`))
      .$if(outcome !== undefined, (query) => query.where('outcome', '=', outcome ?? ''))
      .$if(rating !== undefined, (query) =>
        query.where('rating', 'is not distinct from', orNull(rating)),
      )
      .$if(reason !== undefined, (query) => query.where('reason', '=', reason ?? ''))
      .$if(reviewer !== undefined, (query) =>
        query.where('reviewer', 'is not distinct from', reviewer ?? null),
      )
      .$if(verdict !== undefined, (query) =>
        query.where('verdict', 'is not distinct from', orNull(verdict)),
      )
      // Written out, since an index holds just these.
      .$if(filter.wantsReply === true, (query) =>
        query.where(sql.ref('reply'), '=', sql.lit('asked')),
      )
      .$if(from !== undefined, (query) => query.where('opened_at', '>=', from?.toISOString() ?? ''))
      .$if(before !== undefined, (query) =>
        query.where('opened_at', '<', before?.toISOString() ?? ''),
      )
  );
}

const orNull = (value: string | undefined): string | null =>
  value === undefined || value === 'none' ? null : value;

/** The words are fetched for one page alone. Of a turn whose words are not kept, none are. */
async function withWords(db: Db, page: readonly Row[]): Promise<QueueRow[]> {
  if (page.length === 0) return [];
  const ids = page.map(({ interaction }) => interaction);
  const turns = await db
    .selectFrom('message')
    .select(['interaction', 'said', 'sensitivity'])
    .where(
      'conversation',
      'in',
      page.map(({ conversation }) => conversation),
    )
    .where('interaction', 'in', ids)
    .where('kind', '=', 'reply')
    .orderBy('sequence', 'desc')
    .execute();
  const comments = await db
    .selectFrom('rating')
    .select(['interaction', 'comment'])
    .where('interaction', 'in', ids)
    .where('comment', 'is not', null)
    .orderBy('sequence')
    .execute();
  // The oldest turn is the question, and the newest comment counts: the last of a list wins.
  const saidOf = new Map(
    turns.map((turn) => [turn.interaction, mayBeRead(turn) ? turn.said : null]),
  );
  const commentOf = new Map(comments.map(({ interaction, comment }) => [interaction, comment]));
  return page.map((row) => ({
    ...Stored.parse(row),
    interaction: row.interaction,
    conversation: row.conversation,
    organisation: row.organisation,
    person: row.person,
    openedAt: new Date(row.opened_at),
    reviewer: row.reviewer,
    said: saidOf.get(row.interaction) ?? null,
    comment: commentOf.get(row.interaction) ?? null,
    key: `${row.weight}-${row.sequence}`,
  }));
}
