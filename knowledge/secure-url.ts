/** Staff's words leave this process encrypted, or only to this same machine. */

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** @throws Error naming the setting where the address is neither https nor loopback */
export function secureUrl(address: string, setting: string): URL {
  if (!URL.canParse(address))
    throw new Error(`The ${setting} is not an address. Give it as https://….`);
  const url = new URL(address);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return url;
  throw new Error(
    `The ${setting} must begin with https://; only this machine may be reached without.`,
  );
}

export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);
