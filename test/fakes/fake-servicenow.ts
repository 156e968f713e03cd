/**
 * A ServiceNow instance as far as a connector meets it, over real HTTP: the token endpoint and the
 * Table API. It leaves out of a query what it does not know, as the real one does; it misbehaves as
 * the script says, and after its last line it behaves.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

import { FILES, type AttachedThere, serviceNowFiles } from './servicenow-files';
import { onLoopback } from '../../bot/cli/bench/on-loopback';

export const CLIENT = { id: 'people-services-assistant', secret: 'a-secret-of-the-instance' };
const TABLE = '/api/now/table/sn_hr_core_case';

export interface Fault {
  /** Which call it is for; the first such call that comes. */
  readonly on: 'token' | 'look-up' | 'create' | 'file-look-up' | 'attach' | 'status';
  readonly does:
    /** Answers this, and does nothing. */
    | {
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body?: object;
      }
    /** Does the work, and then never answers, cuts the line, or answers what is not JSON. */
    | 'silent-after-the-work'
    | 'cut-after-the-work'
    | 'broken-words-after-the-work'
    /** Does the work, and answers only then. */
    | { readonly slowMs: number };
}

export interface FakeServiceNow {
  readonly url: string;
  readonly cases: readonly Readonly<Record<string, unknown>>[];
  readonly files: readonly AttachedThere[];
  /** `token`, `look-up`, `create` and so on, in the order in which they came. */
  readonly calls: readonly string[];
  /** Of the creates, those that carried one. */
  readonly idempotencyKeys: readonly string[];
  readonly script: (...faults: readonly Fault[]) => void;
  /** Somebody there works on the case of a key; its time of change is theirs, in UTC. */
  change(key: string, columns: Readonly<Record<string, string>>, at: string): void;
  /** Every token that was given out is worth nothing now. */
  expireTokens(): void;
  held(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface Ways {
  /** Columns that the table has; a query by another is left out. */
  readonly columns?: readonly string[];
  /** A unique index on correlation_id: a second case of a key is refused. */
  readonly unique?: boolean;
  /** How long its tokens last. */
  readonly tokenSeconds?: number;
}

const COLUMNS = ['number', 'correlation_id', 'short_description', 'description', 'state'];
const Body = z.looseObject({ correlation_id: z.unknown() });

export async function fakeServiceNow({
  columns = COLUMNS,
  unique = false,
  tokenSeconds = 1799,
}: Ways = {}): Promise<FakeServiceNow> {
  const cases: z.infer<typeof Body>[] = [];
  const files = serviceNowFiles((id) => cases.some((row) => sysIdOf(row) === id));
  const calls: string[] = [];
  const idempotencyKeys: string[] = [];
  const faults: Fault[] = [];
  const tokens = new Set<string>();
  let given = 0;

  function token(req: IncomingMessage, body: string): Answer {
    const form = new URLSearchParams(body);
    const isForm = req.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    const isClient =
      form.get('client_id') === CLIENT.id && form.get('client_secret') === CLIENT.secret;
    if (isForm !== true || form.get('grant_type') !== 'client_credentials' || !isClient) {
      return [401, { error_description: 'access_denied', error: 'server_error' }];
    }
    const access_token = `token-${(given += 1)}`;
    tokens.add(access_token);
    return [
      200,
      { access_token, scope: 'useraccount', token_type: 'Bearer', expires_in: tokenSeconds },
    ];
  }

  function lookUp(query: URLSearchParams): Answer {
    const wanted = (query.get('sysparm_query') ?? '')
      .split('^')
      .map((term) => /^([a-z_]+)(?:=|IN)(.*)$/.exec(term) ?? [])
      .filter(([, column = '']) => columns.includes(column));
    const found = cases.filter((row) =>
      wanted.every(([term = '', column = '', values = '']) =>
        (term.startsWith(`${column}IN`) ? values.split(',') : [values]).includes(
          String(row[column]),
        ),
      ),
    );
    const limit = Number(query.get('sysparm_limit') ?? 10_000);
    return [200, { result: found.slice(0, limit).map((row) => shown(row, query)) }];
  }

  function create(req: IncomingMessage, query: URLSearchParams, text: string): Answer {
    const body = Body.safeParse(jsonOf(text)).data;
    const key = req.headers['idempotency-key'];
    if (typeof key === 'string') idempotencyKeys.push(key);
    if (body === undefined || req.headers['content-type'] !== 'application/json') {
      return [400, failure('Exception while reading request', 'The payload is not valid JSON.')];
    }
    const isTaken = cases.some((row) => row.correlation_id === body.correlation_id);
    if (unique && isTaken) {
      return [403, failure('Operation Failed', 'Unique Key violation detected by database')];
    }
    const row = { ...body, number: `HRC${String(cases.length + 1).padStart(7, '0')}` };
    cases.push(row);
    return [201, { result: shown(row, query) }];
  }

  function work(req: IncomingMessage, url: URL, bytes: Buffer): Answer {
    const body = bytes.toString('utf8');
    if (url.pathname === '/oauth_token.do') return token(req, body);
    if (!tokens.has(/^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1] ?? '')) {
      return [401, failure('User Not Authenticated', 'Required to provide Auth information')];
    }
    if (url.pathname === FILES) return [200, { result: files.lookUp(url.searchParams) }];
    if (url.pathname === `${FILES}/file`) {
      const type = req.headers['content-type'] ?? '';
      const result = files.attach(url.searchParams, type, bytes);
      return result === undefined ? [400, failure('Invalid record', null)] : [201, { result }];
    }
    if (url.pathname !== TABLE) return [400, failure(`Invalid table ${url.pathname}`, null)];
    return req.method === 'GET' ? lookUp(url.searchParams) : create(req, url.searchParams, body);
  }

  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      const url = new URL(req.url ?? '/', 'http://localhost');
      const kind = kindOf(req.method, url);
      calls.push(kind);
      const at = faults.findIndex(({ on }) => on === kind);
      const [fault] = at < 0 ? [] : faults.splice(at, 1);
      answer(res, fault?.does, () => work(req, url, Buffer.concat(parts)));
    });
  });

  const { url, close } = await onLoopback(server);
  return {
    url,
    cases,
    files: files.all,
    calls,
    idempotencyKeys,
    script: (...next) => {
      faults.push(...next);
    },
    change: (key, changed, at) => {
      const row = cases.find((one) => one.correlation_id === key);
      if (row !== undefined) Object.assign(row, changed, { sys_updated_on: at });
    },
    expireTokens: () => {
      tokens.clear();
    },
    held: async () => cases.map((row) => String(row.correlation_id)),
    close,
  };
}

