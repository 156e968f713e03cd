/** One mail, handed to the mail server; and in plain words why it was not taken. */
import { z } from 'zod';
import { Refused, TryLater } from '../connector';
import { type MailServer, mailTransport } from './mail-server';

export interface Sender {
  /** Whom an error names. */
  readonly name: string;
  readonly server: MailServer;
  /** What whoever runs the assistant looks at where a mail is refused. */
  readonly toCheck: string;
}

export interface OutgoingMail {
  readonly to: string;
  /** Its own: sent again it is the same mail, as its Message-ID tells. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly replyTo?: string;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Buffer;
  }[];
}

/** Nobody's out-of-office answers it. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/**
 * @throws Refused where the mail server will never take it
 * @throws TryLater where a later try may work; the server may have it all the same
 */
export async function sendMail(
  sender: Sender,
  { id, attachments = [], ...mail }: OutgoingMail,
  signal: AbortSignal,
): Promise<void> {
  const { from } = sender.server;
  const messageId = `<${id}.people-services-assistant@${from.slice(from.lastIndexOf('@') + 1)}>`;
  const transport = await mailTransport(sender.server);
  try {
    await transport.sendMail({
      from,
      ...mail,
      messageId,
      headers: AUTOMATIC,
      attachments: [...attachments],
      signal,
    });
  } catch (error) {
    throw trouble(sender, error, signal);
  }
}

/** What nodemailer tells of a failure. Its words are not read: servers repeat addresses in them. */
const Failure = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  syscall: z.string().optional(),
  /** Of SMTP, such as `RCPT TO`. */
  command: z.string().optional(),
});

/** What is wrong with us and not with the mail. */
const NOT_LET_IN = new Set([530, 534, 535, 538]);

function trouble({ name, toCheck }: Sender, error: unknown, signal: AbortSignal): Error {
  const { code = '', command, responseCode: status, syscall } = Failure.safeParse(error).data ?? {};
  const answered = `${name}: the mail server answered ${status ?? code}`;
  if (signal.aborted) {
    return new TryLater(
      `${name}: the mail server took too long. It may have the mail all the same.`,
    );
  }
  if (code === 'EAUTH' || code === 'ENOAUTH' || (status !== undefined && NOT_LET_IN.has(status))) {
    return new TryLater(`${answered}: check SMTP_USER and SMTP_PASSWORD.`);
  }
  if (syscall !== 'connect' && (code === 'ETLS' || code === 'ESOCKET')) {
    return new TryLater(
      `${name}: no encrypted connection to the mail server could be made. ` +
        'Check SMTP_HOST, SMTP_PORT and SMTP_SECURITY, and its certificate.',
    );
  }
  if (status === undefined) {
    return new TryLater(
      `${name}: the mail server could not be reached (${code}). Check SMTP_HOST and SMTP_PORT.`,
    );
  }
  // A sender that is refused is a setting of ours; only a receiver that is refused is final.
  const isAboutTheMail = (code === 'EENVELOPE' && command !== 'MAIL FROM') || code === 'EMESSAGE';
  return status >= 500 && isAboutTheMail
    ? new Refused(`${answered}: it will not take this mail. Check ${toCheck}.`)
    : new TryLater(`${answered}.`);
}
