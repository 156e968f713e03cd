import { rootCertificates } from 'node:tls';
import { Refused, TryLater } from '../../dialogs/dispatch/connector';
import {
  emailConnector,
  type EmailConnectorOptions,
} from '../../dialogs/dispatch/connectors/email-connector';
import type { MailServer } from '../../dialogs/dispatch/connectors/mail-server';
import { itIsAConnector } from '../contracts/connector';
import { someWarnings } from '../contracts/samples';
import { CERTIFICATE } from '../fakes/localhost-certificate';
import { LOGIN, mailServer, type MailFault, type MailServerInTest } from '../support/mail-server';
import { describeRequest } from '../support/open-desk';
import { aJpeg, aPdf, attached, nothingKept } from '../support/some-files';
import { send, thrownBy } from '../support/servicenow-as-mapped';

let post: MailServerInTest;

beforeEach(async () => {
  post = await mailServer();
});
afterEach(() => post.close());

const at = (port: number, changes: Partial<MailServer> = {}): MailServer => ({
  host: 'localhost',
  port,
  security: 'starttls',
  login: LOGIN,
  from: 'assistant@people.example',
  ca: CERTIFICATE,
  ...changes,
});

const connectorTo = (server: MailServer, changes: Partial<EmailConnectorOptions> = {}) =>
  emailConnector({
    name: 'practice-office',
    mapping: { kind: 'e-mail', to: 'office@orchard-street.example' },
    server,
    describe: describeRequest,
    readFile: nothingKept,
    ...changes,
  });

const thrownAfter = (...faults: readonly MailFault[]): Promise<unknown> => {
  post.script(...faults);
  return thrownBy(send(connectorTo(at(post.port))));
};

describe('the e-mail connector, with a real mail server', () => {
  itIsAConnector(async () => {
    const other = await mailServer();
    return { ...other, connector: connectorTo(at(other.port)) };
  }, 'at-least-once');

  it('carries the files of a request, each under its name', async () => {
    const files = [
      attached({ name: 'Nodyn Siân.pdf' }),
      attached({ id: 'b'.repeat(64), name: 'IMG_1.jpg', type: 'image/jpeg' }),
    ];
    const readFile = async (id: string) =>
      id.startsWith('a') ? aPdf('a page') : aJpeg('a photo of it');
    await send(connectorTo(at(post.port), { readFile }), 5_000, { files });

    const body = post.mails[0]!.body;
    for (const bytes of [aPdf('a page'), aJpeg('a photo of it')])
      expect(body).toContain(Buffer.from(bytes).toString('base64').replace(/=+$/, ''));
    expect(body).toMatch(/Content-Type: image\/jpeg; name=IMG_1\.jpg/);
    expect(body).toMatch(/Content-Disposition: attachment/);
  });

  it('sends nothing where what is in a file is gone', async () => {
    const error = await thrownBy(send(connectorTo(at(post.port)), 5_000, { files: [attached()] }));

    expect(error).toBeInstanceOf(Refused);
    expect(post.mails).toEqual([]);
  });

  it('writes a mail that people services can work', async () => {
    expect(await send(connectorTo(at(post.port)))).toEqual({ reference: 'PS-7F3K9Q' });

    const [mail] = post.mails;
    expect(Object.fromEntries(mail!.headers)).toMatchObject({
      from: 'assistant@people.example',
      to: 'office@orchard-street.example',
      'reply-to': 'ana.pires@fellbridge.example',
      subject: 'Book annual leave (PS-7F3K9Q)',
      'message-id': '<PS-7F3K9Q.people-services-assistant@people.example>',
      'auto-submitted': 'auto-generated',
    });
    expect(mail).toMatchObject({ encrypted: true, to: ['office@orchard-street.example'] });
    expect(mail!.body.trim()).toBe(
      `Annual leave, 31 March to 4 April 2027, 22.5 hours.

Reference: PS-7F3K9Q
Service: Book annual leave
Asked by: Ana Pires (ana)
E-mail: ana.pires@fellbridge.example
Employer: Fellbridge Hospitals
Post: post-1
Confirmed (UTC): 2027-01-05T12:00:00.000Z
Usual time: 5 working days

firstDay: 2027-03-31
lastDay: 2027-04-04
hours: 22.5

Two mails with this reference are one request.`,
    );
  });

  it('says who approved it, where somebody has', async () => {
    const approval = { by: 'Zoë Adeyemi', at: '2027-01-05T11:30:00.000Z' };
    const describe = async () => ({ ...(await describeRequest()), approval });
    await send(connectorTo(at(post.port), { describe }));

    expect(post.mails[0]!.body).toContain(
      'Approved by: Zoë Adeyemi, 2027-01-05T11:30:00.000Z (UTC)',
    );
  });

  it('says who sent it for them by phone, and what the policies say of it, in plain text', async () => {
    const byPhone = { call: 'HP-4K7M2Q', helper: 'fern-lacey', name: 'Fern Lacey' };
    await send(connectorTo(at(post.port)), 5_000, { byPhone, warnings: someWarnings });

    expect(post.mails[0]!.body).toContain('By phone, through: Fern Lacey');
    expect(post.mails[0]!.body).toContain(`hours: 22.5

What the policies say of it, in the words for who asked:
- Give at least 21 days of notice. [1]
[1] Unpaid parental leave: How much notice to give

Two mails`);
  });

  it('says nothing in the subject of a private service, nor of whom it is from', async () => {
    const describe = async () => ({ ...(await describeRequest()), isPrivate: true });
    await send(connectorTo(at(post.port), { describe }));

    expect(post.mails[0]!.headers.get('subject')).toBe('A request to people services (PS-7F3K9Q)');
  });

  it('takes no header out of what somebody wrote', async () => {
    const describe = async () => ({
      ...(await describeRequest()),
      serviceTitle: 'Leave\r\nBcc: thief@elsewhere.example',
    });
    await send(connectorTo(at(post.port), { describe }));

    expect([...post.mails[0]!.headers.keys()]).not.toContain('bcc');
    expect(post.mails[0]!.to).toEqual(['office@orchard-street.example']);
  });

  it.each<MailFault>(['silent-after-the-work', 'cut-after-the-work'])(
    'sends the same mail again where the server is %s',
    async (fault) => {
      const connector = connectorTo(at(post.port));
      post.script(fault);

      expect(await thrownBy(send(connector, 500))).toBeInstanceOf(TryLater);
      expect(await send(connector)).toEqual({ reference: 'PS-7F3K9Q' });
      const ids = post.mails.map(({ headers }) => headers.get('message-id'));
      expect(ids).toEqual([ids[0], ids[0]]);
    },
  );

  it('waits for a server that is slow', async () => {
    post.script({ slowMs: 300 });

    expect(await send(connectorTo(at(post.port)))).toEqual({ reference: 'PS-7F3K9Q' });
  });

  it.each<MailFault>([
    { at: 'RCPT TO', status: 550 },
    { at: 'DATA', status: 552 },
    { at: 'DATA', status: 554 },
  ])('is refused for good by %j', async (fault) => {
    expect(await thrownAfter(fault)).toBeInstanceOf(Refused);
    expect(post.mails).toEqual([]);
  });

  it.each<MailFault>([
    { at: 'MAIL FROM', status: 451 },
    { at: 'RCPT TO', status: 450 },
    { at: 'DATA', status: 452 },
    { at: 'MAIL FROM', status: 530 },
    { at: 'MAIL FROM', status: 553 },
  ])('tries again later after %j', async (fault) => {
    expect(await thrownAfter(fault)).toBeInstanceOf(TryLater);
    expect(post.mails).toEqual([]);
  });

  it('says nothing in its errors of what was asked or by whom', async () => {
    const words = String(await thrownAfter({ at: 'RCPT TO', status: 550 }));

    expect(words).toContain('practice-office: the mail server answered 550');
    expect(words).not.toMatch(/Ana|leave|fellbridge|orchard/i);
  });
});

