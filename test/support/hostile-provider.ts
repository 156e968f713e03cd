/** An OpenID provider that does as the test says, and lies where it says so. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenIdSettings } from '../../bot/web/open-id';

type Claims = Readonly<Record<string, unknown>>;
export type Answer = (response: ServerResponse) => void;

export interface HostileProvider {
  readonly settings: OpenIdSettings;
  /** What an honest one says of this person at this moment. */
  claims(tenant: string, objectId: string, nonce: string): Claims;
  /** A token with these claims, signed with the key that it publishes. */
  signed(claims: Claims): string;
  /** Signed with another key, under the name of the one that it publishes. */
  forged(claims: Claims): string;
  unsigned(claims: Claims): string;
  /** What it says when our server comes with a code. */
  onCode(answer: Answer): void;
  /** What it says of itself. */
  onMetadata(change: Answer | Claims): void;
  close(): Promise<void>;
}

export const jsonAnswer =
  (value: unknown, status = 200): Answer =>
  (response) => {
    answer(response, JSON.stringify(value), 'application/json', status);
  };

/** Not with `writeHead`: restify, in the same process, gives it other manners. */
export function answer(response: ServerResponse, body: string, type: string, status = 200): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.end(body);
}

export const tokenAnswer = (token: string): Answer =>
  jsonAnswer({ access_token: 'made-up', token_type: 'Bearer', id_token: token });

/** Made once: keys are slow to make. */
const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function startHostileProvider(): Promise<HostileProvider> {
  let code: Answer = jsonAnswer({}, 500);
  let metadata: Answer | Claims = {};
  const server = createServer((request, response) => {
    if (request.url === '/token') code(response);
    else if (request.url === '/keys')
      jsonAnswer({ keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'a', use: 'sig' }] })(
        response,
      );
    else if (typeof metadata === 'function') metadata(response);
    else jsonAnswer({ ...honest(issuer), ...metadata })(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    settings: {
      issuer,
      clientId: 'assistant',
      clientSecret: 'made-up-client-secret',
      prompt: 'login',
    },
    claims: (tid, oid, nonce) => {
      const iat = Math.floor(Date.now() / 1000);
      return { iss: issuer, aud: 'assistant', sub: oid, iat, exp: iat + 300, nonce, tid, oid };
    },
    signed: (claims) => jwt(claims, key.privateKey),
    forged: (claims) => jwt(claims, other.privateKey),
    unsigned: (claims) => `${parts({ alg: 'none' }, claims)}.`,
    onCode: (answer) => {
      code = answer;
    },
    onMetadata: (change) => {
      metadata = change;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const honest = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
});

const parts = (header: Claims, claims: Claims): string =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

function jwt(claims: Claims, key: KeyObject): string {
  const body = parts({ alg: 'RS256', kid: 'a' }, claims);
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`;
}
