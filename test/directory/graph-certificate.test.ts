import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GRAPH_CLIENT } from '../fakes/fake-graph';
import { APP_CERTIFICATE, APP_KEY } from '../fakes/graph-certificate';
import { CERTIFICATE, KEY } from '../fakes/localhost-certificate';
import { aHospital, type Hospital } from './graph-hospital';

let hospital: Hospital;
beforeEach(async () => {
  hospital = await aHospital();
});
afterEach(() => hospital.close());

describe('the app, with a certificate in place of a secret', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'certificate-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const openWith = async (pem: string) => {
    const file = path.join(folder, 'app.pem');
    writeFileSync(file, pem);
    const { url } = hospital.graph;
    const proof = { kind: 'certificate', file } as const;
    return hospital.open({
      settings: { url, loginUrl: url, clientId: GRAPH_CLIENT.id, proof },
    });
  };

  it.each([
    ['the key first', `${APP_KEY}\n${APP_CERTIFICATE}`],
    ['the certificate first', `${APP_CERTIFICATE}\n${APP_KEY}`],
  ])('signs for its token with it: %s', async (_, pem) => {
    const { directory } = await openWith(pem);

    expect(await directory.person('ana-pires')).toBeDefined();
  });

  it.each([
    ['has no key', APP_CERTIFICATE, /must hold a certificate and its key/],
    [
      'has another key',
      `${APP_CERTIFICATE}\n${generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}`,
      /must hold an RSA certificate and the key that belongs to it/,
    ],
    ['is of another kind', `${CERTIFICATE}\n${KEY}`, /must hold an RSA certificate/],
  ])('ends the start at once where the file %s', async (_, pem, words) => {
    await expect(openWith(pem)).rejects.toThrow(words);
    expect(hospital.rests).toEqual([]);
  });

  it('says when it has ended', async () => {
    hospital.passTime(100 * 366 * 86_400_000);

    await expect(openWith(`${APP_CERTIFICATE}\n${APP_KEY}`)).rejects.toThrow(/ended on Oct 31/);
  });

  it('says what to check where the token service does not know it', async () => {
    hospital.graph.script({ on: 'token', does: { status: 401 } });

    await expect(openWith(`${APP_CERTIFICATE}\n${APP_KEY}`)).rejects.toThrow(
      /check GRAPH_CLIENT_ID and GRAPH_CERTIFICATE_FILE/,
    );
  });
});
