/**
 * Delivers to a system that has a REST interface of its own, as a mapping file says.
 *
 * Where the mapping has a look-up, the receiver is asked for our reference before each create, so
 * that a call that timed out after its work is not repeated: once for each key that the look-up
 * sees. Without one it is at least once, always with the same reference of ours. Files follow, each
 * looked for before it is sent; what failed in the middle goes on there.
 */
import type { Request } from '../../request';
import { type Connector, Refused, TryLater } from '../connector';
import type { Description } from '../description';
import { type Facts, factsOf } from '../facts';
import type { ReadFile } from '../files-of';
import { accessTokens } from './access-token';
import { bodyOf } from './authorised-call';
import { fill } from './fill';
import { textAt } from './place';
import { attachFiles } from './rest-attach';
import { call, recordsOf, REFUSALS, type Sending, trouble } from './rest-call';
import type { RestMapping } from './rest-mapping';

export interface RestConnectorOptions {
  /** As routes name it. */
  readonly name: string;
  readonly mapping: RestMapping;
  readonly secret: string;
  readonly describe: (request: Request) => Promise<Description>;
  readonly readFile: ReadFile;
  readonly clock: () => Date;
}

/** A request as the receiver has it. */
interface There {
  readonly reference: string;
  /** What files are attached to; undefined where the mapping, or the answer, does not say. */
  readonly record: string | undefined;
}

export function restConnector(options: RestConnectorOptions): Connector {
  const { name, mapping, describe, readFile } = options;
  const tokens = accessTokens({ ...options, token: mapping.token });
  return {
    async send({ request }, key, signal) {
      const known = factsOf(request, await describe(request));
      const facts = { ...known, ...valuesFor(mapping, request.service), key };
      const sending = { name, mapping, tokens, key, facts, signal };
      const { reference, record } = (await lookUp(sending)) ?? (await create(sending));
      await attachFiles(sending, request, record, readFile);
      return { reference };
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

/** @returns undefined where the receiver does not have it; of several the first that it tells */
async function lookUp(sending: Sending): Promise<There | undefined> {
  const { name, key, mapping } = sending;
  const how = mapping.lookUp;
  if (how === undefined) return undefined;
  const asked = { what: 'a request', places: { [how.key]: key } };
  const [first] = await recordsOf(sending, how, asked, 'lookUp');
  if (first === undefined) return undefined;
  const reference = textAt(how.reference, first);
  if (reference !== undefined) return { reference, record: recordAt(how.record, first) };
  throw new TryLater(`${name} has the request, but tells no reference at "${how.reference}".`);
}

const recordAt = (place: string | undefined, answer: unknown): string | undefined =>
  place === undefined ? undefined : textAt(place, answer);

async function create(sending: Sending): Promise<There> {
  const { name, mapping, facts } = sending;
  const body = JSON.stringify(fill(mapping.create.body, facts));
  const reply = await call(sending, 'POST', mapping.create, { type: 'application/json', body });
  const answer = await bodyOf(reply);
  if (reply.ok) return thereIn(sending, reply.status, answer);

  // Somebody may have made it since we looked, and a system that keeps keys apart then refuses ours.
  const isDenied = REFUSALS.has(reply.status) || reply.status === 403 || reply.status === 409;
  const there = isDenied ? await lookUp(sending) : undefined;
  if (there !== undefined) return there;
  throw trouble(name, reply);
}

function thereIn({ name, mapping }: Sending, status: number, answer: unknown): There {
  const place = mapping.create.reference;
  const reference = textAt(place, answer);
  if (reference !== undefined)
    return { reference, record: recordAt(mapping.create.record, answer) };
  const problem = `${name} answered ${status}, but told no reference at "${place}".`;
  // Where it cannot be asked, another try would make another: a person has to look.
  if (answer !== undefined && mapping.lookUp === undefined) throw new Refused(problem);
  throw new TryLater(problem);
}
