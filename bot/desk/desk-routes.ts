/** The desk's HTTP interface, the only way in: for the connector that delivers and for the console alike. */
import { z } from 'zod';
import { type HttpRequest, type HttpResponse, json, type Route } from '../http/route';
import {
  AnswerBody,
  Assignment,
  type ChangeRefusal,
  DeskFileId,
  DeskRequestBody,
  ExpectedChange,
  type ExpectedRefusal,
  QueueFilter,
  StatusChange,
  Written,
} from './desk-request';
import { Erasure } from './desk-erasure';
import type { DeskStore } from './desk-store';
import { type Done, unknownRequest } from './hold-request';
import { requireSecret } from './require-secret';

export interface DeskOptions {
  readonly store: DeskStore;
  readonly secret: string;
  readonly clock: () => Date;
}

/** More than any sender lets through. */
const LARGEST_FILE_BYTES = 26 * 1024 * 1024;

/** All calls come from the assistant, so from one address: its limit is not a browser's. */
const PER_MINUTE = 6_000;

const EventsQuery = z.object({
  after: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().positive().max(500).default(100),
});

export function deskRoutes(options: DeskOptions): Route[] {
  const admit = requireSecret(options.secret);
  const route = (
    method: Route['method'],
    path: string,
    handle: (options: DeskOptions, request: HttpRequest) => Promise<HttpResponse>,
    more: Pick<Route, 'takes' | 'limit'> = {},
  ): Route => ({
    ...more,
    method,
    path: `/desk/api${path}`,
    perMinute: PER_MINUTE,
    admit,
    handle: (request) => handle(options, request),
  });
  const changes = <Wanted>(path: string, shape: z.ZodType<Wanted>, change: Change<Wanted>): Route =>
    route('POST', `/requests/:reference/${path}`, changing(shape, change));
  return [
    route('POST', '/requests', accept),
    route('GET', '/requests', queue),
    route('GET', '/requests/:reference', read),
    changes('status', StatusChange, (store, ...how) => store.change(...how)),
    route('POST', '/files/:file', putFile, { takes: 'bytes', limit: LARGEST_FILE_BYTES }),
    route('GET', '/requests/:reference/files/:file', readFile),
    changes('expected', ExpectedChange, (store, ...how) => store.expect(...how)),
    changes('assignee', Assignment, (store, ...how) => store.assign(...how)),
    changes('written', Written, (store, ...how) => store.write(...how)),
    route('POST', '/answers', takeAnswer),
    route('GET', '/events', events),
    route('POST', '/erasures', erase),
  ];
}

async function accept({ store, clock }: DeskOptions, request: HttpRequest): Promise<HttpResponse> {
  const body = DeskRequestBody.safeParse(request.body);
  if (!body.success) return badRequest(body.error);
  const { key, files = [] } = body.data;
  if (request.headers['idempotency-key'] !== key) return keysDiffer;
  if (!(await store.files.areHere(files))) return filesMissing;

  const { kind, reference } = await store.accept(body.data, clock());
  switch (kind) {
    case 'accepted':
      return json({ key, reference }, 201);
    case 'repeated':
      return json({ key, reference }, 200);
    case 'different-body':
      return json({ kind, key, reference, message: `${key} was handed in with other words.` }, 409);
  }
}

/** Before the request that it goes with: the request is then whole from its first moment on. */
async function putFile({ store, clock }: DeskOptions, request: HttpRequest): Promise<HttpResponse> {
  const id = DeskFileId.safeParse(request.params.file);
  if (!id.success) return badRequest(id.error);
  const { body } = request;
  if (!Buffer.isBuffer(body) || body.length === 0) return nothingInIt;
  await store.files.put(id.data, body, clock());
  return json({ file: id.data }, 201);
}

async function readFile({ store }: DeskOptions, { params }: HttpRequest): Promise<HttpResponse> {
  const found = await store.files.read(params.reference ?? '', params.file ?? '');
  if (found === undefined) return unknownFile;
  const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' };
  return { status: 200, headers, body: Buffer.from(found.bytes) };
}

async function erase({ store, clock }: DeskOptions, request: HttpRequest): Promise<HttpResponse> {
  const asked = Erasure.safeParse(request.body);
  return asked.success
    ? json(await store.retention.erase(asked.data, clock()))
    : badRequest(asked.error);
}

async function queue({ store, clock }: DeskOptions, { query }: HttpRequest): Promise<HttpResponse> {
  const filter = QueueFilter.safeParse({
    ...Object.fromEntries(query),
    statuses: query.getAll('status'),
    organisations: query.getAll('organisation'),
  });
  return filter.success ? json(await store.queue(filter.data, clock())) : badRequest(filter.error);
}

async function read({ store, clock }: DeskOptions, request: HttpRequest): Promise<HttpResponse> {
  const found = await store.read(request.params.reference ?? '', clock());
  return found === undefined ? json(unknownRequest, 404) : json(found);
}

type Change<Wanted> = (
  store: DeskStore,
  reference: string,
  wanted: Wanted,
  now: Date,
) => Promise<Done | ChangeRefusal | ExpectedRefusal>;

/** A change of one request: the form is read, and the answer is the request as it is then. */
const changing =
  <Wanted>(shape: z.ZodType<Wanted>, change: Change<Wanted>) =>
  async ({ store, clock }: DeskOptions, { params, body }: HttpRequest): Promise<HttpResponse> => {
    const wanted = shape.safeParse(body);
    if (!wanted.success) return badRequest(wanted.error);
    const reference = params.reference ?? '';
    const done = await change(store, reference, wanted.data, clock());
    if (done.kind !== 'done' && done.kind !== 'repeated') return json(done, REFUSED[done.kind]);
    return json({ ...(await store.read(reference, clock())), event: done.event });
  };

const REFUSED: Readonly<Record<(ChangeRefusal | ExpectedRefusal)['kind'], number>> = {
  'unknown-request': 404,
  'changed-meanwhile': 409,
  'moved-meanwhile': 409,
  overtaken: 409,
  'not-allowed': 409,
  'has-ended': 409,
  'note-needed': 422,
  'same-day': 422,
  'day-has-passed': 422,
};

async function takeAnswer({ store }: DeskOptions, request: HttpRequest): Promise<HttpResponse> {
  const answer = AnswerBody.safeParse(request.body);
  if (!answer.success) return badRequest(answer.error);
  const done = await store.takeAnswer(answer.data);
  if (done.kind === 'done') return json(done, 201);
  return json(done, done.kind === 'repeated' ? 200 : 404);
}

async function events({ store }: DeskOptions, { query }: HttpRequest): Promise<HttpResponse> {
  const wanted = EventsQuery.safeParse(Object.fromEntries(query));
  if (!wanted.success) return badRequest(wanted.error);
  return json(await store.eventsAfter(wanted.data.after, wanted.data.limit));
}

/** Names the places and the faults, never what was written there. */
function badRequest(error: z.ZodError): HttpResponse {
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return json({ kind: 'bad-request', message: 'Some of it is missing or wrong.', problems }, 400);
}

const keysDiffer = json(
  { kind: 'bad-request', message: 'The Idempotency-Key header must be the same as "key".' },
  400,
);

/** No fault of the request: whoever sends it puts the files first, and tries again. */
const filesMissing = json(
  { kind: 'files-missing', message: 'Some of its files are not here. Hand them in first.' },
  424,
);

const nothingInIt = json({ kind: 'bad-request', message: 'The file is empty.' }, 400);

const unknownFile = json(
  { kind: 'unknown-file', message: 'There is no such file of this request.' },
  404,
);
