/** Sends many bodies to /api/messages, some at once, as a channel does. */

/** What a caller may be told; anything else is a fault of ours. */
export const PROPER: ReadonlySet<number> = new Set([200, 400, 403, 404, 413, 501]);
const AT_ONCE = 8;
/** Teams delivers a message again after 15 seconds. */
const IN_TIME_MS = 15_000;

export interface Sent {
  readonly body: string;
  readonly status: number;
  readonly said: string;
}

/** @throws what `fetch` throws where there is no answer in time */
export async function* answersTo(url: string, bodies: readonly string[]): AsyncGenerator<Sent> {
  for (let at = 0; at < bodies.length; at += AT_ONCE)
    yield* await Promise.all(bodies.slice(at, at + AT_ONCE).map((body) => sendOne(url, body)));
}

async function sendOne(url: string, body: string): Promise<Sent> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(IN_TIME_MS),
  });
  return { body, status: response.status, said: await response.text() };
}
