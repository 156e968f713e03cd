/**
 * Delivers to a people services desk over HTTP.
 *
 * Exactly once: a call that timed out may have been carried out, so the same key is sent again
 * and the desk answers with the reference it gave the first time.
 */
import { z } from 'zod';
import type { Request, RequestId } from '../../request';
import { type Connector, Refused, TryLater } from '../connector';
import type { Description } from '../description';
import { retryAfter } from '../retry-after';

export interface DeskConnectorOptions {
  /** Where the desk is, such as `https://desk.example.nhs.uk`. */
  readonly url: string;
  readonly secret: string;
  readonly describe: (request: Request) => Promise<Description>;
}

const Taken = z.object({ key: z.string(), reference: z.string().min(1) });

export function deskConnector({ url, secret, describe }: DeskConnectorOptions): Connector {
  return {
    async send({ request }, idempotencyKey, signal) {
      const body = deskBody(request, idempotencyKey, await describe(request));
      const reply = await post(`${url}/desk/api/requests`, secret, idempotencyKey, body, signal);
      return { reference: await referenceIn(reply, idempotencyKey) };
    },
  };
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
    confirmedAt: request.confirmedAt,
    serviceLevelDays: about.serviceLevelDays,
    ...(request.expectedBy === undefined ? {} : { expectedBy: request.expectedBy }),
    isDecided: about.isDecided,
    ...(about.approval === undefined ? {} : { approval: about.approval }),
  };
}

const helpedBy = ({ byPhone }: Request) =>
  byPhone === undefined ? {} : { helpedBy: { id: byPhone.helper, name: byPhone.name } };

async function post(
  address: string,
  secret: string,
  key: RequestId,
  body: object,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
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
  if (status === 400 || status === 413 || status === 422) {
    throw new Refused(`The desk answered ${status}: it will not take this request as it is.`);
  }
  if (status === 401 || status === 403) {
    throw new TryLater(`The desk answered ${status}: check that both have the same DESK_SECRET.`);
  }
  throw new TryLater(`The desk answered ${status}.`, retryAfter(reply.headers));
}

/** Undefined where it is not JSON; a broken body says nothing about whether the desk has the request. */
async function bodyOf(reply: Response): Promise<unknown> {
  try {
    return await reply.json();
  } catch {
    return undefined;
  }
}
