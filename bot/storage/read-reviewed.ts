/** One interaction with what a reviewer needs to act on it. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Reply } from '../conversation/reply';
import type { Reviewed } from '../console/reviews';
import type { Within } from '../directory/people-team';
import { RATINGS, REASONS } from '../feedback/interaction';
import { Verdict } from '../feedback/verdict';
import { mayBeRead } from './may-be-read';
import { reviewable } from './reviewable';
import { interactionOf, stored, Trace } from './stored';
import type { AssistantTables } from './tables';

type Db = Kysely<AssistantTables>;

const Rated = z.enum(RATINGS).nullable();
const Why = z.enum(REASONS).nullable();

export async function readReviewed(
  db: Db,
  within: Within,
  id: string,
): Promise<Reviewed | undefined> {
  const row = await reviewable(db, within, id);
  if (row === undefined) return undefined;
  const turns = await turnsOf(db, row);
  const ratings = await ratingsOf(db, id);
  const reply = await db
    .selectFrom('feedback_reply')
    .select('at')
    .where('interaction', '=', id)
    .executeTakeFirst();
  const [asked] = turns;
  const first = asked !== undefined && mayBeRead(asked) ? asked : undefined;
  const trace = first?.trace == null ? null : stored('trace', Trace, first.trace);
  return {
    interaction: interactionOf(row),
    organisation: row.organisation,
    newer: await newerThan(db, row, turns.at(-1)?.sequence ?? 0),
    said: first?.said ?? null,
    isSensitive: turns.some(({ sensitivity }) => sensitivity !== 'none'),
    found: trace?.found.map(({ clause }) => clause) ?? [],
    topics: first === undefined ? [] : stored('reply', Reply, first.reply).topics,
    rating: Rated.parse(row.rating),
    reason: Why.parse(ratings.findLast(({ reason }) => reason !== null)?.reason ?? null),
    comment: ratings.findLast(({ comment }) => comment !== null)?.comment ?? null,
    verdict: await newestVerdict(db, id),
    reply: reply === undefined ? null : reply.at === null ? 'asked' : 'answered',
  };
}

const turnsOf = (
  db: Db,
  { id, conversation }: { readonly id: string; readonly conversation: string },
) =>
  db
    .selectFrom('message')
    .select(['sequence', 'said', 'sensitivity', 'reply', 'trace'])
    .where('conversation', '=', conversation)
    .where('interaction', '=', id)
    .where('kind', '=', 'reply')
    .orderBy('sequence')
    .execute();

async function newerThan(
  db: Db,
  { conversation, organisation }: { readonly conversation: string; readonly organisation: string },
  sequence: number,
): Promise<number> {
  const { turns } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('turns'))
    .where('conversation', '=', conversation)
    .where('organisation', '=', organisation)
    .where('kind', '=', 'reply')
    .where('sequence', '>', sequence)
    .executeTakeFirstOrThrow();
  return turns;
}

const ratingsOf = (db: Db, interaction: string) =>
  db
    .selectFrom('rating')
    .select(['reason', 'comment'])
    .where('interaction', '=', interaction)
    .orderBy('sequence')
    .execute();

async function newestVerdict(db: Db, interaction: string): Promise<Verdict | null> {
  const row = await db
    .selectFrom('verdict')
    .select(['id', 'interaction', 'reviewer', 'at', 'verdict', 'cause', 'note'])
    .where('interaction', '=', interaction)
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : Verdict.parse(row);
}
