/**
 * Whose call it is, for the limits on calls. Behind a proxy all calls come from the proxy's
 * address, and one caller who asks too often would shut out everybody.
 */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Each proxy writes the address that it was called from at the end of `X-Forwarded-For`. What
 * stands further left than our own proxies wrote can be anybody's invention, so it is never read.
 *
 * @param proxies how many of ours stand in front
 */
export function callerAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: number,
): string {
  const nearest = socket.remoteAddress ?? 'unknown';
  if (proxies === 0) return nearest;
  const written = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const address = withoutPort((written.at(-proxies) ?? '').trim());
  return isIP(address) === 0 ? nearest : address;
}

/** Some proxies write `203.0.113.9:50123`, or `[2001:db8::9]:50123`. */
function withoutPort(written: string): string {
  const bracketed = /^\[([^\]]+)\]/.exec(written)?.[1];
  if (bracketed !== undefined) return bracketed;
  return /^[\d.]+:\d+$/.test(written) ? written.slice(0, written.indexOf(':')) : written;
}
