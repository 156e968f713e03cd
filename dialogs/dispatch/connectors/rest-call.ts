/** Calls of a REST interface as a mapping says, and what their answers mean. */
import { Refused, TryLater } from '../connector';
import type { Facts } from '../facts';
import { retryAfter } from '../retry-after';
import type { AccessTokens } from './access-token';
import { authorisedCall, bodyOf } from './authorised-call';
import { addressFor, headersFor } from './fill-call';
import { textAt, valueAt } from './place';
import type { RestMapping } from './rest-mapping';

/** One delivery under way. */
export interface Sending {
  readonly name: string;
  readonly mapping: RestMapping;
  readonly tokens: AccessTokens;
  readonly key: string;
  readonly facts: Facts;
  readonly signal: AbortSignal;
}

interface Question {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Where the list stands in the answer. */
  readonly records: string;
}

/** Nothing of a request can mend these, but another request may pass. */
export const REFUSALS = new Set([400, 413, 415, 422]);

/**
 * @param asked what is looked for, where each one of the list tells it: "a request"
 * @param place the name of this question in the mapping's file
 * @throws TryLater where the answer is no list, or tells of others: a system that does not know a
 * field of the query may leave it out, and tell all that it has
 */
export async function recordsOf(
  sending: Sending,
  question: Question,
  asked: { readonly what: string; readonly places: Readonly<Record<string, string>> },
  place: string,
): Promise<readonly unknown[]> {
  const { name } = sending;
  const reply = await call(sending, 'GET', question);
  if (!reply.ok) {
    await reply.body?.cancel();
    // It says nothing about the request, which it was not shown.
    const { status } = reply;
    throw REFUSALS.has(status)
      ? new TryLater(
          `${name} answered ${status} to the question for ${asked.what}: check ${place} in its file.`,
        )
      : trouble(name, reply);
  }
  const records: unknown = valueAt(question.records, await bodyOf(reply));
  if (!Array.isArray(records)) {
    throw new TryLater(
      `${name} was asked for ${asked.what} and told no list at "${question.records}".`,
    );
  }
  const isAsked = (record: unknown): boolean =>
    Object.entries(asked.places).every(([at, value]) => textAt(at, record) === value);
  const all: readonly unknown[] = records;
  if (!all.every(isAsked)) {
    throw new TryLater(
      `${name} was asked for ${asked.what.replace(/^a /, 'one ')} and told others: check ${place} in its file.`,
    );
  }
  return all;
}

export function trouble(name: string, { status, headers }: Response): Error {
  const answered = `${name} answered ${status}`;
  if (status === 401 || status === 403) {
    return new TryLater(`${answered}: check what its account for us may do.`);
  }
  if (status === 404) return new TryLater(`${answered}: check the paths in its file.`);
  if (REFUSALS.has(status)) {
    return new Refused(`${answered}: it will not take this request as it is.`);
  }
  return new TryLater(`${answered}.`, retryAfter(headers));
}

export interface Content {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

export function call(
  { name, mapping, tokens, key, facts, signal }: Sending,
  method: 'GET' | 'POST',
  where: Pick<Question, 'path' | 'query'>,
  content?: Content,
): Promise<Response> {
  const headers = headersFor(mapping.headers, { ...facts, key });
  return authorisedCall(
    name,
    tokens,
    {
      method,
      address: addressFor(mapping.address, where, facts),
      headers: content === undefined ? headers : { ...headers, 'content-type': content.type },
      ...(content === undefined ? {} : { body: content.body }),
    },
    signal,
  );
}
