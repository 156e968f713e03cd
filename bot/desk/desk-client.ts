/** Talks to the desk over its HTTP interface, for the console's request queue. */
import type { z } from 'zod';
import {
  type Assignment,
  ChangeRefusal,
  type DeskEvent,
  DeskQueue,
  DeskRequestChanged,
  DeskRequestWithEvents,
  type ExpectedChange,
  ExpectedRefusal,
  type QueueFilter,
  type StatusChange,
  type Written,
} from './desk-request';
import { Erased, type Erasure } from './desk-erasure';

export interface DeskClient {
  /** Oldest first. Shows the organisations named and no other; an empty list sees nothing. */
  list(filter: DeskFilter, signal: AbortSignal): Promise<DeskQueue>;
  /** The caller checks its organisation before showing it. */
  read(reference: string, signal: AbortSignal): Promise<DeskRequestWithEvents | undefined>;
  /** What is in a file of that request; undefined where it has none of that id. */
  readFile(reference: string, file: string, signal: AbortSignal): Promise<Uint8Array | undefined>;
  changeStatus(
    reference: string,
    change: StatusChange,
    signal: AbortSignal,
  ): Promise<StatusChanged>;
  assign(reference: string, to: Assignment, signal: AbortSignal): Promise<StatusChanged>;
  write(reference: string, written: Written, signal: AbortSignal): Promise<StatusChanged>;
  /** What somebody who has left sent and has ended. */
  erase(erasure: Erasure, signal: AbortSignal): Promise<Erased>;
  /** Gives it another day by which it is expected. */
  expect(reference: string, change: ExpectedChange, signal: AbortSignal): Promise<DayChanged>;
}

export type DeskFilter = Pick<QueueFilter, 'organisations'> & Partial<QueueFilter>;

export interface Changed {
  readonly kind: 'changed';
  readonly request: DeskRequestWithEvents;
  /** What tells of this change: the same one where the form was sent twice. */
  readonly event: DeskEvent;
}
export type StatusChanged = Changed | ChangeRefusal;
export type DayChanged = Changed | ExpectedRefusal;

/** The desk cannot be asked just now, or does not answer as a desk should. */
export class DeskUnreachable extends Error {
  override readonly name = 'DeskUnreachable';
}

const TIME_LIMIT_MS = 5_000;
const FILE_LIMIT_MS = 20_000;

export function deskClient({
  url,
  secret,
}: {
  /** A function where the desk's port is known only once the server listens. */
  readonly url: string | (() => string);
  readonly secret: string;
}): DeskClient {
  const addressOf = (path: string): string =>
    `${typeof url === 'string' ? url : url()}/desk/api${path}`;
  const call = (path: string, signal: AbortSignal, body?: object): Promise<Answer> => {
    const limitMs = TIME_LIMIT_MS;
    return ask({ address: addressOf(path), secret, signal, limitMs, body }, answerIn);
  };
  /** Has something done with a request. */
  const work = async <Refusal>(
    path: string,
    body: object,
    Refusal: z.ZodType<Refusal>,
    signal: AbortSignal,
  ): Promise<Changed | Refusal> => {
    const answer = await call(path, signal, body);
    const refused = Refusal.safeParse(answer.body);
    if (refused.success) return refused.data;
    const { event: number, ...request } = understand(DeskRequestChanged, answer);
    const event = request.events.find((each) => each.number === number);
    if (event === undefined) throw notUnderstood();
    return { kind: 'changed', request, event };
  };

  return {
    async list({ organisations, statuses = [], page = 1, ...rest }, signal) {
      if (organisations.length === 0)
        return { requests: [], services: [], page: 1, pages: 1, total: 0 };
      const query = new URLSearchParams({ page: String(page) });
      for (const organisation of organisations) query.append('organisation', organisation);
      for (const status of statuses) query.append('status', status);
      for (const [name, value] of Object.entries(rest))
        if (value !== undefined) query.set(name, value);
      return understand(DeskQueue, await call(`/requests?${query.toString()}`, signal));
    },
    async read(reference, signal) {
      const answer = await call(pathOf(reference), signal);
      const refused = ChangeRefusal.safeParse(answer.body);
      if (refused.success && refused.data.kind === 'unknown-request') return undefined;
      return understand(DeskRequestWithEvents, answer);
    },
    async readFile(reference, file, signal) {
      const address = addressOf(`${pathOf(reference)}/files/${encodeURIComponent(file)}`);
      const limitMs = FILE_LIMIT_MS;
      const { status, bytes } = await ask({ address, secret, signal, limitMs }, bytesIn);
      if (status === 404) return undefined;
      if (bytes === undefined) throw refusedWith(status);
      return bytes;
    },
    changeStatus: (reference, change, signal) =>
      work(`${pathOf(reference)}/status`, change, ChangeRefusal, signal),
    assign: (reference, to, signal) =>
      work(`${pathOf(reference)}/assignee`, to, ChangeRefusal, signal),
    write: (reference, written, signal) =>
      work(`${pathOf(reference)}/written`, written, ChangeRefusal, signal),
    erase: async (erasure, signal) => understand(Erased, await call('/erasures', signal, erasure)),
    expect: (reference, change, signal) =>
      work(`${pathOf(reference)}/expected`, change, ExpectedRefusal, signal),
  };
}

const pathOf = (reference: string): string => `/requests/${encodeURIComponent(reference)}`;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface Call {
  readonly address: string;
  readonly secret: string;
  readonly signal: AbortSignal;
  readonly limitMs: number;
  /** Posted; what has none is asked for. */
  readonly body?: object | undefined;
}

/** The time limit is for the whole answer, and not only for its first line. */
async function ask<T>(
  { address, secret, signal, limitMs, body }: Call,
  read: (reply: Response) => Promise<T>,
): Promise<T> {
  try {
    const reply = await fetch(address, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]),
    });
    return await read(reply);
  } catch (cause) {
    signal.throwIfAborted(); // the caller went away: that is not the desk's fault
    throw new DeskUnreachable('The desk could not be reached. Check that it is running.', {
      cause,
    });
  }
}

async function answerIn(reply: Response): Promise<Answer> {
  return { status: reply.status, body: jsonIn(await reply.text()) };
}

/** Undefined where it is not JSON, such as the error page of something in between. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function bytesIn(reply: Response): Promise<{ status: number; bytes?: Uint8Array }> {
  const { status } = reply;
  if (status === 200) return { status, bytes: new Uint8Array(await reply.arrayBuffer()) };
  await reply.body?.cancel();
  return { status };
}

function understand<T>(shape: z.ZodType<T>, { status, body }: Answer): T {
  if (status !== 200) throw refusedWith(status);
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  throw notUnderstood();
}

const notUnderstood = (): DeskUnreachable =>
  new DeskUnreachable('The desk answered in a way that we do not understand.');

const refusedWith = (status: number): DeskUnreachable =>
  new DeskUnreachable(
    status === 401
      ? 'The desk did not let us in: check that both have one DESK_SECRET.'
      : `The desk answered ${status}.`,
  );
