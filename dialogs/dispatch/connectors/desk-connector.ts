/**
 * Delivers to a people services desk over HTTP.
 *
 * Exactly once: a call that timed out may have been carried out, so the same key is sent again
 * and the desk answers with the reference it gave the first time. Files go first, each under its
 * id: the desk has them before it has the request, and has each once.
 */
import { z } from 'zod';
import type { Request, RequestId } from '../../request';
import { type Connector, Refused, TryLater } from '../connector';
import type { Description } from '../description';
import { filesOf, type FileToSend, type ReadFile } from '../files-of';
import { retryAfter } from '../retry-after';
import { bodyOf } from './authorised-call';

export interface DeskConnectorOptions {
  /** Where the desk is, such as `https://desk.example.nhs.uk`. */
  readonly url: string;
  readonly secret: string;
  readonly describe: (request: Request) => Promise<Description>;
  readonly readFile: ReadFile;
}

const Taken = z.object({ key: z.string(), reference: z.string().min(1) });

export function deskConnector({
  url,
  secret,
  describe,
  readFile,
}: DeskConnectorOptions): Connector {
  return {
    async send({ request }, key, signal) {
      for await (const file of filesOf(request, readFile)) {
        await handInFile({ url, secret, key, signal }, file);
      }
      const body = deskBody(request, key, await describe(request));
      const reply = await post(
        { address: `${url}/desk/api/requests`, secret, key, signal },
        'application/json',
        JSON.stringify(body),
      );
      return { reference: await referenceIn(reply, key) };
    },
  };
}

async function handInFile(
  { url, ...way }: Omit<Way, 'address'> & { readonly url: string },
  { id, bytes }: FileToSend,
): Promise<void> {
  const address = `${url}/desk/api/files/${id}`;
  const reply = await post({ ...way, address }, 'application/octet-stream', bytes);
  await reply.body?.cancel();
  if (!reply.ok) throw trouble(reply);
}

function deskBody(request: Request, key: RequestId, about: Description) {
  return {
    key,
    service: request.service,
    serviceTitle: about.serviceTitle,
    organisation: request.organisation,
    organisationName: about.organisationName,
    requestedBy: { id: request.requestedBy, ...about.requester },
    ...(about.onBehalfOf === undefined ? {} : { onBehalfOf: about.onBehalfOf }),
    ...helpedBy(request),
    post: request.post,
    fields: request.fields,
    summary: request.summary,
    ...(request.warnings === undefined ? {} : { warnings: request.warnings }),
    confirmedAt: request.confirmedAt,
    serviceLevelDays: about.serviceLevelDays,
    ...(request.expectedBy === undefined ? {} : { expectedBy: request.expectedBy }),
    isDecided: about.isDecided,
    ...(request.files === undefined ? {} : { files: request.files }),
    ...(about.approval === undefined ? {} : { approval: about.approval }),
  };
}

const helpedBy = ({ byPhone }: Request) =>
  byPhone === undefined ? {} : { helpedBy: { id: byPhone.helper, name: byPhone.name } };

interface Way {
  readonly address: string;
  readonly secret: string;
  readonly key: RequestId;
  readonly signal: AbortSignal;
}

async function post(
  { address, secret, key, signal }: Way,
  contentType: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': contentType,
        'idempotency-key': key,
      },
      body,
      redirect: 'manual', // the secret goes where the settings say and nowhere else
      signal,
    });
  } catch {
    throw signal.aborted
      ? new TryLater('The desk did not answer in time. It may have the request all the same.')
      : new TryLater('The desk could not be reached. Check its address and that it is running.');
  }
}

async function referenceIn(reply: Response, key: RequestId): Promise<string> {
  const { status } = reply;
  const taken = Taken.safeParse(await bodyOf(reply));
  const has = taken.success && taken.data.key === key ? taken.data.reference : undefined;

  // 409: it has this key with other words, such as a name that has changed since. It has it: that is what counts.
  if (status === 200 || status === 201 || status === 409) {
    if (has !== undefined) return has;
    throw new TryLater(`The desk answered ${status} without a reference for this request.`);
  }
  throw trouble(reply);
}

function trouble({ status, headers }: Response): Error {
  if (status === 400 || status === 413 || status === 422) {
    return new Refused(`The desk answered ${status}: it will not take this request as it is.`);
  }
  if (status === 401 || status === 403) {
    return new TryLater(`The desk answered ${status}: check that both have the same DESK_SECRET.`);
  }
  return new TryLater(`The desk answered ${status}.`, retryAfter(headers));
}
