/**
 * What one store does with requests: confirms and deliveries a second beside its raw commits, with
 * more and more that wait in the outbox.
 */
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { createKnowledge, readCompiledPolicies } from '../../../knowledge';
import { readDelivering } from '../../assemble-connectors';
import { readConfig } from '../../config';
import { loadCsvDirectory } from '../../directory/csv-directory';
import { policiesFileOf } from '../../project-root';
import { createStores } from '../../storage/create-stores';
import { migrations } from '../../storage/migrations';
import { openDatabase, type Where } from '../../storage/open-database';
import type { AssistantTables } from '../../storage/tables';
import { confirming } from './confirm-requests';
import { deliver, startReceiver } from './deliver-requests';
import { rawCommits } from './raw-commits';
import { fillOutbox } from './waiting-rows';

export interface Amounts {
  /** How many wait, rising. */
  readonly waiting: readonly number[];
  /** Confirmed, and then delivered, in each round. */
  readonly requests: number;
  readonly commits: number;
  /** The one in the middle counts. */
  readonly rounds: number;
}

/** A second, and beside the raw commits of the same round. */
export interface Figures {
  readonly rawCommits: number;
  readonly confirms: number;
  readonly deliveries: number;
  readonly confirmsBesideRaw: number;
  readonly deliveriesBesideRaw: number;
}

const IN_FLIGHT = 10;

/** @param report is told the figures with so many waiting, as soon as they are known */
export async function measureRequests(
  root: string,
  where: Where,
  { waiting, requests, commits, rounds }: Amounts,
  report: (waiting: number, figures: Figures) => void,
): Promise<void> {
  const clock = (): Date => new Date();
  const directory = loadCsvDirectory(path.join(root, 'bot', 'directory', 'data'));
  const delivering = readDelivering(readConfig({}), await directory.organisations());
  const db = await openDatabase<AssistantTables>(where, migrations);
  const stores = createStores(db, { newId: randomUUID });
  const receiver = await startReceiver();
  try {
    const { policies, terms, words, sense } = readCompiledPolicies(policiesFileOf(root));
    const knowledge = createKnowledge({ policies, terms, words, sense });
    const confirm = confirming({ stores, directory, knowledge, routes: delivering.routes, clock });
    let filled = 0;
    for (const size of waiting) {
      await fillOutbox(db, filled, size);
      filled = Math.max(filled, size);
      const all: Figures[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const raw = await rawCommits(db, commits, IN_FLIGHT);
        const { confirmed, perSecond: confirms } = await confirm(requests, IN_FLIGHT);
        const parts = { stores, directory, delivering, receiver, clock };
        const deliveries = await deliver(parts, confirmed);
        all.push({
          rawCommits: raw,
          confirms,
          deliveries,
          confirmsBesideRaw: confirms / raw,
          deliveriesBesideRaw: deliveries / raw,
        });
      }
      report(size, middleOf(all));
    }
  } finally {
    await receiver.close();
    await stores.close();
    await db.destroy();
  }
}

/** Each figure by itself: one noisy round does not count. */
function middleOf(all: readonly Figures[]): Figures {
  const middle = (name: keyof Figures): number =>
    all.map((one) => one[name]).toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return {
    rawCommits: middle('rawCommits'),
    confirms: middle('confirms'),
    deliveries: middle('deliveries'),
    confirmsBesideRaw: middle('confirmsBesideRaw'),
    deliveriesBesideRaw: middle('deliveriesBesideRaw'),
  };
}
