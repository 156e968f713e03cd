/** Asks a system with a REST interface what became of requests, as its mapping file says. */
import type { RequestId } from '../../request';
import type { StatusReport } from '../../follow/reports';
import type { StatusSource } from '../../follow/status-source';
import { TryLater } from '../connector';
import { retryAfter } from '../retry-after';
import { accessTokens } from './access-token';
import { authorisedCall, bodyOf } from './authorised-call';
import { addressFor, headersFor } from './fill-call';
import { textAt, valueAt } from './place';
import { dayIn, momentIn } from './read-moment';
import type { RestMapping } from './rest-mapping';
import { KEYS, type StatusMapping } from './status-mapping';

export interface RestStatusOptions {
  readonly name: string;
  readonly mapping: RestMapping & { readonly status: StatusMapping };
  readonly secret: string;
  readonly clock: () => Date;
}

/** A reader of a few words, and not of a file. */
const LONGEST_NOTE = 2000;

export function restStatus(options: RestStatusOptions): StatusSource {
  const { name, mapping, clock } = options;
  const { status } = mapping;
  const tokens = accessTokens({ ...options, token: mapping.token });
  return {
    system: name,
    batch: status.batch,
    everyMs: status.everyMinutes * 60_000,
    async ask(requests, signal) {
      const facts = { [KEYS]: requests.join(status.separator) };
      const address = addressFor(mapping.address, status, facts);
      const headers = headersFor(mapping.headers, facts);
      const asked = clock();
      const reply = await authorisedCall(name, tokens, { method: 'GET', address, headers }, signal);
      if (!reply.ok) {
        await reply.body?.cancel();
        throw trouble(name, reply);
      }
      const records = recordsIn(name, status, await bodyOf(reply), requests);
      return records.map((record) => reportOf(name, status, record, asked));
    },
  };
}

function trouble(name: string, { status, headers }: Response): TryLater {
  const answered = `${name} answered ${status} when it was asked how requests stand`;
  return status >= 500 || status === 429
    ? new TryLater(`${answered}.`, retryAfter(headers))
    : new TryLater(`${answered}: check status in its file, and what its account for us may read.`);
}

interface Found {
  readonly key: RequestId;
  readonly record: unknown;
}

function recordsIn(
  name: string,
  { records, key }: StatusMapping,
  answer: unknown,
  asked: readonly RequestId[],
): readonly Found[] {
  const list = valueAt(records, answer);
  if (!Array.isArray(list)) {
    throw new TryLater(`${name} was asked how requests stand and told no list at "${records}".`);
  }
  return list.map((record: unknown) => {
    const own = asked.find((request) => request === textAt(key, record));
    if (own !== undefined) return { key: own, record };
    // A system that does not know a field of the query may leave it out, and tell all that it has.
    throw new TryLater(
      `${name} was asked how some requests stand and told of others: check status in its file.`,
    );
  });
}

function reportOf(
  system: string,
  status: StatusMapping,
  { key, record }: Found,
  asked: Date,
): StatusReport {
  const told = (place: string | undefined): string | null => {
    const text = place === undefined ? undefined : textAt(place, record);
    const words = text?.trim().slice(0, LONGEST_NOTE) ?? '';
    return words === '' ? null : words;
  };
  const changedAt = momentIn(told(status.changedAt));
  // Their clock may be ahead of ours: nothing happened later than we heard of it.
  const at = changedAt === undefined || changedAt > asked ? asked : changedAt;
  return {
    system,
    request: key,
    status: status.states[told(status.state) ?? ''] ?? null,
    expectedBy: dayIn(told(status.expectedBy)) ?? null,
    at: at.toISOString(),
    by: told(status.by),
    note: told(status.note),
    reason: told(status.reason),
    reference: told(status.reference),
  };
}
