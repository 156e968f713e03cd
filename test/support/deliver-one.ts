/**
 * A program that delivers one request from the database at a path to the desk at an address.
 * With `hang` it stops between the sending and the settling, for the test to kill it there.
 */
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { deskConnector } from '../../dialogs/dispatch/connectors/desk-connector';
import { deliverNext } from '../../dialogs/dispatch/deliver-next';
import { DESK_SECRET, describeRequest } from './open-desk';
import { nothingKept } from './some-files';

async function main([file = '', url = '', now = '', mode = '']: readonly string[]): Promise<void> {
  const db = await openDatabase<AssistantTables>({ kind: 'file', path: file }, migrations);
  const { outbox } = createStores(db, { newId: () => 'unused' });
  const progress = await deliverNext({
    outbox: mode === 'hang' ? { ...outbox, settle: hang } : outbox,
    connectors: new Map([
      [
        'desk',
        deskConnector({
          url,
          secret: DESK_SECRET,
          describe: describeRequest,
          readFile: nothingKept,
        }),
      ],
    ]),
    clock: () => new Date(now),
    chance: () => 0.5,
  });
  process.stdout.write(`${progress.kind}\n`);
  await db.destroy();
}

function hang(): Promise<never> {
  process.stdout.write('the desk has it\n');
  return new Promise(() => {
    setInterval(() => undefined, 1_000);
  });
}

void main(process.argv.slice(2));
