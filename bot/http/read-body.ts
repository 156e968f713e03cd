/** Reads a body of bounded size, as JSON or as a form. Our own ten lines, because restify's parser cannot bound each route apart. */
import type { IncomingMessage } from 'node:http';

export type BodyProblem = 'too-large' | 'not-json' | 'unknown-type';

export interface Body {
  readonly value: unknown;
  readonly raw: Buffer;
}

export const NO_BODY: Body = { value: undefined, raw: Buffer.alloc(0) };

/** @param limit the largest body in bytes; a larger one is read no further */
export async function readBody(
  req: IncomingMessage,
  limit: number,
): Promise<Body | { problem: BodyProblem }> {
  if (Number(req.headers['content-length'] ?? 0) > limit) return { problem: 'too-large' };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return { problem: 'too-large' };
    chunks.push(chunk);
  }
  const raw = Buffer.concat(chunks);
  const text = raw.toString('utf8');
  if (text === '') return NO_BODY;
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded')
    return { value: Object.fromEntries(new URLSearchParams(text)), raw };
  if (type !== 'application/json') return { problem: 'unknown-type' };
  try {
    return { value: JSON.parse(text) as unknown, raw };
  } catch {
    return { problem: 'not-json' };
  }
}
