/**
 * Signing in with a work account: away to where the account is, and back.
 *
 * What must be known when somebody comes back waits in their own browser, so any copy of the
 * program can take them in. They come back from another site, and such a call does not bring the
 * session's cookie along, nor would a redirect from it: so a page of ours sends them on.
 */
import type { Directory } from '../directory/directory';
import { seeOther, type HttpRequest, type HttpResponse, type Route } from '../http/route';
import { afterQuiet } from './after-leaving';
import { awayWith, backFrom, leaveWith } from './away';
import { destinationIn, type Destination } from './destination';
import { isLoopbackHost } from './guard';
import { SignInProblem, type OpenId, type Proven } from './open-id';
import { page } from './page';
import { startSession } from './start-session';
import { cookieName, frame, SESSION_COOKIE, type WebTools } from './web-parts';

const CALLBACK_PATH = '/signed-in';

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
  const quiet = afterQuiet(tools, request);
  const body = tools.render('web/templates/sign-in.njk', {
    ...frame(tools, undefined, undefined),
    provesEachTime,
    to: destinationIn(request),
    endedByQuiet: quiet.ended,
  });
  return page(body, 200, quiet.headers);
}

async function sendAway(
  tools: WebTools,
  openId: OpenId,
  request: HttpRequest,
): Promise<HttpResponse> {
  const to = destinationIn(request);
  const callback = callbackAt(tools, request);
  if (callback === undefined) return explain(tools, 'wrong-address', { to });
  // Whoever was here goes. On the way back from another site the browser does not show their cookie.
  tools.sessions.close(request.cookies[cookieName(tools, SESSION_COOKIE)]);
  try {
    const { address, kept } = await openId.begin(callback.href);
    return seeOther(address, { 'set-cookie': leaveWith(tools, request, { ...kept, to }) });
  } catch (error) {
    return failed(tools, error, { to });
  }
}

async function takeBack(
  tools: WebTools,
  openId: OpenId,
  request: HttpRequest,
): Promise<HttpResponse> {
  const away = awayWith(tools, request, request.query.get('state'));
  const came = callbackAt(tools, request);
  if (away === undefined || came === undefined)
    return explain(tools, 'out-of-date', { to: 'chat' });
  came.search = request.query.toString();
  const rest = backFrom(tools, request, away);
  try {
    const proven = await openId.finish(came, away);
    return await admit(tools, request, proven, { to: away.to, rest });
  } catch (error) {
    return failed(tools, error, { to: away.to, rest });
  }
}

interface Then {
  readonly to: Destination;
  /** The cookie of those that are still away, where one came back. */
  readonly rest?: string;
}

async function admit(
  tools: WebTools,
  request: HttpRequest,
  { tenant, objectId }: Proven,
  then: Required<Then>,
): Promise<HttpResponse> {
  const person = await tools.directory.byAadObjectId(tenant, objectId);
  if (person === undefined) {
    tools.log.warn({ event: 'web.signed-in-but-unknown' });
    const key = (await isOurTenant(tools.directory, tenant)) ? 'not-listed' : 'not-ours';
    return explain(tools, key, then);
  }
  tools.log.info({ event: 'web.signed-in' });
  const data = { ...frame(tools, undefined, undefined), to: then.to };
  const body = tools.render('web/templates/signed-in.njk', data);
  return page(body, 200, { 'set-cookie': [startSession(tools, request, person), then.rest] });
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

/** @throws what is no problem of signing in */
function failed(tools: WebTools, error: unknown, then: Then): HttpResponse {
  if (!(error instanceof SignInProblem)) throw error;
  const { kind, code } = error;
  if (kind === 'declined') tools.log.info({ event: 'web.sign-in-declined' });
  else tools.log.warn({ event: 'web.sign-in-failed', kind, code });
  return explain(tools, kind, then);
}

const AGAIN = 'Try again. If it still does not work, tell your IT service desk.';

const EXPLAINED = {
  declined: [200, 'You are not signed in', 'You stopped before the end. You can try again.'],
  refused: [400, 'Signing in did not work', AGAIN],
  unreachable: [
    503,
    'Signing in does not work at the moment',
    'We cannot reach the service that checks your work account. Wait a few minutes, then try again. Your messages and requests are safe.',
  ],
  'without-ids': [
    403,
    'Signing in did not work',
    'Your work account does not tell us who you are. Trying again will not help. Tell your IT service desk: the sign-in must send “tid” and “oid”.',
  ],
  'out-of-date': [
    400,
    'This page is out of date',
    'It took too long, or you used the back button. If you are signed in already, go to the chat. If not, sign in again.',
  ],
  'wrong-address': [
    400,
    'This address does not work for signing in',
    'Use the address that you were given by your organisation.',
  ],
  'not-listed': [
    403,
    'You are not on our staff list',
    'Your work account is fine, but the staff list does not have you yet. If you are new, it can take a few days. Ask your people team to check. If you have another work account, try that one. You can read all the policies here.',
  ],
  'not-ours': [
    403,
    'Your organisation does not use this service',
    'You signed in with an account of another organisation. Sign in with your work account for this one, or ask your own people team.',
  ],
} as const satisfies Readonly<
  Record<string, readonly [status: number, heading: string, says: string]>
>;

function explain(tools: WebTools, key: keyof typeof EXPLAINED, { to, rest }: Then): HttpResponse {
  const [status, heading, problem] = EXPLAINED[key];
  const mayBeIn = key === 'out-of-date';
  const data = { ...frame(tools, undefined, undefined), heading, problem, to, mayBeIn };
  const body = tools.render('web/templates/not-signed-in.njk', data);
  return page(body, status, rest === undefined ? {} : { 'set-cookie': rest });
}
