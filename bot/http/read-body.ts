/** Reads a body of bounded size, as what its route takes. Our own lines, because restify's parser cannot bound each route apart. */
import type { IncomingMessage } from 'node:http';
import { readMultipart } from './read-multipart';
import type { BodyProblem, Route } from './route';

type Read = { readonly value: unknown } | { readonly problem: BodyProblem };

export interface Body {
  readonly value: unknown;
  /** As it came: what is signed is signed byte by byte. */
  readonly raw: Buffer;
}

export const NO_BODY: Body = { value: undefined, raw: Buffer.alloc(0) };

/** A browser that is answered while it still sends shows no answer, so some of what is too much is taken and thrown away. */
const THROWN_AWAY = 4;

/** @param limit the largest body in bytes; of a larger one nothing is kept */
export async function readBody(
  req: IncomingMessage,
  { takes }: Pick<Route, 'takes'>,
  limit: number,
): Promise<Body | { problem: BodyProblem }> {
  const patience = takes === 'files' ? limit * THROWN_AWAY : limit;
  if (Number(req.headers['content-length'] ?? 0) > patience) return { problem: 'too-large' };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > patience) return { problem: 'too-large' };
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > limit) return { problem: 'too-large' };
  const raw = Buffer.concat(chunks);
  const read = await understood(raw, req.headers['content-type'] ?? '', takes);
  return 'problem' in read ? read : { ...read, raw };
}

async function understood(body: Buffer, contentType: string, takes: Route['takes']): Promise<Read> {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (takes === 'bytes')
    return type === 'application/octet-stream' ? { value: body } : { problem: 'unknown-type' };
  if (takes === 'files') {
    if (type !== 'multipart/form-data') return { problem: 'unknown-type' };
    const form = await readMultipart(body, contentType);
    return form === undefined ? { problem: 'not-a-form' } : { value: form };
  }
  return words(body.toString('utf8'), type);
}

function words(text: string, type: string | undefined): Read {
  if (text === '') return { value: undefined };
  if (type === 'application/x-www-form-urlencoded')
    return { value: Object.fromEntries(new URLSearchParams(text)) };
  if (type !== 'application/json') return { problem: 'unknown-type' };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { problem: 'not-json' };
  }
}
