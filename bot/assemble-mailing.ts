/** Mails to people without Teams, on their adapters: the mail server of the settings, and the web chat they lead to. */
import type { Loop } from '../dialogs';
import { Refused, TryLater } from '../dialogs/dispatch/connector';
import type { MailServer } from '../dialogs/dispatch/connectors/mail-server';
import { sendMail } from '../dialogs/dispatch/connectors/send-mail';
import { mailServerOf } from './assemble-mail-server';
import type { Config } from './config';
import type { Directory } from './directory/directory';
import type { Log } from './log';
import type { MailNotices } from './mail/mail-notices';
import type { SendMail } from './mail/send-next-mail';
import { startMailing } from './mail/start-mailing';
import { signInOf } from './sign-in-of';

const MINUTE = 60_000;

/** Nobody is asked to sign in where they cannot. */
export const sendsMails = (config: Config): boolean =>
  config.MAIL_NEWS_AFTER_MINUTES > 0 &&
  mailServerOf(config) !== undefined &&
  signInOf(config) !== 'off';

interface MailingParts {
  readonly mails: MailNotices;
  readonly directory: Directory;
  readonly port: number;
  readonly log: Log;
  readonly clock: () => Date;
}

/** @returns nothing where none are sent */
export function startMailingOf(config: Config, parts: MailingParts): Loop[] {
  const server = mailServerOf(config);
  if (server === undefined || !sendsMails(config)) return [];
  const { log, port, ...tools } = parts;
  const chatUrl = new URL('/chat', config.PUBLIC_URL ?? `http://localhost:${port}`).href;
  const terms = {
    afterMs: config.MAIL_NEWS_AFTER_MINUTES * MINUTE,
    quietMs: config.MAIL_NEWS_QUIET_HOURS * 60 * MINUTE,
  };
  return [
    startMailing({ ...tools, send: sendBy(server), terms, chatUrl, chance: Math.random }, log),
  ];
}

/** What else goes wrong is a fault of ours; the loan lapses, and the same mail is tried again. */
export const sendBy =
  (server: MailServer): SendMail =>
  async (mail, signal) => {
    const toCheck = 'SMTP_FROM, and the address in people.csv';
    try {
      await sendMail({ name: 'mail-notice', server, toCheck }, mail, signal);
      return undefined;
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', reason: error.message };
      if (error instanceof TryLater) return { kind: 'later', reason: error.message };
      throw error;
    }
  };
