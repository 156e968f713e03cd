/**
 * Proving who somebody is by OpenID Connect: they sign in where their work account is (Entra ID),
 * and come back with a code that only this server can turn into their name.
 *
 * Authorization code flow with PKCE, `state` and `nonce` (OpenID Connect Core 1.0 §3.1; RFC 7636).
 */
import type { Configuration } from 'openid-client';
import { z } from 'zod';

export interface OpenIdSettings {
  /** `https://login.microsoftonline.com/<tenant>/v2.0`, or `organizations` for several tenants. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** `login`: they prove it each time, as shared computers need. `select_account`: once a computer. */
  readonly prompt: 'login' | 'select_account';
}

/** What the browser keeps while somebody is away to sign in: it ties the answer to who asked. */
export const Kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
export type Kept = z.infer<typeof Kept>;

/** As the directory knows them; both are proven. */
export interface Proven {
  readonly tenant: string;
  readonly objectId: string;
}

export interface OpenId {
  /** False where whoever is signed in at the provider comes in again unasked. */
  readonly provesEachTime: boolean;
  /** @throws SignInProblem */
  begin(callback: string): Promise<{ readonly address: string; readonly kept: Kept }>;
  /**
   * @param came the whole address at which they came back
   * @throws SignInProblem
   */
  finish(came: URL, kept: Kept): Promise<Proven>;
}

/** Why nobody was signed in: they went away, the answer cannot be trusted, or it was not reached. */
export class SignInProblem extends Error {
  constructor(
    readonly kind: 'declined' | 'refused' | 'unreachable' | 'without-ids',
    /** A code of the library's; holds nothing about the person. */
    readonly code: string,
  ) {
    super(`Signing in: ${kind} (${code})`);
  }
}

/** Seconds: somebody waits in front of an empty page. */
const PATIENCE = 10;

/** Entra's names for the tenant and for the person in it. */
const Ids = z.object({ tid: z.guid(), oid: z.guid() });

/** The provider is asked when somebody first signs in: where it is down, everything else still starts. */
export function openIdAt(settings: OpenIdSettings): OpenId {
  let known: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> =>
    (known ??= discover(settings).catch((error: unknown) => {
      known = undefined; // the next one asks again
      throw new SignInProblem('unreachable', codeOf(error));
    }));

  return {
    provesEachTime: settings.prompt === 'login',

    async begin(callback) {
      const found = await configuration();
      const client = await import('openid-client');
      const kept = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(found, {
        redirect_uri: callback,
        scope: 'openid profile',
        response_type: 'code',
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
        prompt: settings.prompt,
      });
      return { address: address.href, kept };
    },

    async finish(came, kept) {
      const found = await configuration();
      const client = await import('openid-client');
      const tokens = await client
        .authorizationCodeGrant(found, came, {
          expectedState: kept.state,
          expectedNonce: kept.nonce,
          pkceCodeVerifier: kept.verifier,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          throw problemOf(error);
        });
      const ids = Ids.safeParse(tokens.claims());
      if (!ids.success) throw new SignInProblem('without-ids', 'tid, oid');
      return { tenant: ids.data.tid, objectId: ids.data.oid };
    },
  };
}

async function discover({
  issuer,
  clientId,
  clientSecret,
}: OpenIdSettings): Promise<Configuration> {
  const client = await import('openid-client');
  const server = new URL(issuer);
  return client.discovery(server, clientId, clientSecret, undefined, {
    timeout: PATIENCE,
    // Only a provider on this machine may go without encryption: the settings see to it.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it is not used by mistake
    execute: server.protocol === 'http:' ? [client.allowInsecureRequests] : [],
  });
}

const Coded = z.object({ code: z.string() });

const codeOf = (error: unknown): string =>
  Coded.safeParse(error).data?.code ?? (error instanceof Error ? error.name : 'unknown');

/** The provider was not reached, or is ill. */
const NO_ANSWER = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);
/** It stands in the address, where anybody can write: only what looks like a code is kept. */
const Answer = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });

function problemOf(error: unknown): SignInProblem {
  const code = codeOf(error);
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') {
    const answer = Answer.safeParse(error).data?.error ?? code;
    return new SignInProblem(answer === 'access_denied' ? 'declined' : 'refused', answer);
  }
  // A call that got no answer has no code of the library's.
  const isAway = NO_ANSWER.has(code) || !code.startsWith('OAUTH_');
  return new SignInProblem(isAway ? 'unreachable' : 'refused', code);
}
