/**
 * Fetches a file that a message names. The address comes from outside, so only Microsoft's own
 * hosts are called, also where one of them leads on to another, and only so much is read. The
 * bot's token never goes along: these addresses carry their own leave to read.
 */
import type { FileProblem } from '../attachments/examine-file';
import hosts from './file-hosts.json';
import { isLoopback } from './loopback';

export type Fetched =
  | { readonly bytes: Uint8Array }
  | { readonly problem: Extract<FileProblem, 'too-big' | 'not-fetched'> };

export interface FetchLimits {
  readonly mostBytes: number;
  readonly signal: AbortSignal;
  /** Only where no token is asked for: on this machine alone. */
  readonly loopbackToo: boolean;
}

const MOST_STEPS = 3;
const notFetched = { problem: 'not-fetched' } as const;

export async function fetchFile(address: string, limits: FetchLimits): Promise<Fetched> {
  let next = address;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (!mayFetchFrom(next, limits)) return notFetched;
    const reply = await fetch(next, { redirect: 'manual', signal: limits.signal });
    const onward = reply.headers.get('location');
    if (reply.status === 200) return readAtMost(reply.body, reply.headers, limits.mostBytes);
    await reply.body?.cancel();
    if (reply.status < 300 || reply.status > 399 || onward === null) return notFetched;
    next = URL.canParse(onward, next) ? new URL(onward, next).href : '';
  }
  return notFetched;
}

export function mayFetchFrom(
  address: string,
  { loopbackToo }: Pick<FetchLimits, 'loopbackToo'>,
): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (loopbackToo && isLoopback(url.hostname)) return /^https?:$/.test(url.protocol);
  return url.protocol === 'https:' && url.port === '' && isKnown(url.hostname);
}

/** By whole labels, as with the addresses that replies go to. */
const isKnown = (host: string): boolean =>
  hosts.some((known) => host === known || host.endsWith(`.${known}`));

/** What it says of its length is believed only where that is too much. */
export async function readAtMost(
  body: AsyncIterable<Uint8Array> | null,
  headers: Headers | undefined,
  mostBytes: number,
): Promise<Fetched> {
  if (Number(headers?.get('content-length') ?? 0) > mostBytes) return { problem: 'too-big' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early ends the call: no more is read.
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > mostBytes) return { problem: 'too-big' };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}
