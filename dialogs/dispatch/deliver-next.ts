/**
 * Makes at most one delivery. Safe to run in several processes, and to lose at any line: a
 * delivery that was neither settled nor set aside is offered again when its loan lapses.
 */
import type { RequestId } from '../request';
import { type Connector, type Connectors, Refused, TryLater } from './connector';
import { LOAN_MS, type Delivery, type Outbox } from './outbox';
import { MAX_FAILURES, pauseAfter } from './pause-after';
import { reasonOf } from './reason-of';

/** Well within `LOAN_MS`, so that a slow delivery is over before it could be lent to somebody else. */
export const SEND_LIMIT_MS = 10_000;

/** For each file more. */
const FILE_LIMIT_MS = 8_000;
const LONGEST_LIMIT_MS = LOAN_MS - 10_000;

export type Progress =
  | { readonly kind: 'idle' }
  | (Moved & { readonly kind: 'delivered'; readonly reference: string })
  | (Moved & { readonly kind: 'retrying'; readonly reason: string; readonly when: Date })
  | (Moved & { readonly kind: 'parked'; readonly reason: string });

interface Moved {
  readonly request: RequestId;
  readonly system: string;
}

export interface DeliverTools {
  readonly outbox: Outbox;
  readonly connectors: Connectors;
  readonly clock: () => Date;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly sendLimitMs?: number | undefined;
}

/** @throws where the outbox itself fails; the loan then lapses and the same key is sent again */
export async function deliverNext(tools: DeliverTools): Promise<Progress> {
  const { outbox, connectors, clock, sendLimitMs = SEND_LIMIT_MS } = tools;
  const delivery = await outbox.claim(clock());
  if (delivery === undefined) return { kind: 'idle' };

  let sent: { readonly reference: string };
  try {
    const limitMs = Math.min(
      sendLimitMs + FILE_LIMIT_MS * (delivery.request.files?.length ?? 0),
      LONGEST_LIMIT_MS,
    );
    sent = await sendWithin(limitMs, connectorFor(delivery, connectors), delivery);
  } catch (error) {
    return setAside(delivery, error, tools);
  }
  await outbox.settle(delivery.request.id, sent.reference, clock());
  return { kind: 'delivered', ...moved(delivery), reference: sent.reference };
}

function connectorFor({ system }: Delivery, connectors: Connectors): Connector {
  const connector = connectors.get(system);
  if (connector !== undefined) return connector;
  throw new TryLater(`No connector is set up for "${system}"; add it to the settings.`);
}

/** Gives up waiting at the limit even where a connector does not heed its signal. */
function sendWithin(
  limitMs: number,
  connector: Connector,
  delivery: Delivery,
): Promise<{ readonly reference: string }> {
  const signal = AbortSignal.timeout(limitMs);
  const lapsed = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new TryLater(`${delivery.system} did not answer in ${limitMs / 1000} seconds.`));
    });
  });
  return Promise.race([connector.send(delivery, delivery.request.id, signal), lapsed]);
}

async function setAside(
  delivery: Delivery,
  error: unknown,
  { outbox, clock, chance }: DeliverTools,
): Promise<Progress> {
  const id = delivery.request.id;
  const reason = reasonOf(error);
  const now = clock();
  if (error instanceof Refused || delivery.failures + 1 >= MAX_FAILURES) {
    await outbox.park(id, reason, now);
    return { kind: 'parked', ...moved(delivery), reason };
  }
  const asked = error instanceof TryLater ? error.notBefore : undefined;
  const when = new Date(now.getTime() + pauseAfter(delivery.failures, asked, chance()));
  await outbox.retryAt(id, when, reason);
  return { kind: 'retrying', ...moved(delivery), reason, when };
}

const moved = ({ request, system }: Delivery): Moved => ({ request: request.id, system });
