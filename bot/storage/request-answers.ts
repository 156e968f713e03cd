/** Answers of requesters: written with the turn that sent them, and lent until the receiver has them. */
import type { Kysely } from 'kysely';
import { ANSWER_LOAN_MS, RequestId, type Answer, type Answers } from '../../dialogs';
import type { Commit, Effect } from '../conversation/store';
import { takeUnlocked } from './dialect';
import { holdConversations, queueNotices } from './notify';
import { Overtaken } from './overtaken';
import { addEvent } from './request-events';
import type { AssistantTables, Tx } from './tables';

export const requestAnswers = (db: Kysely<AssistantTables>): Answers => ({
  async claim(now) {
    const row = await db
      .with('next', (cte) =>
        takeUnlocked(
          db,
          cte
            .selectFrom('request_answer')
            .select('request_answer.sequence')
            .where('request_answer.state', '=', 'waiting')
            .where('request_answer.due_at', '<=', now.toISOString())
            .orderBy('request_answer.due_at')
            .limit(1),
        ),
      )
      .updateTable('request_answer')
      .set({ due_at: new Date(now.getTime() + ANSWER_LOAN_MS).toISOString() })
      .where('request_answer.sequence', 'in', (eb) => eb.selectFrom('next').select('next.sequence'))
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { request, question, author: by, text, at, failures } = row;
    return { request: RequestId.parse(request), question, by, text, at, failures };
  },

  async settle(answer) {
    await of(db, answer).set({ state: 'settled', reason: null }).execute();
  },

  async retryAt(answer, when, reason) {
    await of(db, answer)
      .where('state', '=', 'waiting')
      .set({ due_at: when.toISOString(), failures: answer.failures + 1, reason })
      .execute();
  },

  async park(answer, reason) {
    await of(db, answer)
      .where('state', '=', 'waiting')
      .set({ state: 'parked', failures: answer.failures + 1, reason })
      .execute();
  },

  async replay(request, question, now) {
    const { numUpdatedRows } = await of(db, { request, question })
      .where('state', '=', 'parked')
      .set({ state: 'waiting', failures: 0, due_at: now.toISOString() })
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
});

const of = (
  db: Kysely<AssistantTables>,
  { request, question }: Pick<Answer, 'request' | 'question'>,
) =>
  db.updateTable('request_answer').where('request', '=', request).where('question', '=', question);

/** @throws Overtaken where it was answered before; Error where it is somebody else's request */
export async function answerQuestion(
  tx: Tx,
  { request, question, by, text, toApprover }: Extract<Effect, { kind: 'question-answered' }>,
  { person, at }: Commit,
  newId: () => string,
): Promise<void> {
  const row = await tx
    .selectFrom('request')
    .select('person')
    .where('id', '=', request)
    .executeTakeFirst();
  if (row?.person !== person)
    throw new Error(`A turn answered a question on ${request}, which is not its speaker’s`);
  // Before anything of the request, as the clocks do, so that neither waits for the other.
  const conversations =
    toApprover === undefined ? [] : await holdConversations(tx, [toApprover.person], at);
  const time = at.toISOString();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('request_answer')
    .values({
      request,
      question,
      author: by,
      text,
      at: time,
      // What an approver asked is answered here; no receiver waits for it.
      state: toApprover === undefined ? 'waiting' : 'settled',
      failures: 0,
      due_at: time,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken();
  await addEvent(tx, {
    request,
    kind: 'answered',
    at: time,
    by,
    note: text,
    receiverReference: null,
    question,
  });
  if (toApprover !== undefined) await queueNotices(tx, conversations, [toApprover], at, newId);
}
