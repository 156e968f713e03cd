/** Writes a confirmed request, and what it waits for: a decision, or its delivery. */
import type { RequestId } from '../../dialogs';
import type { Effect } from '../conversation/store';
import type { NewTask } from '../conversation/tasks';
import { holdFiles } from './hold-files';
import { addAudit } from './audit-trail';
import { notify } from './notify';
import { Overtaken } from './overtaken';
import { addEvent } from './request-events';
import type { Tx } from './tables';

/** @throws Overtaken where the draft was confirmed before; Error where its approver is who asks */
export async function saveRequest(
  tx: Tx,
  { request, system, approval, toRequester }: Extract<Effect, { kind: 'request-confirmed' }>,
  at: Date,
  newId: () => string,
): Promise<void> {
  if (approval?.task.approver === request.requestedBy) {
    throw new Error(`A turn asked somebody to approve their own request, ${request.id}`);
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('request')
    .values({
      id: request.id,
      draft: request.draft,
      person: request.requestedBy,
      organisation: request.organisation,
      body: JSON.stringify(request),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken();
  await holdFiles(tx, request.id, request.files, at);
  const expected_by = request.expectedBy ?? null;
  await tx
    .insertInto('open_request')
    .values({ request: request.id, expected_by, told_late: 0, asked_at: request.confirmedAt })
    .execute();
  await addEvent(tx, {
    request: request.id,
    kind: 'sent',
    at: request.confirmedAt,
    by: request.byPhone?.name ?? null,
    note: null,
    receiverReference: null,
    ...(approval === undefined ? {} : { to: approval.task.approver }),
  });
  if (approval === undefined) await addDelivery(tx, request.id, system, at);
  else {
    await openTask(tx, request.id, system, approval.task, at);
    await notify(tx, approval.task.approver, approval.notice, at, newId);
  }
  if (toRequester !== undefined) await notify(tx, request.requestedBy, toRequester, at, newId);
  if (request.byPhone !== undefined) {
    const { helper: who, call: reason } = request.byPhone;
    await addAudit(tx, { at, who, did: 'sent-by-phone', what: request.id, reason });
  }
}

/** It falls due at once. */
export async function addDelivery(
  tx: Tx,
  request: RequestId,
  system: string,
  at: Date,
): Promise<void> {
  const due_at = at.toISOString();
  await tx
    .insertInto('delivery')
    .values({ request, system, state: 'waiting', failures: 0, due_at })
    .execute();
}

export async function openTask(
  tx: Tx,
  request: RequestId,
  system: string,
  { approver, standsInFor, remindAt, passOnAt }: NewTask,
  at: Date,
): Promise<void> {
  const remind_at = remindAt.toISOString();
  await tx
    .insertInto('task')
    .values({
      request,
      system,
      approver,
      stands_in_for: standsInFor,
      state: 'open',
      opened_at: at.toISOString(),
      remind_at,
      pass_on_at: passOnAt.toISOString(),
      due_at: remind_at,
    })
    .execute();
}
