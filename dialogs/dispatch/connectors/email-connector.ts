/**
 * Delivers by e-mail, to a receiving service that has no interface.
 *
 * At least once: a mail server cannot be asked what it has. A mail that is sent again carries the
 * same reference in its subject and the same Message-ID, so that a mail system, or whoever reads
 * it, can tell that it is the same request.
 */
import type { Request } from '../../request';
import type { Connector } from '../connector';
import type { Description } from '../description';
import { type Facts, factsOf } from '../facts';
import { filesOf, type ReadFile } from '../files-of';
import type { EmailMapping } from './email-mapping';
import { fillText } from './fill';
import type { MailServer } from './mail-server';
import { sendMail } from './send-mail';

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
        to: mapping.to,
        id: key,
        ...mailOf(facts),
        attachments: await attachmentsOf(request, readFile),
      };
      await sendMail({ name, server, toCheck: 'SMTP_FROM, and "to" in its file' }, mail, signal);
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

const mailOf = (facts: Facts) => ({
  subject: String(facts.subject),
  // An answer goes to whoever asked; an automatic one goes to nobody.
  ...(facts.requesterEmail === undefined ? {} : { replyTo: String(facts.requesterEmail) }),
  text: LINES.flatMap((line) => fillText(line, facts) ?? []).join('\n'),
});
