import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDelivering } from '../../bot/assemble-connectors';
import { readConfig } from '../../bot/config';
import { noon } from '../contracts/samples';
import { CLIENT, fakeServiceNow } from '../fakes/fake-servicenow';
import { memoryRequestLog } from '../fakes/memory-request-log';
import { directory } from '../support/directory';
import { LOGIN, mailServer } from '../support/mail-server';
import { fileFor, send } from '../support/servicenow-as-mapped';
import { nothingKept } from '../support/some-files';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'delivering-'));
  writeFileSync(
    path.join(folder, 'routes.csv'),
    'organisation,service,system\n*,*,desk\nfellbridge,*,servicenow\n',
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const running = {
  stores: { requestLog: memoryRequestLog() },
  directory,
  clock: () => noon,
  deskAt: { url: 'http://127.0.0.1:1', secret: 'unused' },
  readFile: nothingKept,
};

async function delivering(url: string, settings = {}) {
  writeFileSync(path.join(folder, 'servicenow.yaml'), fileFor(url));
  const config = readConfig({
    ROUTES_FILE: path.join(folder, 'routes.csv'),
    CONNECTORS_DIR: folder,
    ...settings,
  });
  return readDelivering(config, await directory.organisations());
}

describe('delivering as the settings say', () => {
  it('hands a request to the system that its organisation is routed to', async () => {
    const instance = await fakeServiceNow();
    const { routes, connect } = await delivering(instance.url, {
      CONNECTOR_SECRET_SERVICENOW: CLIENT.secret,
    });
    const connectors = connect(running);
    const system = routes('fellbridge', 'book-annual-leave');

    expect(routes('vale', 'book-annual-leave')).toBe('desk');
    expect(await send(connectors.get(system)!, 5_000, { requestedBy: 'ana-pires' })).toEqual({
      reference: 'HRC0000001',
    });
    expect(instance.cases).toMatchObject([
      {
        description: expect.stringContaining(
          'Asked by Ana Pires (ana-pires), Fellbridge Hospitals',
        ),
      },
    ]);
    await instance.close();
  });

  it('hands a request to a mailbox, by the mail server of the settings', async () => {
    const post = await mailServer({ tls: 'none' });
    writeFileSync(
      path.join(folder, 'office.yaml'),
      'kind: e-mail\nto: office@orchard-street.example\n',
    );
    const config = readConfig({
      CONNECTORS_DIR: folder,
      SMTP_HOST: 'localhost',
      SMTP_PORT: String(post.port),
      SMTP_SECURITY: 'if-offered',
      SMTP_USER: LOGIN.user,
      SMTP_PASSWORD: LOGIN.password,
      SMTP_FROM: 'assistant@people.example',
    });
    const { connect } = readDelivering(config, await directory.organisations());

    expect(await send(connect(running).get('office')!)).toEqual({ reference: 'PS-7F3K9Q' });
    expect(post.mails).toMatchObject([{ to: ['office@orchard-street.example'] }]);
    await post.close();
  });

  it('does not start where requests go by e-mail and no mail server is set', async () => {
    writeFileSync(path.join(folder, 'office.yaml'), 'kind: e-mail\nto: office@x.example\n');
    const config = readConfig({ CONNECTORS_DIR: folder });
    const organisations = await directory.organisations();

    expect(() => readDelivering(config, organisations)).toThrow(
      'No mail server is set. Set SMTP_HOST and SMTP_FROM',
    );
  });

  it.each([
    [{ SMTP_HOST: 'mail.example' }, 'SMTP_FROM: must be set too'],
    [{ SMTP_USER: 'people' }, 'SMTP_PASSWORD: must be set too'],
    [
      { SMTP_HOST: 'mail.example', SMTP_FROM: 'a@b.example', SMTP_SECURITY: 'if-offered' },
      'SMTP_SECURITY: must be starttls or tls',
    ],
  ])('does not start with %j', (settings, complaint) => {
    expect(() => readConfig(settings)).toThrow(complaint);
  });

  it('does not start without a connector’s secret, and says which setting is missing', async () => {
    await expect(delivering('https://people.service-now.example')).rejects.toThrow(
      'Its secret is not set. Set CONNECTOR_SECRET_SERVICENOW',
    );
  });

  it('does not start where a route leads to a connector whose file is not there', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'empty-'));

    await expect(
      delivering('https://people.service-now.example', { CONNECTORS_DIR: empty }),
    ).rejects.toThrow('routes.csv:3: No connector is set up for "servicenow".');
    rmSync(empty, { recursive: true });
  });
});
