/**
 * Microsoft Graph as far as the directory meets it, over real HTTP: the token service of each
 * tenant, and the delta query over users. It refuses what Graph refuses or ignores ($expand, $top,
 * a property it does not know), and misbehaves as the script says.
 */
import { constants, verify, X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onLoopback } from '../../bot/cli/bench/on-loopback';
import { z } from 'zod';
import { APP_CERTIFICATE } from './graph-certificate';
import {
  type FakeUser,
  type Link,
  PROPERTIES,
  readLink,
  shown,
  type Step,
  writeLink,
} from './graph-users';

export const GRAPH_CLIENT = {
  id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  secret: 'a-secret-of-the-app',
};

export interface GraphFault {
  readonly on: 'token' | 'users';
  /** Lets so many such calls pass first. */
  readonly after?: number;
  readonly does:
    | 'cut'
    | 'silent'
    | {
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body?: unknown;
      };
}

export interface FakeGraph {
  readonly url: string;
  /** `token`, `all`, `more` (a further page), `changes`, in the order in which they came. */
  readonly calls: readonly string[];
  /** What was asked for by the first call of a whole read. */
  readonly selected: readonly string[];
  add(tenant: string, ...users: readonly FakeUser[]): void;
  change(tenant: string, id: string, to: Partial<FakeUser>): void;
  remove(tenant: string, id: string): void;
  script(...faults: readonly GraphFault[]): void;
  /** Every token that was given out is worth nothing now. */
  expireTokens(): void;
  /** An administrator takes the permission away. */
  refuse(tenant: string): void;
  /** No link to changes is good any more. */
  forgetChanges(how: { readonly status: number; readonly code: string }): void;
  close(): Promise<void>;
}

interface Tenant {
  readonly users: Map<string, FakeUser>;
  /** What happened to whom, from the first account on. */
  readonly steps: Step[];
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const refused = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, message: 'made up', innerError: { 'request-id': 'made-up' } } },
});

const Assertion = z.tuple([
  z.strictObject({ alg: z.literal('PS256'), 'x5t#S256': z.string() }),
  z.object({
    aud: z.string(),
    iss: z.literal(GRAPH_CLIENT.id),
    sub: z.literal(GRAPH_CLIENT.id),
    jti: z.string().min(1),
    nbf: z.number(),
    exp: z.number(),
  }),
]);

