/** Holds a request's row until its transaction ends, so that two agents act one after the other. */
import type { Kysely, Transaction } from 'kysely';
import { hold } from '../storage/dialect';
import { DeskRequestBody, type DeskStatus } from './desk-request';
import type { DeskTables } from './desk-tables';

/** A request as it is when somebody begins to change it. */
export interface HeldRequest {
  readonly reference: string;
  readonly status: DeskStatus;
  /** An id. */
  readonly assignee: string | null;
  readonly body: DeskRequestBody;
  /** The day by which it is expected now. */
  readonly expectedBy: string | null;
}

/** What became of a change: made now, or made before by the same form. */
export interface Done {
  readonly kind: 'done' | 'repeated';
  /** The number of its event: the same however often the form comes. */
  readonly event: number;
}

interface UnknownRequest {
  readonly kind: 'unknown-request';
  readonly message: string;
}

export const unknownRequest: UnknownRequest = {
  kind: 'unknown-request',
  message: 'There is no such request at this desk.',
};

/** @param by what it is known by: our reference, or the sender's key */
export const holdingRequest = <Answer>(
  db: Kysely<DeskTables>,
  by: 'reference' | 'key',
  value: string,
  act: (transaction: Transaction<DeskTables>, held: HeldRequest) => Promise<Answer>,
): Promise<Answer | UnknownRequest> =>
  db.transaction().execute(async (transaction) => {
    const row = await hold(
      transaction,
      transaction
        .selectFrom('desk_requests')
        .select(['reference', 'status', 'assignee', 'body', 'expected_by'])
        .where(by, '=', value),
    ).executeTakeFirst();
    if (row === undefined) return unknownRequest;
    const { reference, status, assignee } = row;
    const body = DeskRequestBody.parse(JSON.parse(row.body));
    const expectedBy = row.expected_by ?? body.expectedBy ?? null;
    return act(transaction, { reference, status, assignee, body, expectedBy });
  });
