/** Who may call: our own pages, at an address of this machine where nobody proves who they are. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpRequest } from '../http/route';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A page elsewhere can give its own name the address 127.0.0.1 (DNS rebinding) and so reach this
 * machine from within the browser; the name it calls betrays it.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return LOOPBACK.has((host ?? '').toLowerCase().replace(/:\d+$/, ''));
}

/** False where a browser says that the form came from another site; programs say nothing, and need the key. */
export function isFromOurPages(
  { headers }: Pick<HttpRequest, 'headers'>,
  publicUrl: string | undefined,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  if (origin === 'null') return site === 'same-origin';
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === headers.host || (publicUrl !== undefined && host === new URL(publicUrl).host);
}

/** Compares two secrets without telling by its speed how much of them is alike. */
export function isSameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
