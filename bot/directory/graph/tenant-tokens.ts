/**
 * The assistant's own token for one tenant, by OAuth 2 client credentials (RFC 6749, 4.4). It is
 * kept until shortly before it ends; whoever was refused with it says so, and gets another.
 */
import * as oauth from 'oauth4webapi';
import { GraphProblem } from './graph-problem';
import type { AppProof, GraphSettings, Surroundings } from './graph-settings';
import { proofOf } from './prove-app';
import { retryAfter } from './retry-after';

/** It must not end on the way. */
const MARGIN_MS = 60_000;
/** For a token service that does not say how long its token lasts. */
const SHORT_LIFE_S = 300;

export interface TenantTokens {
  /** @throws GraphProblem where none can be had */
  current(signal: AbortSignal): Promise<string>;
  /** It was refused: it is not given out again. */
  refused(token: string): void;
}

export function tenantTokens(
  tenant: string,
  settings: GraphSettings,
  { clock }: Pick<Surroundings, 'clock'>,
): TenantTokens {
  let held: { readonly token: string; readonly until: number } | undefined;
  return {
    async current(signal) {
      if (held !== undefined && held.until > clock().getTime()) return held.token;
      const { access_token: token, expires_in: seconds = SHORT_LIFE_S } = await fetchToken(
        tenant,
        settings,
        clock,
        signal,
      );
      held = { token, until: clock().getTime() + seconds * 1000 - MARGIN_MS };
      return token;
    },
    refused(token) {
      if (held?.token === token) held = undefined;
    },
  };
}

async function fetchToken(
  tenant: string,
  { loginUrl, url, clientId, proof }: GraphSettings,
  clock: () => Date,
  signal: AbortSignal,
): Promise<oauth.TokenEndpointResponse> {
  const server = {
    issuer: `${loginUrl}/${tenant}/v2.0`,
    token_endpoint: `${loginUrl}/${tenant}/oauth2/v2.0/token`,
  };
  const client = { client_id: clientId };
  const proven = await proofOf(proof, server.token_endpoint, clock());
  // The library follows no redirect. The settings let http:// through for this machine only.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to be noticed
  const how = { signal, [oauth.allowInsecureRequests]: loginUrl.startsWith('http:') };
  const scope = { scope: `${url}/.default` };

  const reply = await oauth
    .clientCredentialsGrantRequest(server, client, proven, scope, how)
    .catch(() => {
      throw new GraphProblem(
        'later',
        signal.aborted
          ? `The token service did not answer in time for tenant ${tenant}.`
          : `The token service could not be reached for tenant ${tenant}. Check GRAPH_LOGIN_URL.`,
      );
    });
  if (!reply.ok) {
    await reply.body?.cancel();
    throw refusal(tenant, proof, reply, clock());
  }
  try {
    return await oauth.processClientCredentialsResponse(server, client, reply);
  } catch {
    throw new GraphProblem('later', `The token service gave no token for tenant ${tenant}.`);
  }
}

const WHAT_TO_CHECK: Readonly<Record<AppProof['kind'], string>> = {
  secret: 'GRAPH_CLIENT_SECRET, whether the secret has expired',
  certificate: 'GRAPH_CERTIFICATE_FILE, whether its certificate is in the app’s registration',
};

function refusal(
  tenant: string,
  { kind }: AppProof,
  { status, headers }: Response,
  now: Date,
): GraphProblem {
  const answered = `The token service answered ${status} for tenant ${tenant}`;
  const isOurs = status === 400 || status === 401 || status === 403;
  return isOurs
    ? new GraphProblem(
        'settings',
        `${answered}: check GRAPH_CLIENT_ID and ${WHAT_TO_CHECK[kind]}, and whether an administrator of that tenant has consented.`,
      )
    : new GraphProblem('later', `${answered}.`, retryAfter(headers, now));
}
