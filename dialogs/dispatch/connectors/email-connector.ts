/**
 * Delivers by e-mail, to a receiving service that has no interface.
 *
 * At least once: a mail server cannot be asked what it has. A mail that is sent again carries the
 * same reference in its subject and the same Message-ID, so that a mail system, or whoever reads
 * it, can tell that it is the same request.
 */
import { z } from 'zod';
import type { Request, RequestId } from '../../request';
import { type Connector, Refused, TryLater } from '../connector';
import type { Description } from '../description';
import { type Facts, factsOf } from '../facts';
import { filesOf, type ReadFile } from '../files-of';
import type { EmailMapping } from './email-mapping';
import { fillText } from './fill';
import { type MailServer, mailTransport } from './mail-server';

export interface EmailConnectorOptions {
  /** As routes name it. */
  readonly name: string;
  readonly mapping: EmailMapping;
  readonly server: MailServer;
  readonly describe: (request: Request) => Promise<Description>;
  readonly readFile: ReadFile;
}

export function emailConnector({
  name,
  mapping,
  server,
  describe,
  readFile,
}: EmailConnectorOptions): Connector {
  return {
    async send({ request }, key, signal) {
      const facts = factsOf(request, await describe(request));
      const mail = {
        from: server.from,
        to: mapping.to,
        ...mailOf(facts, key, server.from),
        attachments: await attachmentsOf(request, readFile),
      };
      const transport = await mailTransport(server);
      try {
        await transport.sendMail({ ...mail, signal });
      } catch (error) {
        throw trouble(name, error, signal);
      }
      return { reference: key };
    },
  };
}

async function attachmentsOf(request: Request, readFile: ReadFile) {
  const attachments = [];
  for await (const { name, type, bytes } of filesOf(request, readFile)) {
    const content = Buffer.from(bytes);
    attachments.push({ filename: name, contentType: type, content });
  }
  return attachments;
}

/** A line is left out where a fact of it is not known. */
const LINES = [
  '{summary}',
  '',
  'Reference: {key}',
  'Service: {serviceTitle}',
  'Asked by: {requesterName} ({requesterId})',
  'E-mail: {requesterEmail}',
  'By phone, through: {helpedBy}',
  'About: {onBehalfOf}',
  'Employer: {organisationName}',
  'Post: {post}',
  'Confirmed (UTC): {confirmedAt}',
  'Approved by: {approvedBy}, {approvedAt} (UTC)',
  'Usual time: {serviceLevelDays} working days',
  'They were told to expect it by: {expectedBy}',
  '',
  '{details}',
  '',
  'Two mails with this reference are one request.',
];

const mailOf = (facts: Facts, key: RequestId, from: string) => ({
  subject: String(facts.subject),
  messageId: `<${key}.people-services-assistant@${from.slice(from.lastIndexOf('@') + 1)}>`,
  // An answer goes to whoever asked; an automatic one goes to nobody.
  ...(facts.requesterEmail === undefined ? {} : { replyTo: String(facts.requesterEmail) }),
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  text: LINES.flatMap((line) => fillText(line, facts) ?? []).join('\n'),
});

/** What nodemailer tells of a failure. Its words are not read: servers repeat addresses in them. */
const Failure = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  syscall: z.string().optional(),
});

/** What is wrong with us and not with the mail. */
const NOT_LET_IN = new Set([530, 534, 535, 538]);

function trouble(name: string, error: unknown, signal: AbortSignal): Error {
  const { code = '', responseCode: status, syscall } = Failure.safeParse(error).data ?? {};
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
  const isAboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return status >= 500 && isAboutTheMail
    ? new Refused(`${answered}: it will not take this mail. Check SMTP_FROM, and "to" in its file.`)
    : new TryLater(`${answered}.`);
}