/** The statement that Microsoft Entra takes in place of a secret; only for this token service, and for some minutes. */
function isSignedByApp(form: URLSearchParams, audience: string): boolean {
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  if (form.get('client_assertion_type') !== type || form.has('client_secret')) return false;
  const [head = '', body = '', signature = ''] = (form.get('client_assertion') ?? '').split('.');
  const json = [head, body].map(
    (part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown,
  );
  const [header, claims] = Assertion.parse(json);
  const certificate = new X509Certificate(APP_CERTIFICATE);
  const thumbprint = Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex');
  const now = Date.now() / 1000;
  return (
    header['x5t#S256'] === thumbprint.toString('base64url') &&
    claims.aud === audience &&
    claims.nbf <= now + 5 &&
    claims.exp > now &&
    claims.exp - claims.nbf <= 600 &&
    verify(
      'sha256',
      Buffer.from(`${head}.${body}`),
      { key: certificate.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
      Buffer.from(signature, 'base64url'),
    )
  );
}

/** @param pageSize Graph gives fewer than it is asked for, as it likes */
export async function startFakeGraph({ pageSize = 10 } = {}): Promise<FakeGraph> {
  const tenants = new Map<string, Tenant>();
  const calls: string[] = [];
  const faults: { fault: GraphFault; left: number }[] = [];
  let selected: readonly string[] = [];
  let tokens = new Map<string, string>();
  const refusing = new Set<string>();
  let given = 0;
  let era = 0;
  let forgotten = { status: 410, code: 'resyncRequired' };

  const tenantOf = (id: string): Tenant => {
    const tenant = tenants.get(id) ?? { users: new Map(), steps: [] };
    tenants.set(id, tenant);
    return tenant;
  };

  function token(path: string, body: string): Answer {
    calls.push('token');
    const form = new URLSearchParams(body);
    const [, tenant = ''] = path.split('/');
    const isRight =
      form.get('client_id') === GRAPH_CLIENT.id &&
      (form.get('client_secret') === GRAPH_CLIENT.secret ||
        isSignedByApp(form, `${url}/${tenant}/oauth2/v2.0/token`)) &&
      form.get('grant_type') === 'client_credentials' &&
      form.get('scope') === `${url}/.default`;
    if (!isRight) return { status: 401, body: { error: 'invalid_client', error_codes: [7000215] } };
    const access_token = `token-${(given += 1)}`;
    tokens.set(access_token, tenant);
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token } };
  }

  function users(query: URLSearchParams, authorization = ''): Answer {
    const tenantId = tokens.get(authorization.replace(/^Bearer /, ''));
    const after = query.get('$deltatoken');
    const further = query.get('$skiptoken');
    calls.push(further !== null ? 'more' : after !== null ? 'changes' : 'all');
    if (tenantId === undefined) return refused(401, 'InvalidAuthenticationToken');
    if (refusing.has(tenantId)) return refused(403, 'Authorization_RequestDenied');
    const tenant = tenantOf(tenantId);
    if (further !== null) return page(tenant, readLink(further));
    if (after !== null) {
      const link = readLink(after);
      if (link.era !== era) return refused(forgotten.status, forgotten.code);
      return page(tenant, { ...link, from: link.to, to: tenant.steps.length, at: 0 });
    }
    const asked = query.get('$select')?.split(',') ?? [];
    const isLiked =
      asked.every((name) => PROPERTIES.has(name)) &&
      [...query.keys()].every((name) => name === '$select');
    if (!isLiked) return refused(400, 'Request_BadRequest');
    selected = asked;
    return page(tenant, { era, from: 0, to: tenant.steps.length, at: 0 });
  }

  function page(tenant: Tenant, link: Link): Answer {
    const steps = new Map(tenant.steps.slice(link.from, link.to).map((step) => [step.id, step]));
    const ids = [...steps.keys()];
    const value = ids.slice(link.at, link.at + pageSize).flatMap((id) => {
      const user = tenant.users.get(id);
      if (user !== undefined) return [shown(user, selected, link.from === 0, steps.get(id))];
      return link.from === 0 ? [] : [{ id, '@removed': { reason: 'changed' } }];
    });
    const at = link.at + pageSize;
    const way =
      at < ids.length
        ? { '@odata.nextLink': `${url}/v1.0/users/delta?$skiptoken=${writeLink({ ...link, at })}` }
        : { '@odata.deltaLink': `${url}/v1.0/users/delta?$deltatoken=${writeLink(link)}` };
    return {
      status: 200,
      body: { '@odata.context': `${url}/v1.0/$metadata#users`, ...way, value },
    };
  }

  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      take(req, res, Buffer.concat(chunks).toString('utf8'));
    });
  });

  function take(req: IncomingMessage, res: ServerResponse, body: string): void {
    const { pathname, searchParams } = new URL(req.url ?? '', url);
    const on = pathname.endsWith('/oauth2/v2.0/token') ? 'token' : 'users';
    const isKnown = on === 'token' || pathname === '/v1.0/users/delta';
    const ordinary = !isKnown
      ? refused(404, 'ResourceNotFound')
      : on === 'token'
        ? token(pathname, body)
        : users(searchParams, req.headers.authorization);
    const does = faultOn(on)?.does;
    if (does === 'silent') return;
    if (does === 'cut') {
      req.socket.destroy();
      return;
    }
    const answer: Answer = does === undefined ? ordinary : { body: {}, ...does };
    // Not chained: restify, loaded by another test of the same process, makes writeHead return nothing.
    res.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    res.end(JSON.stringify(answer.body));
  }

  function faultOn(on: GraphFault['on']): GraphFault | undefined {
    const next = faults.findIndex((one) => one.fault.on === on);
    const found = faults[next];
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left >= 0) return undefined;
    faults.splice(next, 1);
    return found.fault;
  }

  const { url, close } = await onLoopback(server);
  return {
    url,
    calls,
    get selected() {
      return selected;
    },
    add(tenant, ...added) {
      const { users: all, steps } = tenantOf(tenant);
      for (const user of added) {
        all.set(user.id, user);
        steps.push({ id: user.id, withManager: true });
      }
    },
    change(tenant, id, to) {
      const { users: all, steps } = tenantOf(tenant);
      const managerBefore = all.get(id)?.manager;
      all.set(id, { ...all.get(id), ...to, id });
      steps.push({ id, withManager: 'manager' in to, managerBefore });
    },
    remove(tenant, id) {
      const { users: all, steps } = tenantOf(tenant);
      all.delete(id);
      steps.push({ id, withManager: false });
    },
    script(...next) {
      faults.push(...next.map((fault) => ({ fault, left: fault.after ?? 0 })));
    },
    expireTokens() {
      tokens = new Map();
    },
    refuse(tenant) {
      refusing.add(tenant);
    },
    forgetChanges(how) {
      forgotten = how;
      era += 1;
    },
    close,
  };
}
