/** Serves routes on a loopback port, without the server's limits: for tests of rooms over real HTTP. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Call, HttpResponse, Route } from '../../bot/http/route';
import { onLoopback, type Loopback } from '../../bot/cli/bench/on-loopback';

export async function serveRoutes(
  routes: readonly Route[],
  clock: () => Date = () => new Date(),
): Promise<Loopback> {
  const server = createServer((req, res) => {
    answer(routes, clock, req, res).catch((error: unknown) => {
      res.writeHead(500);
      res.end(String(error));
    });
  });
  return onLoopback(server);
}

async function answer(
  routes: readonly Route[],
  clock: () => Date,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://loopback');
  const match = routes
    .filter(({ method }) => method === req.method)
    .map((route) => ({ route, params: paramsOf(route.path, pathname) }))
    .find(({ params }) => params !== undefined);
  if (match?.params === undefined) {
    res.writeHead(404);
    res.end();
    return;
  }
  const gone = new AbortController();
  res.once('close', () => {
    gone.abort();
  });
  const call = {
    method: match.route.method,
    path: pathname,
    params: match.params,
    query: searchParams,
    headers: req.headers as Record<string, string | undefined>, // no header of ours comes twice
    cookies: Object.fromEntries(
      (req.headers.cookie ?? '').split('; ').map((pair) => pair.split('=', 2)),
    ) as Record<string, string>, // pairs of two
    id: 'a-call',
    now: clock(),
    signal: gone.signal,
  };
  send(res, (await match.route.admit?.(call)) ?? (await handle(match.route, call, req)));
}

async function handle(route: Route, call: Call, req: IncomingMessage): Promise<HttpResponse> {
  const raw = await readAll(req);
  const body = parse(route, raw, call.headers['content-type'] ?? '');
  return route.handle({ ...call, body, raw });
}

function send(res: ServerResponse, { status, headers, body }: HttpResponse): void {
  for (const [name, value] of Object.entries(headers ?? {})) {
    res.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  // Two calls: in a process that also loads restify, `writeHead` gives nothing back.
  res.writeHead(status);
  res.end(body);
}

/** Undefined where the path is another one. */
function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

async function readAll(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer); // no encoding was set
  return Buffer.concat(parts);
}

function parse({ takes }: Route, body: Buffer, type: string): unknown {
  if (takes === 'bytes') return body;
  const text = body.toString('utf8');
  if (text === '') return undefined;
  return type.includes('json') ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
}
