/**
 * How the app proves to the token service who it is: by a secret, or by a statement signed with the
 * key of a certificate that the service knows (RFC 7523). The key itself goes nowhere.
 */
import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as oauth from 'oauth4webapi';
import { GraphProblem } from './graph-problem';
import type { AppProof } from './graph-settings';

/** What Microsoft Entra asks for: RSA-PSS and the certificate's SHA-256. */
const SIGNING = { name: 'RSA-PSS', hash: 'SHA-256' };
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/;
const KEY = /-----BEGIN (?:RSA )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA )?PRIVATE KEY-----/;

/**
 * @param audience the address of the token service, for which alone the statement is good
 * @throws GraphProblem where the certificate is not what it should be
 */
export async function proofOf(
  proof: AppProof,
  audience: string,
  now: Date,
): Promise<oauth.ClientAuth> {
  if (proof.kind === 'secret') return oauth.ClientSecretPost(proof.secret);
  const { certificate, pkcs8 } = await readCertificate(proof.file);
  if (new Date(certificate.validTo) < now)
    throw wrong(proof.file, `ended on ${certificate.validTo}. Put a new one there`);
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, SIGNING, false, ['sign']);
  return oauth.PrivateKeyJwt(key, {
    [oauth.modifyAssertion]: (header, payload) => {
      header['x5t#S256'] = thumbprintOf(certificate);
      payload.aud = audience;
    },
  });
}

async function readCertificate(
  file: string,
): Promise<{ readonly certificate: X509Certificate; readonly pkcs8: Buffer }> {
  const pem = await readFile(file, 'utf8').catch(() => {
    throw wrong(file, 'cannot be read');
  });
  const [certificatePem] = CERTIFICATE.exec(pem) ?? [];
  const [keyPem] = KEY.exec(pem) ?? [];
  if (certificatePem === undefined || keyPem === undefined)
    throw wrong(file, 'must hold a certificate and its key without a password, as PEM');
  try {
    const certificate = new X509Certificate(certificatePem);
    const key = createPrivateKey(keyPem);
    if (key.asymmetricKeyType === 'rsa' && certificate.checkPrivateKey(key))
      return { certificate, pkcs8: key.export({ type: 'pkcs8', format: 'der' }) };
  } catch {
    // Told below: what is wrong with it is in neither case for a log.
  }
  throw wrong(file, 'must hold an RSA certificate and the key that belongs to it');
}

const thumbprintOf = ({ fingerprint256 }: X509Certificate): string =>
  Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');

const wrong = (file: string, what: string): GraphProblem =>
  new GraphProblem('settings', `GRAPH_CERTIFICATE_FILE: ${file} ${what}.`);
