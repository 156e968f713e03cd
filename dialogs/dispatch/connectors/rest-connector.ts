/**
 * Delivers to a system that has a REST interface of its own, as a mapping file says.
 *
 * Where the mapping has a look-up, the receiver is asked for our reference before each create, so
 * that a call that timed out after its work is not repeated: once for each key that the look-up
 * sees. Without one it is at least once, always with the same reference of ours.
 */
import type { Request } from '../../request';
import { type Connector, Refused, TryLater } from '../connector';
import type { Description } from '../description';
import { type Facts, factsOf } from '../facts';
import { retryAfter } from '../retry-after';
import { type AccessTokens, accessTokens } from './access-token';
import { authorisedCall, bodyOf } from './authorised-call';
import { fill } from './fill';
import { addressFor, headersFor } from './fill-call';
import { textAt, valueAt } from './place';
import type { RestMapping } from './rest-mapping';

export interface RestConnectorOptions {
  /** As routes name it. */
  readonly name: string;
  readonly mapping: RestMapping;
  readonly secret: string;
  readonly describe: (request: Request) => Promise<Description>;
  readonly clock: () => Date;
}

/** One delivery under way. */
interface Sending {
  readonly name: string;
  readonly mapping: RestMapping;
  readonly tokens: AccessTokens;
  readonly key: string;
  readonly facts: Facts;
  readonly signal: AbortSignal;
}

export function restConnector(options: RestConnectorOptions): Connector {
  const { name, mapping, describe } = options;
  const tokens = accessTokens({ ...options, token: mapping.token });
  return {
    async send({ request }, key, signal) {
      const known = factsOf(request, await describe(request));
      const facts = { ...known, ...valuesFor(mapping, request.service), key };
      const sending = { name, mapping, tokens, key, facts, signal };
      return { reference: (await lookUp(sending)) ?? (await create(sending)) };
    },
  };
}

const valuesFor = ({ perService }: RestMapping, service: string): Facts =>
  Object.fromEntries(
    Object.entries(perService).flatMap(([slot, values]) => {
      const value = values[service] ?? values['*'];
      return value === undefined ? [] : [[slot, value]];
    }),
  );

/** @returns the receiver's reference, where it has the request already; of several the first that it tells */
async function lookUp(sending: Sending): Promise<string | undefined> {
  const { name, key, mapping } = sending;
  const how = mapping.lookUp;
  if (how === undefined) return undefined;
  const reply = await call(sending, 'GET', how);
  if (!reply.ok) {
    await reply.body?.cancel();
    // It says nothing about the request, which it was not shown.
    const { status } = reply;
    throw REFUSALS.has(status)
      ? new TryLater(
          `${name} answered ${status} to the question for a request: check lookUp in its file.`,
        )
      : trouble(name, reply);
  }

  const records = valueAt(how.records, await bodyOf(reply));
  if (!Array.isArray(records)) {
    throw new TryLater(`${name} was asked for a request and told no list at "${how.records}".`);
  }
  // A system that does not know a field of the query may leave it out, and tell all that it has.
  if (!records.every((record) => textAt(how.key, record) === key)) {
    throw new TryLater(
      `${name} was asked for one request and told others: check lookUp in its file.`,
    );
  }
  if (records.length === 0) return undefined;
  const reference = textAt(how.reference, records[0]);
  if (reference !== undefined) return reference;
  throw new TryLater(`${name} has the request, but tells no reference at "${how.reference}".`);
}

async function create(sending: Sending): Promise<string> {
  const { name, mapping, facts } = sending;
  const body = JSON.stringify(fill(mapping.create.body, facts));
  const reply = await call(sending, 'POST', mapping.create, body);
  const answer = await bodyOf(reply);
  if (reply.ok) return referenceIn(sending, reply.status, answer);

  // Somebody may have made it since we looked, and a system that keeps keys apart then refuses ours.
  const isDenied = REFUSALS.has(reply.status) || reply.status === 403 || reply.status === 409;
  const there = isDenied ? await lookUp(sending) : undefined;
  if (there !== undefined) return there;
  throw trouble(name, reply);
}

/** Nothing of a request can mend these, but another request may pass. */
const REFUSALS = new Set([400, 413, 415, 422]);

function referenceIn({ name, mapping }: Sending, status: number, answer: unknown): string {
  const place = mapping.create.reference;
  const reference = textAt(place, answer);
  if (reference !== undefined) return reference;
  const problem = `${name} answered ${status}, but told no reference at "${place}".`;
  // Where it cannot be asked, another try would make another: a person has to look.
  if (answer !== undefined && mapping.lookUp === undefined) throw new Refused(problem);
  throw new TryLater(problem);
}

function trouble(name: string, { status, headers }: Response): Error {
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

function call(
  { name, mapping, tokens, facts, signal }: Sending,
  method: 'GET' | 'POST',
  where: { readonly path: string; readonly query: Readonly<Record<string, string>> },
  body?: string,
): Promise<Response> {
  const headers = headersFor(mapping.headers, facts);
  return authorisedCall(
    name,
    tokens,
    {
      method,
      address: addressFor(mapping.address, where, facts),
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    },
    signal,
  );
}
