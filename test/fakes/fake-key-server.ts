/** Microsoft's OpenID metadata and signing keys, on loopback, and tokens that they fit. */
import { AuthenticationConstants } from 'botframework-connector';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { onLoopback } from '../../bot/cli/bench/on-loopback';

type Sign = (claims?: Readonly<Record<string, unknown>>) => string;

export interface FakeKeyServer {
  /** A header for /api/messages; `claims` go over the good ones. */
  readonly token: Sign;
  /** The same claims, signed by somebody else under the known key's name. */
  readonly forged: Sign;
  /** The same claims, "signed" with what everybody may read. */
  readonly confused: Sign;
  close(): Promise<void>;
}

const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** @param behaviour what it does when the keys are asked for */
export async function startFakeKeyServer(
  good: Readonly<Record<string, unknown>>,
  behaviour: 'answers' | 'hangs' | 'fails',
): Promise<FakeKeyServer> {
  const server = createServer((req, res) => {
    if (behaviour === 'hangs') return;
    const keys = [
      { ...ours.publicKey.export({ format: 'jwk' }), kid: 'key-1', endorsements: ['msteams'] },
    ];
    res.writeHead(behaviour === 'fails' ? 500 : 200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(req.url === '/keys' ? { keys } : { jwks_uri: `${url}/keys` }));
  });
  const { url, close } = await onLoopback(server);
  const before = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
  // The SDK takes the address from here; there is no setting that changes it alone.
  const useKeysOf = (address: string) =>
    Object.assign(AuthenticationConstants, { ToBotFromChannelOpenIdMetadataUrl: address });
  useKeysOf(url);

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = (alg: string, claims: object = {}) =>
    `${part({ alg, typ: 'JWT', kid: 'key-1' })}.${part({ ...good, ...claims })}`;
  const rsa = (signed: string, key: typeof ours.privateKey) =>
    `Bearer ${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
  return {
    token: (claims) => rsa(body('RS256', claims), ours.privateKey),
    forged: (claims) => rsa(body('RS256', claims), theirs.privateKey),
    confused: (claims) => {
      const signed = body('HS256', claims);
      const open = ours.publicKey.export({ format: 'pem', type: 'spki' });
      return `Bearer ${signed}.${createHmac('sha256', open).update(signed).digest('base64url')}`;
    },
    close: () => {
      useKeysOf(before);
      return close();
    },
  };
}
