/**
 * The HTTP server: restify, with limits, security headers and plain error bodies. Rooms hand it
 * their routes and never see restify.
 */
import { parse as parseCookies } from 'cookie';
import helmet from 'helmet';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import restify from 'restify';
import type { Log } from '../log';
import { callerAddress } from './caller-address';
import { NO_BODY, readBody, type Body } from './read-body';
import { refuseBody } from './refuse-body';
import { refuseUnreadable } from './refuse-unreadable';
import type { HttpRequest, HttpResponse, Route } from './route';

export interface ServerOptions {
  readonly routes: readonly Route[];
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly log: Log;
  readonly clock: () => Date;
  /** Calls a minute from one address, where a route names no number of its own. */
  readonly perMinute?: number;
  /** How many proxies of ours stand in front; none where it is not named. */
  readonly proxies?: number;
}

export interface RunningServer {
  readonly port: number;
  /** Takes no new calls, lets running ones end, and resolves when all are done. */
  close(): Promise<void>;
}

const DEFAULT_LIMIT_BYTES = 64 * 1024;
/** The router answers 404 for a longer part of a path; conversations of Teams have long names. */
const LONG_NAMES = { maxParamLength: 700 };
const DEFAULT_PER_MINUTE = 600;
const SLOWEST_CALL_MS = 60_000;
const LONGEST_GOODBYE_MS = 5_000;

/** @throws Error that says what to do when the port is taken or the address is not this machine's */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = restify.createServer({
    name: 'people-services',
    ignoreTrailingSlash: true,
    ...LONG_NAMES,
  });
  // It would write down whole addresses of calls, with what staff searched for and codes of signing in.
  (server.log as unknown as Logger).level = 'silent'; // its types still name the logger it had before
  server.server.requestTimeout = SLOWEST_CALL_MS;
  refuseUnreadable(server.server);
  server.use(securityHeaders());
  server.use((req, _, next) => {
    // What restify's throttle counts by: it knows of the nearest address and of the whole header only.
    req.username = callerAddress(req, options.proxies ?? 0);
    next();
  });
  for (const route of options.routes) {
    const perMinute = route.perMinute ?? options.perMinute ?? DEFAULT_PER_MINUTE;
    const throttle = onFirstCall(() =>
      restify.plugins.throttle({ burst: perMinute, rate: perMinute / 60, username: true }),
    );
    server[route.method === 'GET' ? 'get' : 'post'](route.path, throttle, async (req, res) =>
      serve(route, options, req, res),
    );
  }
  server.on(
    'restifyError',
    (
      req: restify.Request,
      res: restify.Response,
      error: { statusCode?: number },
      done: () => void,
    ) => {
      if (res.headersSent || res.destroyed) return;
      answerError(req, res, error.statusCode ?? 500);
      done();
    },
  );

  await listen(server, options);
  const { port } = server.address();
  return { port, close: () => close(server) };
}

/** Each of restify's throttles sets aside room for ten thousand callers; most routes see few in a day. */
function onFirstCall(create: () => restify.RequestHandler): restify.RequestHandler {
  let handler: restify.RequestHandler | undefined;
  return (req, res, next) => {
    handler ??= create();
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- its types say `any`
    return handler(req, res, next);
  };
}

async function serve(
  route: Route,
  { log, clock }: ServerOptions,
  req: restify.Request,
  res: restify.Response,
): Promise<void> {
  const id = randomUUID();
  try {
    const withBody = requestFrom(req, id, goneSignal(res));
    const refusal = await route.admit?.(withBody(NO_BODY, clock()));
    if (refusal !== undefined) {
      send(res, refusal);
      return;
    }
    const limit = route.limit ?? DEFAULT_LIMIT_BYTES;
    const body = route.method === 'POST' ? await readBody(req, route, limit) : NO_BODY;
    const request = withBody('problem' in body ? NO_BODY : body, clock());
    if ('problem' in body) {
      const answer = route.unread?.(request, body.problem);
      send(res, answer === undefined ? refuseBody(body.problem, route, limit) : await answer);
      return;
    }
    send(res, await route.handle(request));
  } catch (error) {
    log.error({ event: 'http.failed', route: route.path, request: id }, error);
    const text = `Something went wrong on our side. Nothing you sent was acted on twice. Please try again; if it goes on, tell your people team this number: ${id}`;
    send(res, {
      status: 500,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: text,
    });
  }
}

function requestFrom(
  req: restify.Request,
  id: string,
  gone: () => AbortSignal,
): (body: Body, now: Date) => HttpRequest {
  const url = new URL(req.url ?? '/', 'http://localhost');
  const headers = Object.fromEntries(
    Object.entries(req.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
  const cookies = parseCookies(req.headers.cookie ?? '');
  return ({ value: body, raw }, now) => ({
    method: req.method === 'POST' ? 'POST' : 'GET',
    path: url.pathname,
    params: (req.params ?? {}) as Record<string, string>, // restify types its parameters as any
    query: url.searchParams,
    headers,
    cookies,
    body,
    raw,
    id,
    now,
    get signal() {
      return gone();
    },
  });
}

/** Made only for who asks: every call ends by being closed, and to abort costs more than to look. */
function goneSignal(res: restify.Response): () => AbortSignal {
  let made: AbortController | undefined;
  return () => {
    if (made !== undefined) return made.signal;
    const gone = (made = new AbortController());
    if (res.destroyed || res.closed) gone.abort();
    else
      res.once('close', () => {
        gone.abort();
      });
    return gone.signal;
  };
}

function send(res: restify.Response, { status, headers = {}, body }: HttpResponse): void {
  if (res.headersSent || res.destroyed) return;
  for (const [name, value] of Object.entries(headers))
    res.setHeader(name, typeof value === 'string' ? value : [...value]);
  res.statusCode = status;
  res.end(body ?? '');
}

function answerError(req: restify.Request, res: restify.Response, status: number): void {
  const said: Readonly<Record<number, string>> = {
    404: 'There is no page at this address. Start at / to ask a question.',
    405: 'This address cannot be used in that way.',
    429: 'Too many calls from this address. Wait a minute and try again.',
  };
  const message = said[status] ?? 'The call could not be understood.';
  const wantsPage = (req.headers.accept ?? '').includes('text/html');
  const headers = {
    'content-type': wantsPage ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
  };
  // Restify's own way of sending: answered in another way, it would answer once more, and that throws.
  res.sendRaw(status, wantsPage ? message : JSON.stringify({ error: message }), headers);
}

function securityHeaders(): restify.RequestHandler {
  const guard = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    // The server speaks plain HTTP behind a proxy that adds TLS; the proxy owns this header.
    strictTransportSecurity: false,
  });
  return (req, res, next) => {
    guard(req, res, () => {
      next();
    });
  };
}

async function listen(server: restify.Server, { host, port }: ServerOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(listenProblem(error, host, port), { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. End it, or set PORT to a free one.`;
  if (error.code === 'EACCES')
    return `Port ${port} may not be used by this account. Set PORT to one above 1023.`;
  if (error.code === 'EADDRNOTAVAIL')
    return `"${host}" is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`;
  return `The server cannot listen on ${host}:${port}: ${error.message}`;
}

async function close(server: restify.Server): Promise<void> {
  const cut = setTimeout(() => {
    server.server.closeAllConnections();
  }, LONGEST_GOODBYE_MS);
  await new Promise<void>((resolve) => {
    server.close(resolve);
    server.server.closeIdleConnections();
  });
  clearTimeout(cut);
}
