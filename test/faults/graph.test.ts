import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FakeGraph, startFakeGraph } from '../fakes/fake-graph';
import { addPeopleTo, settingsFor, writeStaffRecord } from '../support/people-in-graph';
import { type Program, runProgram } from '../support/programs';
import { DIST } from './product';

describe('the product with its people in Microsoft Graph', () => {
  let graph: FakeGraph;
  let record: string;
  let data: string;
  let program: Program | undefined;
  beforeEach(async () => {
    graph = await startFakeGraph();
    await addPeopleTo(graph);
    record = writeStaffRecord();
    data = mkdtempSync(path.join(tmpdir(), 'faults-graph-'));
  });
  afterEach(async () => {
    await program?.kill();
    await graph.close();
    for (const folder of [record, data]) rmSync(folder, { recursive: true });
  });

  async function start(): Promise<string> {
    const settings = { PORT: '0', DATA_DIR: data, LOG_LEVEL: 'silent' };
    program = runProgram(DIST, 'main', [], { ...settings, ...settingsFor(graph, record) });
    const [, port] = /^Ready on port (\d+)\.$/.exec(await program.line()) ?? [];
    return `http://127.0.0.1:${port}`;
  }

  it('starts once all of them were read, says when, and ends in good order', async () => {
    const url = await start();

    const health: unknown = await (await fetch(`${url}/health`)).json();
    expect(health).toMatchObject({ up: true, directory: { isOld: false } });
    expect(graph.calls.filter((call) => call === 'all')).toHaveLength(3);
    expect((await fetch(`${url}/policies`)).status).toBe(200);
    expect(await program!.end()).toBe(0);
  });

  it('waits for a Graph that is busy, and starts', async () => {
    graph.script({ on: 'users', does: { status: 429, headers: { 'retry-after': '1' } } });

    expect((await fetch(`${await start()}/ready`)).status).toBe(200);
  });
});
