/** Lets in only callers that hold the desk's secret, before anything of what they send is read. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type HttpResponse, json, type Route } from '../http/route';

export function requireSecret(secret: string): NonNullable<Route['admit']> {
  if (secret === '') throw new Error('The desk needs a secret: with an empty one, anybody is in.');
  const expected = digest(`Bearer ${secret}`);
  return async ({ headers }) => {
    // Digests have one length, and comparing them takes one time: nothing is learnt by trying.
    const given = digest(headers.authorization ?? '');
    return timingSafeEqual(given, expected) ? undefined : withoutSecret;
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const message = 'This desk answers only callers that hold its secret. Check DESK_SECRET.';
const refused = json({ kind: 'no-secret', message }, 401);
const withoutSecret: HttpResponse = {
  ...refused,
  headers: { ...refused.headers, 'www-authenticate': 'Bearer' },
};
