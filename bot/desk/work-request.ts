/**
 * What is done with a request beside its status: who has it, what its requester is asked or told,
 * and what they answer. Each is one event, written with what it changes.
 */
import type { Kysely, Transaction } from 'kysely';
import { hold } from '../storage/dialect';
import type { AnswerBody, Assignment, ChangeRefusal, DeskStatus, Written } from './desk-request';
import type { DeskTables } from './desk-tables';
import { recordEvent } from './record-event';

export type Worked = { readonly kind: 'done' | 'repeated' } | ChangeRefusal;

export const assign = (
  db: Kysely<DeskTables>,
  reference: string,
  { to, from, by }: Assignment,
  now: Date,
): Promise<Worked> =>
  working(db, 'reference', reference, async (transaction, row) => {
    if (row.assignee === (to?.id ?? null)) return { kind: 'repeated' };
    if (row.assignee !== from)
      return overtaken(
        'A colleague changed this meanwhile. Open the request again to see who has it.',
      );
    await transaction
      .updateTable('desk_requests')
      .set({ assignee: to?.id ?? null, assignee_name: to?.name ?? null })
      .where('reference', '=', row.reference)
      .execute();
    const at = now.toISOString();
    await recordEvent(transaction, {
      ...row.event,
      kind: 'assigned',
      at,
      by,
      to: to?.name ?? null,
    });
    return { kind: 'done' };
  });

export const write = (
  db: Kysely<DeskTables>,
  reference: string,
  { kind, key, by, text }: Written,
  now: Date,
): Promise<Worked> =>
  working(db, 'reference', reference, async (transaction, row) => {
    const known = await eventOf(transaction, key);
    if (known !== undefined)
      return known.reference === row.reference && known.kind === kind && known.note === text
        ? { kind: 'repeated' }
        : overtaken(
            'This form was sent before, with other words. Open the request and write anew.',
          );
    if (kind === 'asked' && hasEnded(row.status))
      return overtaken(
        'This request has ended, so nothing can be asked. You can still tell them something.',
      );
    const at = now.toISOString();
    await recordEvent(transaction, { ...row.event, kind, at, by, note: text, key });
    if (kind === 'asked') await setWaiting(transaction, row.reference, 'asked');
    return { kind: 'done' };
  });

/** Taken in also where the request has ended meanwhile: they were promised that it is read. */
export const takeAnswer = (
  db: Kysely<DeskTables>,
  { request, question, by, text, at }: AnswerBody,
): Promise<Worked> =>
  working(db, 'key', request, async (transaction, row) => {
    const key = `answer:${question}`; // no form has a key like it
    if ((await eventOf(transaction, key)) !== undefined) return { kind: 'repeated' };
    if (!(await isAsked(transaction, row.reference, question))) return unknown;
    await recordEvent(transaction, {
      ...row.event,
      kind: 'answered',
      at,
      by,
      note: text,
      question,
      key,
    });
    if (!hasEnded(row.status)) {
      const isOpen = await hasOpenQuestion(transaction, row.reference);
      await setWaiting(transaction, row.reference, isOpen ? 'asked' : 'answered');
    }
    return { kind: 'done' };
  });

interface Held {
  readonly reference: string;
  readonly status: DeskStatus;
  readonly assignee: string | null;
  readonly event: { readonly reference: string; readonly status: DeskStatus };
}

/** Holds the request's row, so that two agents act one after the other. */
const working = (
  db: Kysely<DeskTables>,
  by: 'reference' | 'key',
  value: string,
  act: (transaction: Transaction<DeskTables>, row: Held) => Promise<Worked>,
): Promise<Worked> =>
  db.transaction().execute(async (transaction) => {
    const row = await hold(
      transaction,
      transaction
        .selectFrom('desk_requests')
        .select(['reference', 'status', 'assignee'])
        .where(by, '=', value),
    ).executeTakeFirst();
    if (row === undefined) return unknown;
    return act(transaction, { ...row, event: { reference: row.reference, status: row.status } });
  });

const eventOf = (transaction: Transaction<DeskTables>, key: string) =>
  transaction
    .selectFrom('desk_events')
    .select(['reference', 'kind', 'note'])
    .where('key', '=', key)
    .executeTakeFirst();

const isAsked = async (
  transaction: Transaction<DeskTables>,
  reference: string,
  question: number,
): Promise<boolean> =>
  (await transaction
    .selectFrom('desk_events')
    .select('number')
    .where('number', '=', question)
    .where('reference', '=', reference)
    .where('kind', '=', 'asked')
    .executeTakeFirst()) !== undefined;

/** They may have asked again before this answer came. */
const hasOpenQuestion = async (
  transaction: Transaction<DeskTables>,
  reference: string,
): Promise<boolean> =>
  (await transaction
    .selectFrom('desk_events as asked')
    .select('asked.number')
    .where('asked.reference', '=', reference)
    .where('asked.kind', '=', 'asked')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('desk_events as answer')
            .select('answer.number')
            .where('answer.kind', '=', 'answered')
            .whereRef('answer.question', '=', 'asked.number'),
        ),
      ),
    )
    .executeTakeFirst()) !== undefined;

async function setWaiting(
  transaction: Transaction<DeskTables>,
  reference: string,
  waiting: 'asked' | 'answered',
): Promise<void> {
  await transaction
    .updateTable('desk_requests')
    .set({ waiting })
    .where('reference', '=', reference)
    .execute();
}

const hasEnded = (status: DeskStatus): boolean => status === 'declined' || status === 'done';

const unknown: ChangeRefusal = {
  kind: 'unknown-request',
  message: 'There is no such request, or no such question, at this desk.',
};

const overtaken = (message: string): ChangeRefusal => ({ kind: 'overtaken', message });
