/** Lets in only callers that hold the desk's secret. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type HttpRequest, type HttpResponse, json } from '../http/route';

type Handle = (request: HttpRequest) => Promise<HttpResponse>;

export function requireSecret(secret: string, handle: Handle): Handle {
  if (secret === '') throw new Error('The desk needs a secret: with an empty one, anybody is in.');
  const expected = digest(`Bearer ${secret}`);
  return async (request) => {
    // Digests have one length, and comparing them takes one time: nothing is learnt by trying.
    const given = digest(request.headers.authorization ?? '');
    return timingSafeEqual(given, expected) ? handle(request) : withoutSecret;
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const message = 'This desk answers only callers that hold its secret. Check DESK_SECRET.';
const refused = json({ kind: 'no-secret', message }, 401);
const withoutSecret: HttpResponse = {
  ...refused,
  headers: { ...refused.headers, 'www-authenticate': 'Bearer' },
};
