/**
 * What is done with a request beside its status: who has it, what its requester is asked or told,
 * and what they answer. Each is one event, written with what it changes.
 */
import type { Kysely, Transaction } from 'kysely';
import type { AnswerBody, Assignment, ChangeRefusal, DeskStatus, Written } from './desk-request';
import type { DeskTables } from './desk-tables';
import { holdingRequest, type Done } from './hold-request';
import { newestEvent } from './newest-event';
import { recordEvent } from './record-event';

export const assign = (
  db: Kysely<DeskTables>,
  value: string,
  { to, from, by }: Assignment,
  now: Date,
): Promise<Done | ChangeRefusal> =>
  holdingRequest(db, 'reference', value, async (transaction, { reference, status, assignee }) => {
    const last = await newestEvent(transaction, { reference, kind: 'assigned' });
    if (assignee === (to?.id ?? null))
      return last === undefined
        ? overtaken('Nobody has this request, so it cannot be given back.')
        : { kind: 'repeated', event: last.number };
    if (assignee !== from)
      return overtaken(
        'A colleague changed this meanwhile. Open the request again to see who has it.',
      );
    await transaction
      .updateTable('desk_requests')
      .set({ assignee: to?.id ?? null, assignee_name: to?.name ?? null })
      .where('reference', '=', reference)
      .execute();
    const at = now.toISOString();
    const event = { reference, status, kind: 'assigned', at, by, to: to?.name ?? null } as const;
    return { kind: 'done', event: await recordEvent(transaction, event) };
  });

export const write = (
  db: Kysely<DeskTables>,
  value: string,
  { kind, key, by, text }: Written,
  now: Date,
): Promise<Done | ChangeRefusal> =>
  holdingRequest(db, 'reference', value, async (transaction, { reference, status }) => {
    const known = await newestEvent(transaction, { key });
    if (known !== undefined)
      return known.reference === reference && known.kind === kind && known.note === text
        ? { kind: 'repeated', event: known.number }
        : overtaken(
            'This form was sent before, with other words. Open the request and write anew.',
          );
    if (kind === 'asked' && hasEnded(status))
      return overtaken(
        'This request has ended, so nothing can be asked. You can still tell them something.',
      );
    const at = now.toISOString();
    const event = { reference, status, kind, at, by, note: text, key } as const;
    const number = await recordEvent(transaction, event);
    if (kind === 'asked') await setWaiting(transaction, reference, 'asked');
    return { kind: 'done', event: number };
  });

/** Taken in also where the request has ended meanwhile: they were promised that it is read. */
export const takeAnswer = (
  db: Kysely<DeskTables>,
  { request, question, by, text, at }: AnswerBody,
): Promise<{ readonly kind: Done['kind'] } | ChangeRefusal> =>
  holdingRequest(db, 'key', request, async (transaction, { reference, status }) => {
    const key = `answer:${question}`; // no form has a key like it
    if ((await newestEvent(transaction, { key })) !== undefined) return { kind: 'repeated' };
    const asked = await newestEvent(transaction, { number: question, reference, kind: 'asked' });
    if (asked === undefined) return unknownQuestion;
    const event = {
      reference,
      status,
      kind: 'answered',
      at,
      by,
      note: text,
      question,
      key,
    } as const;
    await recordEvent(transaction, event);
    if (!hasEnded(status)) {
      const isOpen = await hasOpenQuestion(transaction, reference);
      await setWaiting(transaction, reference, isOpen ? 'asked' : 'answered');
    }
    return { kind: 'done' };
  });

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

const unknownQuestion: ChangeRefusal = {
  kind: 'unknown-request',
  message: 'No such question was asked about this request.',
};

const overtaken = (message: string): ChangeRefusal => ({ kind: 'overtaken', message });
