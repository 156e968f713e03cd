/** Deletes requests that ended long ago, with all that was written beside them. What was counted of them stays. */
import type { Kysely } from 'kysely';
import { RequestEvent } from '../../dialogs';
import { deleteInteractions } from './delete-interactions';
import { releaseFiles } from './hold-files';
import { stored } from './stored';
import type { AssistantTables, Tx } from './tables';

const STEP = 100;
const BESIDE = ['request_event', 'task', 'delivery', 'request_answer', 'open_request'] as const;

/**
 * A request is as old as the last thing that happened to it. What still waits, for a decision or
 * for its delivery, is not old.
 *
 * @returns how many went
 */
export async function deleteRequestsBefore(
  db: Kysely<AssistantTables>,
  before: string,
): Promise<number> {
  for (let gone = 0, after = 0; ;) {
    const step = await db.transaction().execute(async (tx) => {
      const looked = await settledAfter(tx, after);
      const old = await withoutNews(tx, looked, before);
      for (const { id, draft } of old) await deleteRequest(tx, id, draft);
      return { looked, gone: old.length };
    });
    gone += step.gone;
    after = step.looked.at(-1)?.sequence ?? after;
    if (step.looked.length < STEP) return gone;
  }
}

interface Settled {
  readonly sequence: number;
  readonly id: string;
  readonly draft: string;
}

const settledAfter = (tx: Tx, after: number): Promise<Settled[]> =>
  tx
    .selectFrom('request')
    .leftJoin('delivery', (join) =>
      join.onRef('delivery.request', '=', 'request.id').on('delivery.state', '<>', 'settled'),
    )
    .leftJoin('task', (join) =>
      join.onRef('task.request', '=', 'request.id').on('task.state', '=', 'open'),
    )
    .select(['request.sequence', 'request.id', 'request.draft'])
    .where('request.sequence', '>', after)
    .where('delivery.request', 'is', null)
    .where('task.request', 'is', null)
    .orderBy('request.sequence')
    .limit(STEP)
    .execute();

async function withoutNews(
  tx: Tx,
  requests: readonly Settled[],
  before: string,
): Promise<readonly Settled[]> {
  if (requests.length === 0) return [];
  const events = await tx
    .selectFrom('request_event')
    .select(['request', 'body'])
    .where(
      'request',
      'in',
      requests.map(({ id }) => id),
    )
    .execute();
  const since = new Date(before);
  const isNew = ({ body }: { readonly body: string }): boolean =>
    new Date(stored('event', RequestEvent, body).at) >= since;
  const busy = new Set(events.filter(isNew).map(({ request }) => request));
  return requests.filter(({ id }) => !busy.has(id));
}

export async function deleteRequest(tx: Tx, id: string, draft: string): Promise<void> {
  await releaseFiles(tx, id);
  for (const table of BESIDE) await tx.deleteFrom(table).where('request', '=', id).execute();
  await tx.deleteFrom('request').where('id', '=', id).execute();
  await deleteInteractions(tx, [draft]);
}
