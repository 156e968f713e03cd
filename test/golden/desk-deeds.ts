/** What the desk does with a request, in a word and what it writes: `asked When was it?`, `expected 2027-03-08 WHY`. */
import type { Stores } from '../../bot/storage/create-stores';
import { RequestEvent } from '../../dialogs';

const RECEIVER_REFERENCE = 'D-2026-000001';

/** It takes in what was sent to it first. The reference may come after the word; without one it is the first. */
export async function deskWrites(
  { outbox, requestLog }: Pick<Stores, 'outbox' | 'requestLog'>,
  text: string,
  cursor: number,
  at: Date,
): Promise<void> {
  const delivery = await outbox.claim(at);
  if (delivery !== undefined) await outbox.settle(delivery.request.id, RECEIVER_REFERENCE, at);
  const [kind = '', ...words] = text.split(' ');
  const [expectedBy, ...note] = kind === 'expected' ? words : [undefined, ...words];
  const [, request] = /(PS-\S+)/.exec(text) ?? [undefined, 'PS-000001'];
  const known = await requestLog.find(request);
  if (known?.events.some((event) => event.kind === 'received') !== true)
    throw new Error(`The desk has no request ${request}: has its approver approved it ("as:")?`);
  const event = RequestEvent.parse({
    request,
    kind,
    at: at.toISOString(),
    by: 'Dana at the desk',
    note: note.join(' ').replace(/^PS-\S+ ?/, '') || null,
    receiverReference: RECEIVER_REFERENCE,
    ...(kind === 'asked' ? { question: String(cursor) } : {}),
    ...(expectedBy === undefined ? {} : { expectedBy }),
  });
  await requestLog.record('desk', cursor, event);
}
