/** Mails to people without Teams: lending one moves the moment before which it is not tried. */
import { sql, type Kysely, type UpdateQueryBuilder, type UpdateResult } from 'kysely';
import { MAIL_LOAN_MS, type MailDue, type MailNotices, type MailTerms } from '../mail/mail-notices';
import { takeUnlocked } from './dialect';
import type { AssistantTables, Tx } from './tables';
import type { WriteTogether } from './write-together';

type Db = Kysely<AssistantTables>;

export const mailNotices = (db: Db, write: WriteTogether, newId: () => string): MailNotices => ({
  async claim(now, terms) {
    // A mark that they have read it may still wait to be written.
    await write.flush();
    return claim(db, now, terms, newId());
  },

  async sent(due, now) {
    await settled(db, due)
      .set({ waiting_since: null, mailed_at: now.toISOString(), mail: null, attempts: 0 })
      .set({ due_at: null, trouble: null })
      .execute();
  },

  async retryAt(due, when, reason) {
    await settled(db, due).set({ due_at: when.toISOString(), trouble: reason }).execute();
  },

  async giveUp(due, now, reason) {
    await settled(db, due)
      // As after a mail: who cannot be reached is not tried anew for each piece of news.
      .set({ waiting_since: null, mailed_at: now.toISOString(), mail: null, attempts: 0 })
      .set({ due_at: null, trouble: reason })
      .execute();
  },

  async seen(person, sequence) {
    // Asked with each thing that somebody does in the web chat: seldom is there anything to write.
    const waits = await db
      .selectFrom('mail_notice')
      .select('newest')
      .where('person', '=', person)
      .where('waiting_since', 'is not', null)
      .where('newest', '<=', sequence)
      .executeTakeFirst();
    if (waits === undefined) return;
    await write.lightly((tx) =>
      tx
        .updateTable('mail_notice')
        .set({ waiting_since: null })
        .where('person', '=', person)
        .where('waiting_since', 'is not', null)
        .where('newest', '<=', sequence)
        .execute(),
    );
  },
});

/** Whoever lost a loan, or was late, changes nothing. */
const settled = (
  db: Db,
  { person, mail }: MailDue,
): UpdateQueryBuilder<AssistantTables, 'mail_notice', 'mail_notice', UpdateResult> =>
  db.updateTable('mail_notice').where('person', '=', person).where('mail', '=', mail);

async function claim(
  db: Db,
  now: Date,
  { afterMs, quietMs }: MailTerms,
  id: string,
): Promise<MailDue | undefined> {
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString();
  const lent = await db
    .with('next', (cte) =>
      takeUnlocked(
        db,
        cte
          .selectFrom('mail_notice')
          .select('person')
          .where('waiting_since', '<=', before(afterMs))
          .where('stopped_at', 'is', null)
          .where((eb) =>
            eb.or([eb('mailed_at', 'is', null), eb('mailed_at', '<=', before(quietMs))]),
          )
          .where((eb) => eb.or([eb('due_at', 'is', null), eb('due_at', '<=', now.toISOString())]))
          .orderBy('waiting_since')
          .limit(1),
      ),
    )
    .updateTable('mail_notice')
    .set((eb) => ({
      due_at: new Date(now.getTime() + MAIL_LOAN_MS).toISOString(),
      mail: eb.fn.coalesce('mail', eb.val(id)),
      attempts: eb('attempts', '+', 1),
    }))
    .where('person', 'in', (eb) => eb.selectFrom('next').select('next.person'))
    .returning(['person', 'mail', 'attempts'])
    .executeTakeFirst();
  return lent?.mail == null
    ? undefined
    : { person: lent.person, mail: lent.mail, attempts: lent.attempts - 1 };
}

/** In the transaction of their news. */
export async function awaitMail(
  tx: Tx,
  { person, newest, at }: { person: string; newest: number; at: string },
): Promise<void> {
  /** What was tried before is another mail where nothing was waited for. */
  const anew = <T>(column: 'mail' | 'due_at' | 'attempts', fresh: T) =>
    sql<T>`case when mail_notice.waiting_since is null then ${fresh} else mail_notice.${sql.ref(column)} end`;
  await tx
    .insertInto('mail_notice')
    .values({ person, newest, waiting_since: at, attempts: 0 })
    .onConflict((conflict) =>
      conflict.column('person').doUpdateSet((eb) => ({
        newest,
        waiting_since: eb.fn.coalesce('mail_notice.waiting_since', eb.val(at)),
        mail: anew<string | null>('mail', null),
        due_at: anew<string | null>('due_at', null),
        attempts: anew('attempts', 0),
      })),
    )
    .execute();
}

/** Nothing is left that they could read. */
export const readAll = (tx: Tx, person: string): Promise<unknown> =>
  tx.updateTable('mail_notice').set({ waiting_since: null }).where('person', '=', person).execute();

/** What they have not read is not mailed about any more where they want no mails. */
export async function wantMails(tx: Tx, person: string, wanted: boolean, at: Date): Promise<void> {
  const stopped_at = wanted ? null : at.toISOString();
  const forgotten = wanted ? {} : { waiting_since: null };
  await tx
    .insertInto('mail_notice')
    .values({ person, attempts: 0, stopped_at })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ stopped_at, ...forgotten }))
    .execute();
}
