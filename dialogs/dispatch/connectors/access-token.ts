/**
 * The token that a receiving service asks for, by OAuth 2 client credentials (RFC 6749, 4.4).
 * It is kept until shortly before it ends; whoever was refused with it says so, and gets another.
 */
import * as oauth from 'oauth4webapi';
import { TryLater } from '../connector';
import { retryAfter } from '../retry-after';
import type { RestMapping } from './rest-mapping';
import { secretNameOf } from './secret-name';

/** It must not end on the way. */
const MARGIN_MS = 60_000;
/** For a token service that does not say how long its token lasts. */
const SHORT_LIFE_S = 300;

export interface TokenOptions {
  readonly name: string;
  readonly token: RestMapping['token'];
  readonly secret: string;
  readonly clock: () => Date;
}

export interface AccessTokens {
  /** @throws TryLater where none can be had now */
  current(signal: AbortSignal): Promise<string>;
  /** It was refused: it is not given out again. */
  refused(token: string): void;
}

export function accessTokens(options: TokenOptions): AccessTokens {
  let held: { readonly token: string; readonly until: number } | undefined;
  return {
    async current(signal) {
      if (held === undefined || held.until <= options.clock().getTime()) {
        const { access_token: token, expires_in: seconds = SHORT_LIFE_S } = await fetchToken(
          options,
          signal,
        );
        held = { token, until: options.clock().getTime() + seconds * 1000 - MARGIN_MS };
        return token;
      }
      return held.token;
    },
    refused(token) {
      if (held?.token === token) held = undefined;
    },
  };
}

async function fetchToken(
  { name, token, secret }: TokenOptions,
  signal: AbortSignal,
): Promise<oauth.TokenEndpointResponse> {
  const server = { issuer: new URL(token.address).origin, token_endpoint: token.address };
  const client = { client_id: token.clientId };
  const proof =
    token.clientAuthentication === 'body'
      ? oauth.ClientSecretPost(secret)
      : oauth.ClientSecretBasic(secret);
  const scope: Record<string, string> = token.scope === undefined ? {} : { scope: token.scope };
  // The library follows no redirect. The mapping lets http:// through for this machine only.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to be noticed
  const how = { signal, [oauth.allowInsecureRequests]: token.address.startsWith('http:') };

  const reply = await oauth
    .clientCredentialsGrantRequest(server, client, proof, scope, how)
    .catch(() => {
      throw new TryLater(
        signal.aborted
          ? `The token service of ${name} did not answer in time.`
          : `The token service of ${name} could not be reached. Check token.address in its file.`,
      );
    });
  if (!reply.ok) {
    await reply.body?.cancel();
    throw refusal(name, reply);
  }
  try {
    return await oauth.processClientCredentialsResponse(server, client, reply);
  } catch {
    throw new TryLater(`The token service of ${name} answered ${reply.status} without a token.`);
  }
}

/** The secret may be put right: nothing is refused for good here. */
function refusal(name: string, { status, headers }: Response): TryLater {
  const answered = `The token service of ${name} answered ${status}`;
  const isOurs = status === 400 || status === 401 || status === 403;
  return isOurs
    ? new TryLater(`${answered}: check token.clientId in its file and ${secretNameOf(name)}.`)
    : new TryLater(`${answered}.`, retryAfter(headers));
}
