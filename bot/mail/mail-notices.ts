/**
 * Mails to people without Teams: that there is news for them in the web chat, and no more.
 *
 * Who was told nothing in Teams waits for a mail from the moment their notice was written, in its
 * transaction. Whoever reads the notice in the web chat first gets none; and however much news
 * there is, one mail goes out in each quiet period. At least once: a mail that is sent again after
 * a crash has the same id.
 */
import type { PersonId } from '../directory/directory';

export interface MailDue {
  readonly person: PersonId;
  /** The same each time this mail is tried. */
  readonly mail: string;
  /** How often it failed before, or was lost with whoever held it. */
  readonly attempts: number;
}

export interface MailTerms {
  /** How long somebody has to read their news before they are mailed. */
  readonly afterMs: number;
  /** From one mail to the next. */
  readonly quietMs: number;
}

export interface MailNotices {
  /** Lends the mail that has been due for longest; an unsettled loan lapses. */
  claim(now: Date, terms: MailTerms): Promise<MailDue | undefined>;
  /** Resolves when it is on disk, so that a process that dies now does not send it again. */
  sent(due: MailDue, now: Date): Promise<void>;
  retryAt(due: MailDue, when: Date, reason: string): Promise<void>;
  /** There is no address, or nobody there takes it: the news stays in the web chat. */
  giveUp(due: MailDue, now: Date, reason: string): Promise<void>;
  /** They have before them what was said to them up to this number. */
  seen(person: PersonId, sequence: number): Promise<void>;
}

/** Longer than a mail server may take, so that no two workers have one mail. */
export const MAIL_LOAN_MS = 60_000;