const sysIdOf = ({ number }: Readonly<Record<string, unknown>>): string => `sys-${String(number)}`;

function kindOf(method: string | undefined, { pathname, searchParams }: URL): Fault['on'] {
  if (pathname === '/oauth_token.do') return 'token';
  if (pathname.startsWith(FILES)) return method === 'GET' ? 'file-look-up' : 'attach';
  if (method !== 'GET') return 'create';
  return (searchParams.get('sysparm_query') ?? '').includes('correlation_idIN')
    ? 'status'
    : 'look-up';
}

type Answer = readonly [status: number, body: object];

function answer(res: ServerResponse, fault: Fault['does'] | undefined, work: () => Answer): void {
  if (typeof fault === 'object' && 'status' in fault) {
    reply(
      res,
      fault.status,
      JSON.stringify(fault.body ?? failure('Scripted', null)),
      fault.headers,
    );
    return;
  }
  const [status, body] = work();
  const words = JSON.stringify(body);
  if (fault === 'silent-after-the-work') return;
  if (fault === 'cut-after-the-work') res.destroy();
  else if (fault === 'broken-words-after-the-work') reply(res, status, words.slice(0, -5));
  else if (fault === undefined) reply(res, status, words);
  else
    setTimeout(() => {
      reply(res, status, words);
    }, fault.slowMs);
}

function reply(
  res: ServerResponse,
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  // Not chained: restify, loaded by another test of the same process, makes writeHead return nothing.
  res.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers });
  res.end(words);
}

/** The words of an error of the Table API. */
const failure = (message: string, detail: string | null): object => ({
  error: { message, detail },
  status: 'failure',
});

function shown(row: Readonly<Record<string, unknown>>, query: URLSearchParams): object {
  const fields = query.get('sysparm_fields')?.split(',');
  return Object.fromEntries(
    Object.entries({ ...row, sys_id: sysIdOf(row) }).filter(
      ([name]) => fields === undefined || fields.includes(name),
    ),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
