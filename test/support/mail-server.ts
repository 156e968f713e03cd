/** A real SMTP server on a loopback port. It keeps what it takes, and misbehaves as the script says. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { CERTIFICATE, KEY } from '../fakes/localhost-certificate';

export const LOGIN = { user: 'people-services', password: 'a-secret-of-the-mail-server' };

export interface Mail {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** Whether it came encrypted. */
  readonly encrypted: boolean;
  /** Who is in its envelope. */
  readonly to: readonly string[];
}

export type MailFault =
  /** Answers this to that command; the mail is not taken. */
  | { readonly at: 'MAIL FROM' | 'RCPT TO' | 'DATA'; readonly status: number }
  /** Takes the mail, and then never answers, or cuts the line. */
  | 'silent-after-the-work'
  | 'cut-after-the-work'
  | { readonly slowMs: number };

export interface MailServerInTest {
  readonly port: number;
  readonly mails: readonly Mail[];
  /** Who tried to log in. */
  readonly logins: readonly string[];
  readonly script: (...faults: readonly MailFault[]) => void;
  /** The references of the mails, as their Message-IDs tell them. */
  held(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function mailServer({
  tls = 'starttls',
}: { readonly tls?: 'starttls' | 'at-once' | 'none' } = {}): Promise<MailServerInTest> {
  const mails: Mail[] = [];
  const faults: MailFault[] = [];
  const logins: string[] = [];

  /** The next fault, where it is one of this command. */
  function refusalAt(at: 'MAIL FROM' | 'RCPT TO' | 'DATA'): Error | undefined {
    const [next] = faults;
    if (typeof next !== 'object' || !('at' in next) || next.at !== at) return undefined;
    faults.shift();
    const said = `Ana Pires <ana.pires@fellbridge.example> may not: book annual leave`;
    return Object.assign(new Error(said), { responseCode: next.status });
  }

  const server = new SMTPServer({
    secure: tls === 'at-once',
    key: KEY,
    cert: CERTIFICATE,
    disabledCommands: tls === 'none' ? ['STARTTLS'] : [],
    allowInsecureAuth: tls === 'none',
    logger: false,
    onAuth: ({ username = '', password }, _, done) => {
      logins.push(username);
      const isLetIn = username === LOGIN.user && password === LOGIN.password;
      done(isLetIn ? null : new Error('Invalid login'), isLetIn ? { user: username } : undefined);
    },
    onMailFrom: (_, __, done) => {
      done(refusalAt('MAIL FROM'));
    },
    onRcptTo: (_, __, done) => {
      done(refusalAt('RCPT TO'));
    },
    onData: (stream, { secure, envelope }, done) => {
      void textOf(stream).then((text) => {
        const refused = refusalAt('DATA');
        if (refused !== undefined) {
          done(refused);
          return;
        }
        mails.push({
          ...parts(text),
          encrypted: secure,
          to: envelope.rcptTo.map(({ address }) => address),
        });
        const fault = faults.shift();
        if (fault === 'silent-after-the-work') return;
        if (fault === 'cut-after-the-work') {
          for (const connection of server.connections) connection.close();
          return;
        }
        const wait = typeof fault === 'object' && 'slowMs' in fault ? fault.slowMs : 0;
        setTimeout(done, wait);
      });
    },
  });
  // A client that goes away, or does not trust us, is no failure of the test.
  server.on('error', () => undefined);

  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port, // a TCP server has a port
    mails,
    logins,
    script: (...next) => {
      faults.push(...next);
    },
    held: async () =>
      mails.map(({ headers }) => /^<(PS-[^.]+)\./.exec(headers.get('message-id') ?? '')?.[1] ?? ''),
    close: () =>
      new Promise((resolve) => {
        for (const connection of server.connections) connection.close();
        server.close(resolve);
      }),
  };
}

async function textOf(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer); // no encoding is set
  return Buffer.concat(chunks).toString('utf8');
}

function parts(text: string): Pick<Mail, 'headers' | 'body'> {
  const end = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { headers, body: plain(text.slice(end + 4)) };
}

/** Quoted-printable undone. */
const plain = (body: string): string =>
  Buffer.from(
    body
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  )
    .toString('utf8')
    .replaceAll('\r\n', '\n');
