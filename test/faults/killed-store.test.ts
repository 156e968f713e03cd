import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { projectRoot } from '../../bot/project-root';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { noon, within } from '../contracts/samples';

describe('killing the process while it writes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
  const program = path.join(folder, 'confirm-requests-for-ever.cjs');
  const file = path.join(folder, 'assistant.db');

  beforeAll(async () => {
    await build({
      entryPoints: [path.join(__dirname, 'confirm-requests-for-ever.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
    });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('loses nothing that was acknowledged, keeps nothing by half and nothing twice', async () => {
    let kept = 0;
    for (const turns of [1, 20, 47]) {
      const acknowledged = await runAndKillAfter(turns, program, file);
      const before = kept;
      kept = await everythingOfEachTurnIsThere(file);

      expect(acknowledged).toBeGreaterThanOrEqual(before + turns);
      expect(kept).toBeGreaterThanOrEqual(acknowledged);
      // The turn that was being written when the blow fell may have been kept and not yet said so.
      expect(kept).toBeLessThanOrEqual(acknowledged + 1);
    }
  }, 30_000);
});

/** @returns the last turn that the program said was kept */
async function runAndKillAfter(turns: number, program: string, file: string): Promise<number> {
  const child = spawn(process.execPath, [program, file], {
    env: { ...process.env, NODE_PATH: path.join(projectRoot(__dirname), 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let heard = 0;
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    heard += 1;
    last = Number(line);
    if (heard === turns) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return last;
}

/** @returns how many turns there are */
async function everythingOfEachTurnIsThere(path: string): Promise<number> {
  const db = await openDatabase<AssistantTables>({ kind: 'file', path }, migrations);
  try {
    const { conversations, outgoing, outbox, reading, requestLog } = createStores(db, {
      newId: () => '',
    });
    const { version } = await conversations.open('teams-ana', 'ana');
    const numbers = Array.from({ length: version }, (_, n) => n + 1);

    const said = (await outgoing.history('teams-ana', 0, version + 10)).map((item) => item.said);
    expect(said).toEqual(numbers.map((n) => `turn ${n}`));
    const requests = await requestLog.ofPerson('ana', version + 10);
    expect(requests.map(({ request }) => request.id).reverse()).toEqual(
      numbers.map((n) => `PS-${String(n).padStart(6, '0')}`),
    );
    expect(requests.every(({ events }) => events.length === 1)).toBe(true);
    expect(await reading.counts(within('fellbridge'), noon)).toMatchObject({ rated: version });
    const deliveries = new Set<string>();
    // A day apart for each look at the file: what an earlier look lent has lapsed by then.
    const now = new Date(noon.getTime() + version * 24 * 60 * 60_000);
    for (let lent = await outbox.claim(now); lent; lent = await outbox.claim(now)) {
      deliveries.add(lent.request.id);
    }
    expect(deliveries.size).toBe(version);
    return version;
  } finally {
    await db.destroy();
  }
}
