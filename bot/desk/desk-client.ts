/** Talks to the desk over its HTTP interface, for the console's request queue. */
import type { z } from 'zod';
import {
  type Assignment,
  ChangeRefusal,
  DeskQueue,
  DeskRequestWithEvents,
  type DeskStatus,
  type ExpectedChange,
  ExpectedRefusal,
  type StatusChange,
  type Written,
} from './desk-request';

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
  /** Gives it another day by which it is expected. */
  expect(reference: string, change: ExpectedChange, signal: AbortSignal): Promise<DayChanged>;
}

export interface DeskFilter {
  readonly organisations: readonly string[];
  /** Any status where it is empty or not named. */
  readonly statuses?: readonly DeskStatus[];
  readonly service?: string | undefined;
  /** An id, or `nobody`. */
  readonly assignee?: string | undefined;
  /** Received before this time. */
  readonly before?: string | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  /** Oldest first where it is not named. */
  readonly order?: 'age' | 'due' | undefined;
  /** From 1. */
  readonly page?: number;
}

export type StatusChanged =
  { readonly kind: 'changed'; readonly request: DeskRequestWithEvents } | ChangeRefusal;

export type DayChanged =
  { readonly kind: 'changed'; readonly request: DeskRequestWithEvents } | ExpectedRefusal;

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
  const call = (path: string, signal: AbortSignal, body?: object): Promise<Answer> =>
    callDesk(`${typeof url === 'string' ? url : url()}/desk/api${path}`, secret, signal, body);
  const work = async (
    reference: string,
    what: string,
    body: object,
    signal: AbortSignal,
  ): Promise<StatusChanged> => {
    const answer = await call(`/requests/${encodeURIComponent(reference)}/${what}`, signal, body);
    const refused = ChangeRefusal.safeParse(answer.body);
    if (refused.success) return refused.data;
    return { kind: 'changed', request: understand(DeskRequestWithEvents, answer) };
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
      const answer = await call(`/requests/${encodeURIComponent(reference)}`, signal);
      const refused = ChangeRefusal.safeParse(answer.body);
      if (refused.success && refused.data.kind === 'unknown-request') return undefined;
      return understand(DeskRequestWithEvents, answer);
    },
    readFile: (reference, file, signal) =>
      fetchFile(
        `${typeof url === 'string' ? url : url()}/desk/api/requests/${encodeURIComponent(reference)}/files/${encodeURIComponent(file)}`,
        secret,
        signal,
      ),
    changeStatus: (reference, change, signal) => work(reference, 'status', change, signal),
    assign: (reference, to, signal) => work(reference, 'assignee', to, signal),
    write: (reference, written, signal) => work(reference, 'written', written, signal),
    async expect(reference, change, signal) {
      const path = `/requests/${encodeURIComponent(reference)}/expected`;
      const answer = await call(path, signal, change);
      const refused = ExpectedRefusal.safeParse(answer.body);
      if (refused.success) return refused.data;
      return { kind: 'changed', request: understand(DeskRequestWithEvents, answer) };
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function callDesk(
  address: string,
  secret: string,
  signal: AbortSignal,
  body: object | undefined,
): Promise<Answer> {
  try {
    const reply = await fetch(address, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]),
    });
    return { status: reply.status, body: await jsonOf(reply) };
  } catch (cause) {
    signal.throwIfAborted(); // the caller went away: that is not the desk's fault
    throw new DeskUnreachable('The desk could not be reached. Check that it is running.', {
      cause,
    });
  }
}

async function fetchFile(
  address: string,
  secret: string,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  try {
    const reply = await fetch(address, {
      headers: { authorization: `Bearer ${secret}` },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(FILE_LIMIT_MS)]),
    });
    if (reply.status === 200) return new Uint8Array(await reply.arrayBuffer());
    await reply.body?.cancel();
    if (reply.status === 404) return undefined;
    throw new DeskUnreachable(`The desk answered ${reply.status}.`);
  } catch (cause) {
    if (cause instanceof DeskUnreachable) throw cause;
    signal.throwIfAborted();
    throw new DeskUnreachable('The desk could not be reached. Check that it is running.', {
      cause,
    });
  }
}

/** Undefined where it is not JSON, such as the error page of something in between. */
async function jsonOf(reply: Response): Promise<unknown> {
  const text = await reply.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function understand<T>(shape: z.ZodType<T>, { status, body }: Answer): T {
  if (status === 401) {
    throw new DeskUnreachable('The desk did not let us in: check that both have one DESK_SECRET.');
  }
  if (status !== 200) throw new DeskUnreachable(`The desk answered ${status}.`);
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  throw new DeskUnreachable('The desk answered in a way that we do not understand.');
}
