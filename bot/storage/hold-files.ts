/** Which files a draft or a request holds, written in the transaction that saves it. */
import type { AttachedFile } from '../../dialogs';
import type { Tx } from './tables';

type Files = readonly AttachedFile[];

/** @param files all that it holds now; undefined where it never had any */
export async function holdFiles(
  tx: Tx,
  holder: string,
  files: Files | undefined,
  at: Date,
): Promise<void> {
  if (files === undefined) return;
  const ids = files.map(({ id }) => id);
  await tx
    .updateTable('attachment')
    .set({ released: 1 })
    .where('holder', '=', holder)
    .$if(ids.length > 0, (query) => query.where('file', 'not in', ids))
    .execute();
  if (ids.length === 0) return;
  await tx
    .insertInto('attachment')
    .values(ids.map((file) => ({ file, holder, at: at.toISOString(), released: 0 })))
    .onConflict((conflict) => conflict.columns(['file', 'holder']).doUpdateSet({ released: 0 }))
    .execute();
}

/** A draft ends; what became of it holds its files itself. */
export async function releaseFiles(tx: Tx, holder: string): Promise<void> {
  await tx.updateTable('attachment').set({ released: 1 }).where('holder', '=', holder).execute();
}

/** Files that came in and that nothing takes: nobody waits for them to grow old. */
export async function dropFiles(tx: Tx, files: readonly string[], at: Date): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto('attachment')
    .values(files.map((file) => ({ file, holder: '', at: at.toISOString(), released: 1 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
