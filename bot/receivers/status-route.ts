/**
 * Where a receiving service tells of its own accord what became of a request. It is let in by its
 * signature, heard of its own requests only, and each of its events counts once.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Reported, Reports, RequestEvent } from '../../dialogs';
import { today } from '../calendar/days';
import { type HttpRequest, type HttpResponse, json, type Route } from '../http/route';
import type { Log } from '../log';
import { isInTime, isSignedWith, keyOf, WINDOW_S } from './signature';
import { StatusBody } from './status-body';

export interface ReceiverParts {
  readonly reports: Reports;
  /** By the system's name. One that is not in it cannot call. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Told once what was new is on disk. */
  readonly onNews: () => void;
  readonly log: Log;
}

const MOST_BYTES = 16 * 1024;
const MINUTE_MS = 60_000;
/** Clocks differ a little. */
const AHEAD_MS = 5 * MINUTE_MS;
const LONGEST_ID = 200;

export function receiverRoutes(parts: ReceiverParts): Route[] {
  const keys = new Map([...parts.secrets].map(([system, secret]) => [system, keyOf(secret)]));
  // Whoever is not known is compared with a key that nobody has: it takes as long, and says the same.
  const nobodys = randomBytes(32);
  return [
    {
      method: 'POST',
      path: '/api/receivers/:system/status',
      limit: MOST_BYTES,
      handle: async (request) => {
        const system = request.params.system ?? '';
        const refusal = refusalOf(request, keys.get(system) ?? nobodys);
        if (refusal === undefined) return take(parts, system, request);
        parts.log.warn({ event: 'receiver.refused', status: refusal.status });
        return refusal;
      },
    },
  ];
}

function refusalOf(
  { headers, body, raw, now }: HttpRequest,
  key: Buffer,
): HttpResponse | undefined {
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '' } = headers;
  const signatures = headers['webhook-signature'] ?? '';
  if (!isSignedWith(key, { id, timestamp, signatures, body: raw })) return notSigned;
  if (!isInTime(timestamp, now)) return outOfTime;
  if (id === '' || id.length > LONGEST_ID || body === undefined) return incomplete;
  return undefined;
}

async function take(
  { reports, onNews, log }: ReceiverParts,
  system: string,
  { headers, body, raw, now }: HttpRequest,
): Promise<HttpResponse> {
  const read = StatusBody.safeParse(body);
  if (!read.success)
    return wrong(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  const problem = problemWith(read.data, now);
  if (problem !== undefined) return wrong([problem]);

  const { key, status = null, at, by = null, note = null, reference = null } = read.data;
  const { expectedBy = null, reason = null } = read.data;
  const told = { by, note, reference, expectedBy, reason, at: new Date(at).toISOString() };
  const id = headers['webhook-id'] ?? '';
  const fingerprint = createHash('sha256').update(raw).digest('hex');
  const reported = await reports.record(
    { system, request: key, status, ...told },
    { id, fingerprint },
  );
  if (reported.kind === 'recorded') {
    for (const event of reported.events) log.info(logged(event, system));
    onNews();
  }
  return answerTo(reported);
}

const logged = ({ request, kind }: RequestEvent, system: string) => ({
  event: `request.${kind}`,
  request,
  system,
});

/** What the body alone does not show. */
function problemWith({ at, expectedBy }: StatusBody, now: Date): string | undefined {
  if (Date.parse(at) > now.getTime() + AHEAD_MS) return 'at: must not be in the future';
  return expectedBy !== undefined && expectedBy < today(now)
    ? 'expectedBy: must not be a day that has passed'
    : undefined;
}

function answerTo(reported: Reported): HttpResponse {
  switch (reported.kind) {
    case 'recorded':
      return json({ kind: reported.kind, message: 'The person will be told.' });
    case 'nothing-new':
      return json({
        kind: reported.kind,
        message: 'This was known, or something newer is. Nothing changed.',
      });
    case 'unknown-request':
      return json({ kind: reported.kind, message: 'You have no request with this key.' }, 404);
    case 'ended-otherwise':
      return json(
        {
          kind: reported.kind,
          message: `The request ended before as "${reported.as}". Nothing changed. Tell the person yourself, or ask them to send it anew.`,
        },
        409,
      );
    case 'other-words':
      return json(
        {
          kind: reported.kind,
          message:
            'This webhook-id came before with other words. Send each event with an id of its own.',
        },
        409,
      );
  }
}

/** Names the places and the faults, never what was written there. */
const wrong = (problems: readonly string[]): HttpResponse =>
  json(
    { kind: 'wrong-body', message: 'Some of it is missing or wrong. Nothing changed.', problems },
    422,
  );

const notSigned = json(
  {
    kind: 'not-signed',
    message:
      'The signature is missing or wrong. It is an HMAC-SHA-256 over "id.timestamp.body" with the secret of this system.',
  },
  401,
);

const outOfTime = json(
  {
    kind: 'out-of-time',
    message: `webhook-timestamp is more than ${WINDOW_S / 60} minutes from our time. Check your clock, and sign anew for each try.`,
  },
  401,
);

const incomplete = json(
  {
    kind: 'incomplete',
    message: `There must be a body, and a webhook-id of 1 to ${LONGEST_ID} characters.`,
  },
  422,
);
