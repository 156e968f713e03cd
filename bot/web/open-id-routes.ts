/**
 * Signing in with a work account: away to where the account is, and back.
 *
 * What must be known when somebody comes back waits in their own browser, so any copy of the
 * program can take them in. They come back from another site, and such a call does not bring the
 * session's cookie along, nor would a redirect from it: so a page of ours sends them on.
 */
import type { z } from 'zod';
import type { Directory } from '../directory/directory';
import { seeOther, type HttpRequest, type HttpResponse, type Route } from '../http/route';
import { Destination, destinationIn } from './destination';
import { isLoopbackHost } from './guard';
import { Kept, SignInProblem, type OpenId, type Proven } from './open-id';
import { page } from './page';
import { startSession } from './start-session';
import { cookie, cookieName, frame, type WebTools } from './web-parts';

export const CALLBACK_PATH = '/signed-in';

const AWAY_COOKIE = 'people-services-signing-in';
/** Seconds; a forgotten password takes a while. */
const AWAY_FOR = 15 * 60;
const Away = Kept.extend({ to: Destination });
type Away = z.infer<typeof Away>;

export const openIdRoutes = (tools: WebTools, openId: OpenId): Route[] => [
  { method: 'GET', path: '/who', handle: async (request) => showSignIn(tools, openId, request) },
  { method: 'GET', path: '/sign-in', handle: (request) => sendAway(tools, openId, request) },
  { method: 'GET', path: CALLBACK_PATH, handle: (request) => takeBack(tools, openId, request) },
];

function showSignIn(
  tools: WebTools,
  { provesEachTime }: OpenId,
  request: HttpRequest,
): HttpResponse {
  const body = tools.render('web/templates/sign-in.njk', {
    ...frame(tools, undefined, undefined),
    provesEachTime,
    to: destinationIn(request),
    endedByQuiet: request.query.get('ended') === 'quiet',
  });
  return page(body);
}

async function sendAway(
  tools: WebTools,
  openId: OpenId,
  request: HttpRequest,
): Promise<HttpResponse> {
  const callback = callbackAt(tools, request);
  if (callback === undefined) return explain(tools, 'wrong-address', 400);
  try {
    const { address, kept } = await openId.begin(callback.href);
    const away: Away = { ...kept, to: destinationIn(request) };
    const value = Buffer.from(JSON.stringify(away)).toString('base64url');
    return seeOther(address, { 'set-cookie': cookie(tools, AWAY_COOKIE, value, AWAY_FOR, 'lax') });
  } catch (error) {
    return failed(tools, error);
  }
}

async function takeBack(
  tools: WebTools,
  openId: OpenId,
  request: HttpRequest,
): Promise<HttpResponse> {
  const away = awayIn(request.cookies[cookieName(tools, AWAY_COOKIE)]);
  const came = callbackAt(tools, request);
  if (away === undefined || came === undefined) return explain(tools, 'out-of-date', 400);
  came.search = request.query.toString();
  let proven: Proven;
  try {
    proven = await openId.finish(came, away);
  } catch (error) {
    return failed(tools, error);
  }
  return admit(tools, request, proven, away.to);
}

async function admit(
  tools: WebTools,
  request: HttpRequest,
  { tenant, objectId }: Proven,
  to: Destination,
): Promise<HttpResponse> {
  const person = await tools.directory.byAadObjectId(tenant, objectId);
  if (person === undefined) {
    tools.log.warn({ event: 'web.signed-in-but-unknown' });
    const key = (await isOurTenant(tools.directory, tenant)) ? 'not-listed' : 'not-ours';
    return explain(tools, key, 403);
  }
  tools.log.info({ event: 'web.signed-in' });
  const data = { ...frame(tools, undefined, undefined), to };
  const body = tools.render('web/templates/signed-in.njk', data);
  return page(body, 200, {
    'set-cookie': [startSession(tools, request, person), cookie(tools, AWAY_COOKIE, '', 0)],
  });
}

async function isOurTenant(directory: Directory, tenant: string): Promise<boolean> {
  const organisations = await directory.organisations();
  return organisations.some(({ tenantId }) => tenantId.toLowerCase() === tenant.toLowerCase());
}

/** Where they are to come back to: never what a caller wrote into the call, but for this machine. */
function callbackAt({ publicUrl }: WebTools, { headers }: HttpRequest): URL | undefined {
  if (publicUrl !== undefined) return new URL(CALLBACK_PATH, publicUrl);
  return isLoopbackHost(headers.host)
    ? new URL(CALLBACK_PATH, `http://${headers.host ?? ''}`)
    : undefined;
}

function awayIn(value: string | undefined): Away | undefined {
  if (value === undefined) return undefined;
  try {
    return Away.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

/** @throws what is no problem of signing in */
function failed(tools: WebTools, error: unknown): HttpResponse {
  if (!(error instanceof SignInProblem)) throw error;
  const { kind, code } = error;
  if (kind === 'declined') tools.log.info({ event: 'web.sign-in-declined' });
  else tools.log.warn({ event: 'web.sign-in-failed', kind, code });
  return explain(tools, kind, STATUS[kind]);
}

const STATUS: Readonly<Record<SignInProblem['kind'], number>> = {
  declined: 200,
  refused: 400,
  unreachable: 503,
  'without-ids': 403,
};

const AGAIN = 'Try again. If it still does not work, tell your IT service desk.';

const EXPLAINED = {
  declined: ['You are not signed in', 'You stopped before the end. You can try again.'],
  refused: ['Signing in did not work', AGAIN],
  unreachable: [
    'Signing in does not work at the moment',
    'We cannot reach the service that checks your work account. Wait a few minutes, then try again. Your messages and requests are safe.',
  ],
  'without-ids': [
    'Signing in did not work',
    'Your work account does not tell us who you are. Trying again will not help. Tell your IT service desk: the sign-in must send “tid” and “oid”.',
  ],
  'out-of-date': [
    'This page is out of date',
    'It took a while, or you used the back button. Sign in again.',
  ],
  'wrong-address': [
    'This address does not work for signing in',
    'Use the address that you were given by your organisation.',
  ],
  'not-listed': [
    'You are not on our staff list',
    'Your work account is fine, but the staff list does not have you yet. If you are new, it can take a few days. Ask your people team to check. You can read all the policies here.',
  ],
  'not-ours': [
    'Your organisation does not use this service',
    'You signed in with an account of another organisation. Sign in with your work account for this one, or ask your own people team.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

function explain(tools: WebTools, key: keyof typeof EXPLAINED, status: number): HttpResponse {
  const [heading, problem] = EXPLAINED[key];
  const data = { ...frame(tools, undefined, undefined), heading, problem };
  return page(tools.render('web/templates/not-signed-in.njk', data), status, {
    'set-cookie': cookie(tools, AWAY_COOKIE, '', 0),
  });
}
