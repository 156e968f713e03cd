/** Writes down what somebody changed, once however often the form comes: also where the desk's first answer was lost. */
import type { Changed } from '../desk/desk-client';
import type { HttpRequest } from '../http/route';
import type { ConsoleTools, Reader } from './console-parts';

/** @param reason what they did, in words */
export async function changedRequest(
  { reading }: Pick<ConsoleTools, 'reading'>,
  { now: at }: Pick<HttpRequest, 'now'>,
  { person }: Reader,
  { event }: Changed,
  reason: string,
): Promise<void> {
  // A colleague did the same a moment before: they wrote it down themselves.
  if (event.by !== person.name) return;
  const { reference: what } = event;
  // With its time: a desk that is set up anew counts from 1 again.
  const once = `${what} ${event.number} ${event.at}`;
  await reading.audit({ at, who: person.id, did: 'changed-request', what, reason, once });
}
