/** Erases what is kept of somebody who has left. */
import type { Kysely } from 'kysely';
import { hasEnded } from '../../dialogs';
import type { Leavers } from '../own-data/leavers';
import { deleteRequest } from './delete-requests';
import { forgetPerson } from './erase-words';
import { withEvents } from './request-events';
import { scrub } from './scrub';
import type { AssistantTables, Tx } from './tables';

export const leavers = (db: Kysely<AssistantTables>): Leavers => ({
  async erase(person, organisations, now) {
    const done = await db.transaction().execute(async (tx) => {
      if (!(await isOf(tx, person, organisations))) return undefined;
      await forgetPerson(tx, person, null, now);
      // Whether they wanted mails is a wish of somebody who still works here.
      await tx.deleteFrom('mail_notice').where('person', '=', person).execute();
      return deleteEnded(tx, person);
    });
    if (done !== undefined) await scrub(db);
    return done;
  },
});

/** Of a stranger, who has no organisation, nothing is anybody's to erase. */
async function isOf(tx: Tx, person: string, organisations: readonly string[]): Promise<boolean> {
  const rows = [
    ...(await tx
      .selectFrom('conversation')
      .select('organisation')
      .distinct()
      .where('person', '=', person)
      .where('organisation', 'is not', null)
      .execute()),
    ...(await tx
      .selectFrom('request')
      .select('organisation')
      .distinct()
      .where('person', '=', person)
      .execute()),
  ];
  return (
    rows.length > 0 && rows.every(({ organisation }) => organisations.includes(organisation ?? ''))
  );
}

/** What still waits, for a decision or for its delivery, has not ended. */
async function deleteEnded(tx: Tx, person: string) {
  const rows = await tx
    .selectFrom('request')
    .leftJoin('delivery', (join) =>
      join.onRef('delivery.request', '=', 'request.id').on('delivery.state', '<>', 'settled'),
    )
    .selectAll('request')
    .select('delivery.request as waits')
    .where('request.person', '=', person)
    .orderBy('request.sequence')
    .execute();
  const followed = await withEvents(tx, rows);
  const ended = rows.filter(({ waits }, index) => {
    const one = followed[index];
    return waits === null && one !== undefined && hasEnded(one);
  });
  for (const { id, draft } of ended) await deleteRequest(tx, id, draft);
  return { requests: ended.length, open: rows.length - ended.length };
}