describe('the mail server of the e-mail connector', () => {
  it('is spoken to encrypted from the start where the settings say so', async () => {
    const other = await mailServer({ tls: 'at-once' });
    await send(connectorTo(at(other.port, { security: 'tls' })));

    expect(other.mails).toMatchObject([{ encrypted: true }]);
    await other.close();
  });

  it('gets nothing, not even the password, where it does not encrypt', async () => {
    const other = await mailServer({ tls: 'none' });

    const error = await thrownBy(send(connectorTo(at(other.port))));

    expect(error).toBeInstanceOf(TryLater);
    expect(String(error)).toContain('SMTP_SECURITY');
    expect([...other.mails, ...other.logins]).toEqual([]);
    await other.close();
  });

  it('may do without on this machine, and is spoken to encrypted where it offers it', async () => {
    const bare = await mailServer({ tls: 'none' });
    await send(connectorTo(at(bare.port, { security: 'if-offered' })));
    await send(connectorTo(at(post.port, { security: 'if-offered' })));

    expect(bare.mails).toMatchObject([{ encrypted: false }]);
    expect(post.mails).toMatchObject([{ encrypted: true }]);
    await bare.close();
  });

  it('gets nothing where its certificate is not to be trusted', async () => {
    const error = await thrownBy(send(connectorTo(at(post.port, { ca: rootCertificates[0]! }))));

    expect(error).toBeInstanceOf(TryLater);
    expect(String(error)).toContain('its certificate');
    expect([...post.mails, ...post.logins]).toEqual([]);
  });

  it('is tried again later where it does not let us in, with what to look at', async () => {
    const login = { ...LOGIN, password: 'wrong' };

    const error = await thrownBy(send(connectorTo(at(post.port, { login }))));

    expect(error).toBeInstanceOf(TryLater);
    expect(String(error)).toContain('answered 535: check SMTP_USER and SMTP_PASSWORD');
  });

  it('is tried again later where nobody listens', async () => {
    const gone = await mailServer();
    await gone.close();

    const error = await thrownBy(send(connectorTo(at(gone.port))));

    expect(error).toBeInstanceOf(TryLater);
    expect(String(error)).toContain('could not be reached');
  });
});
