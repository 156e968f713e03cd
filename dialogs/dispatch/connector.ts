/**
 * A Connector hands one delivery to one receiving service, in that service's own language.
 *
 * Its errors are read by the people who run the assistant and are kept beside the delivery, so
 * their words hold no personal data. Every implementation must pass test/contracts/connector.ts.
 */
import type { RequestId } from '../request';
import type { Delivery } from './outbox';

export interface Connector {
  /**
   * Sending the same key again is the same delivery, and brings the same reference.
   *
   * @throws Refused where the receiver will never accept it; it is parked for a person.
   * @throws TryLater, or any other error, where a later try may work. The receiver may have it all the same.
   */
  send(
    delivery: Delivery,
    idempotencyKey: RequestId,
    signal: AbortSignal,
  ): Promise<{ readonly reference: string }>;
}

/** By the name of the system that a delivery is routed to. */
export type Connectors = ReadonlyMap<string, Connector>;

/** The receiver will never accept this delivery as it is. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The receiver could not take it now. */
export class TryLater extends Error {
  override readonly name = 'TryLater';

  constructor(
    message: string,
    /** How long the receiver asked us to wait, in milliseconds. */
    readonly notBefore?: number,
  ) {
    super(message);
  }
}
