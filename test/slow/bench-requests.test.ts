import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measureRequests, type Figures } from '../../bot/cli/bench/measure-requests';
import { projectRoot } from '../../bot/project-root';

describe('the bench of requests', () => {
  it('confirms and delivers through the engine beside raw commits, with some that wait and with none', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
    const where = { kind: 'file', path: path.join(folder, 'assistant.db') } as const;
    const told: (Figures & { waiting: number })[] = [];

    await measureRequests(
      projectRoot(),
      where,
      { waiting: [0, 20], requests: 4, commits: 10, rounds: 1 },
      (waiting, figures) => told.push({ waiting, ...figures }),
    );

    expect(told.map(({ waiting }) => waiting)).toEqual([0, 20]);
    const figures = told.map(({ rawCommits, confirms, deliveries }) =>
      Math.min(rawCommits, confirms, deliveries),
    );
    expect(Math.min(...figures)).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });
  });
});
