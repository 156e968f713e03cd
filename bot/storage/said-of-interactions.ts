/** What people and reviewers said of interactions: ratings, verdicts, notes, replies. Read side by side, by the ids alone. */
import type { Kysely } from 'kysely';
import type { TranscriptTurn } from '../console/reading';
import { ContentTaskState } from '../feedback/content-task';
import { Rating } from '../feedback/interaction';
import { ReviewState } from '../feedback/review-item';
import { Verdict } from '../feedback/verdict';
import type { AssistantTables } from './tables';

type Db = Kysely<AssistantTables>;
type Ids = readonly string[];

/** @param interaction undefined for a turn outside of one */
export type SaidOf = (
  interaction: string | undefined,
) => Pick<TranscriptTurn, 'ratings' | 'verdicts' | 'inQueue' | 'notes' | 'wanted' | 'ledTo'>;

const NOTHING = {
  ratings: [],
  verdicts: [],
  inQueue: null,
  notes: [],
  wanted: null,
  ledTo: { regressions: [], tasks: [] },
};

export async function saidOfInteractions(db: Db, ids: Ids): Promise<SaidOf> {
  if (ids.length === 0) return () => NOTHING;
  const [ratings, verdicts, items, notes, replies, regressions, tasks] = await Promise.all([
    ratingsOf(db, ids),
    verdictsOf(db, ids),
    itemsOf(db, ids),
    notesOf(db, ids),
    repliesOf(db, ids),
    regressionsOf(db, ids),
    tasksOf(db, ids),
  ]);
  return (id) => {
    const isIts = (each: { readonly interaction: string }): boolean => each.interaction === id;
    const item = items.find(isIts);
    const reply = replies.find(isIts);
    return {
      ratings: ratings.filter(isIts),
      verdicts: verdicts.filter(isIts),
      inQueue: item ? { state: ReviewState.parse(item.state), reviewer: item.reviewer } : null,
      notes: notes.filter(isIts).map(({ by, at, text }) => ({ by, at, text })),
      wanted: reply === undefined ? null : wantedOf(reply),
      ledTo: {
        regressions: regressions
          .filter((each) => each.interaction === id)
          .map(({ by, at, passed }) => ({ by, at, passed: passed === null ? null : passed === 1 })),
        tasks: tasks.filter(isIts).map(({ task, policy, state }) => ({
          id: task,
          policy,
          state: ContentTaskState.parse(state),
        })),
      },
    };
  };
}

type ReplyRow = Awaited<ReturnType<typeof repliesOf>>[number];

const wantedOf = ({ asked_at, by, at, text }: ReplyRow): NonNullable<TranscriptTurn['wanted']> => ({
  askedAt: asked_at,
  answer: by === null || at === null ? null : { by, at, text },
});

const ratingsOf = async (db: Db, interactions: Ids): Promise<Rating[]> => {
  const rows = await db
    .selectFrom('rating')
    .select(['interaction', 'person', 'at', 'rating', 'reason', 'comment'])
    .where('interaction', 'in', interactions)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => Rating.parse(row));
};

const verdictsOf = async (db: Db, interactions: Ids): Promise<Verdict[]> => {
  const rows = await db
    .selectFrom('verdict')
    .select(['id', 'interaction', 'reviewer', 'at', 'verdict', 'cause', 'note'])
    .where('interaction', 'in', interactions)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => Verdict.parse(row));
};

const itemsOf = (db: Db, interactions: Ids) =>
  db
    .selectFrom('review_item')
    .select(['interaction', 'state', 'reviewer'])
    .where('interaction', 'in', interactions)
    .execute();

const notesOf = (db: Db, interactions: Ids) =>
  db
    .selectFrom('review_note')
    .select(['interaction', 'by', 'at', 'text'])
    .where('interaction', 'in', interactions)
    .orderBy('sequence')
    .execute();

const repliesOf = (db: Db, interactions: Ids) =>
  db
    .selectFrom('feedback_reply')
    .select(['interaction', 'asked_at', 'by', 'at', 'text'])
    .where('interaction', 'in', interactions)
    .execute();

const regressionsOf = (db: Db, interactions: Ids) =>
  db
    .selectFrom('regression_question')
    .select(['interaction', 'by', 'at', 'passed'])
    .where('interaction', 'in', interactions)
    .orderBy('sequence')
    .execute();

const tasksOf = (db: Db, interactions: Ids) =>
  db
    .selectFrom('content_task_answer as answer')
    .innerJoin('content_task', 'content_task.id', 'answer.task')
    .select(['answer.interaction', 'answer.task', 'content_task.policy', 'content_task.state'])
    .where('answer.interaction', 'in', interactions)
    .orderBy('content_task.sequence')
    .execute();
