/**
 * A program to be killed: confirms one request a turn into the database that it is given, and
 * says the number of each turn once the store has said that it is kept.
 */
import { writeSync } from 'node:fs';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { aCommit, anInteraction, aRating, aRequest } from '../contracts/samples';

async function main(path: string): Promise<void> {
  const db = await openDatabase<AssistantTables>({ kind: 'file', path }, migrations);
  let turn = 0;
  const { conversations } = createStores(db, { newId: () => `o${turn}` });
  ({ version: turn } = await conversations.open('teams-ana', 'ana'));
  for (;;) {
    turn += 1;
    const done = await conversations.commit(confirmationIn(turn));
    if (done.kind !== 'committed') throw new Error(`Turn ${turn}: ${done.kind}`);
    writeSync(1, `${turn}\n`);
  }
}

const confirmationIn = (turn: number) => {
  const interaction = `i${turn}`;
  return aCommit({
    message: `m${turn}`,
    said: `turn ${turn}`,
    expectedVersion: turn - 1,
    interaction,
    effects: [
      { kind: 'interaction-opened', interaction: anInteraction({ id: interaction }) },
      { kind: 'rated', rating: aRating({ interaction }) },
      {
        kind: 'request-confirmed',
        request: aRequest({ id: `PS-${String(turn).padStart(6, '0')}`, draft: `draft-${turn}` }),
        system: 'desk',
      },
    ],
  });
};

void main(process.argv[2] ?? '');
