/** The mail server of the settings: for requests that go to a mailbox, and for mails to staff. */
import type { MailServer } from '../dialogs/dispatch/connectors/mail-server';
import type { Config } from './config';

type Settings = Pick<
  Config,
  'SMTP_HOST' | 'SMTP_PORT' | 'SMTP_SECURITY' | 'SMTP_USER' | 'SMTP_PASSWORD' | 'SMTP_FROM'
>;

/** @returns undefined where none is set */
export function mailServerOf(config: Settings): MailServer | undefined {
  const { SMTP_HOST: host, SMTP_FROM: from, SMTP_USER: user, SMTP_PASSWORD: password } = config;
  if (host === undefined || from === undefined) return undefined;
  const login = user === undefined || password === undefined ? {} : { login: { user, password } };
  return { host, port: config.SMTP_PORT, security: config.SMTP_SECURITY, from, ...login };
}
