/** Sends at most one mail. Safe to run in several processes, and to lose at any line. */
import { MAX_FAILURES, pauseAfter } from '../../dialogs';
import type { Directory } from '../directory/directory';
import { mailWording } from '../wording-mail';
import type { MailDue, MailNotices, MailTerms } from './mail-notices';

/** @returns why it was not taken, in words without personal data; undefined where it was */
export type SendMail = (
  mail: {
    readonly to: string;
    readonly id: string;
    readonly subject: string;
    readonly text: string;
  },
  signal: AbortSignal,
) => Promise<{ readonly kind: 'refused' | 'later'; readonly reason: string } | undefined>;

export interface MailTools {
  readonly mails: Omit<MailNotices, 'seen'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly send: SendMail;
  readonly terms: MailTerms;
  /** Where people sign in. */
  readonly chatUrl: string;
  readonly clock: () => Date;
  /** From 0 to 1. */
  readonly chance: () => number;
}

export type MailProgress =
  | { readonly kind: 'idle' | 'sent' | 'no-address' }
  | { readonly kind: 'retrying' | 'given-up'; readonly reason: string };

/** Well within the loan. */
const SEND_LIMIT_MS = 10_000;

export async function sendNextMail(tools: MailTools): Promise<MailProgress> {
  const { mails, directory, send, terms, chatUrl, clock } = tools;
  const due = await mails.claim(clock(), terms);
  if (due === undefined) return { kind: 'idle' };
  const to = (await directory.person(due.person))?.email;
  if (to === undefined) {
    await mails.giveUp(due, clock(), 'no address');
    return { kind: 'no-address' };
  }
  const mail = { to, id: due.mail, ...mailWording.news(chatUrl) };
  const trouble = await send(mail, AbortSignal.timeout(SEND_LIMIT_MS));
  if (trouble !== undefined) return setAside(tools, due, trouble);
  await mails.sent(due, clock());
  return { kind: 'sent' };
}

async function setAside(
  { mails, clock, chance }: MailTools,
  due: MailDue,
  { kind, reason }: { readonly kind: 'refused' | 'later'; readonly reason: string },
): Promise<MailProgress> {
  const now = clock();
  if (kind === 'refused' || due.attempts + 1 >= MAX_FAILURES) {
    await mails.giveUp(due, now, reason);
    return { kind: 'given-up', reason };
  }
  const when = new Date(now.getTime() + pauseAfter(due.attempts, undefined, chance()));
  await mails.retryAt(due, when, reason);
  return { kind: 'retrying', reason };
}
