/**
 * Who sent a call, by its signature, as the Standard Webhooks specification has it: HMAC-SHA-256
 * over the event's id, the time and the body, so that none of the three can be another one.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const SECRET_PREFIX = 'whsec_';
const SCHEME = 'v1,';
/** An older call may have been caught and sent again; a younger one comes from a clock that is wrong. */
export const WINDOW_S = 5 * 60;

export interface Signed {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  /** One or several, each `v1,` and base64, with spaces between: whoever changes a secret signs with both. */
  readonly signatures: string;
  readonly body: Buffer;
}

/** `whsec_` and base64, as other programs make them; or any text, which is taken as it is. */
export const keyOf = (secret: string): Buffer =>
  secret.startsWith(SECRET_PREFIX)
    ? Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
    : Buffer.from(secret, 'utf8');

export function signatureOf(
  { id, timestamp, body }: Omit<Signed, 'signatures'>,
  key: Buffer,
): string {
  const digest = createHmac('sha256', key)
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');
  return `${SCHEME}${digest}`;
}

/** Every signature is compared whole, so that nothing is learnt by trying. */
export function isSignedWith(key: Buffer, signed: Signed): boolean {
  const expected = Buffer.from(signatureOf(signed, key));
  return signed.signatures
    .split(' ')
    .map((given) => Buffer.from(given))
    .map((given) => given.length === expected.length && timingSafeEqual(given, expected))
    .includes(true);
}

export function isInTime(timestamp: string, now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) <= WINDOW_S;
}
