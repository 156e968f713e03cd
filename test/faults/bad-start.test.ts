import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../bot/project-root';
import { startFakeGraph } from '../fakes/fake-graph';
import { settingsFor } from '../support/people-in-graph';
import { DIST, type Ended, runToTheEnd } from './product';

const root = projectRoot(__dirname);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bad-start-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const start = (settings: Readonly<Record<string, string>>): Promise<Ended> =>
  runToTheEnd(path.join(DIST, 'main.js'), {
    PORT: '0',
    DATA_DIR: path.join(folder, 'data'),
    LOG_LEVEL: 'silent',
    ...settings,
  });

/** It ended by itself, as failed, with words for a person and no trace of our code. */
function expectComplaint({ code, complaint }: Ended, ...parts: readonly string[]): void {
  for (const part of parts) expect(complaint).toContain(part);
  expect(complaint).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
}

/** Changes one thing in a copy of a file. */
function spoil(file: string, good: string, bad: string): number {
  const before = readFileSync(file, 'utf8');
  expect(before).toContain(good);
  writeFileSync(file, before.replace(good, bad));
  return before.slice(0, before.indexOf(good)).split('\n').length;
}

describe('the assistant does not start, and says why and what to do', () => {
  it('where its port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;

    const ended = await start({ PORT: String(port) });

    expectComplaint(ended, `Port ${port} is in use`, 'set PORT to a free one');
    other.close();
  });

  it('where its data folder is a file', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');

    expectComplaint(await start({ DATA_DIR: file }), file, 'it is a file', 'Set DATA_DIR');
  });

  it('where its data is no database, and leaves the file as it was', async () => {
    mkdirSync(path.join(folder, 'data'));
    const file = path.join(folder, 'data', 'assistant.db');
    writeFileSync(file, 'a letter to my grandmother '.repeat(100));
    const before = readFileSync(file, 'utf8');

    expectComplaint(await start({}), file, 'not a database', 'set DATA_DIR to another folder');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('where several settings are wrong: all of them at once', async () => {
    const ended = await start({ PORT: 'abc', DESK_URL: 'nonsense', LOG_LEVEL: 'loud' });

    expectComplaint(ended, 'PORT: ', 'DESK_URL: ', 'LOG_LEVEL: ', 'deployment/settings.md');
  });

  it('where Microsoft Graph lets nobody be read', async () => {
    const graph = await startFakeGraph();
    graph.script({ on: 'token', does: { status: 401 } });
    const ended = await start({
      ...settingsFor(graph, path.join(root, 'bot', 'directory', 'data')),
      LOG_LEVEL: 'info',
    });

    expectComplaint(ended, 'nobody can be let in', 'check GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET');
    await graph.close();
  });

  it('in production without an app id, because anybody could speak as anybody', async () => {
    const ended = await start({ NODE_ENV: 'production' });

    expectComplaint(
      ended,
      'MicrosoftAppId: must be set in production',
      'PUBLIC_URL',
      'DESK_SECRET',
    );
  });

  it('where the directory names a manager who does not exist', async () => {
    const directory = path.join(folder, 'directory');
    cpSync(path.join(root, 'bot', 'directory', 'data'), directory, { recursive: true });
    const line = spoil(
      path.join(directory, 'posts.csv'),
      'Ward 7,grace-adeyemi',
      'Ward 7,nobody-real',
    );

    const ended = await start({ DIRECTORY_DIR: directory });

    expectComplaint(ended, `posts.csv:${line}: `, 'nobody-real');
  });

  it('where a route leads to a system that no connector is set up for', async () => {
    const file = path.join(folder, 'routes.csv');
    writeFileSync(file, 'organisation,service,system\n*,*,desk\nvale,*,esr\n');

    const ended = await start({ ROUTES_FILE: file });

    expectComplaint(ended, 'routes.csv:3: No connector is set up for "esr".', 'name one of: desk');
  });
});

describe('the build stops at a policy file with a mistake, and says where and what to do', () => {
  /** A copy of what the build reads, with one file spoilt; ours is never touched. */
  function copyOfTheProject(): { readonly program: string; readonly policy: string } {
    const policies = path.join('knowledge', 'policies');
    mkdirSync(path.join(folder, 'dist'));
    for (const part of ['package.json', policies, path.join('dist', 'build-policies.js')])
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
    return {
      program: path.join(folder, 'dist', 'build-policies.js'),
      policy: path.join(folder, policies, 'special-leave.md'),
    };
  }

  it('where a field is missing at the top', async () => {
    const { program, policy } = copyOfTheProject();
    spoil(policy, 'owner: ', 'owned: ');

    expectComplaint(
      await runToTheEnd(program, {}),
      'knowledge/policies/special-leave.md:',
      'owner',
    );
  });

  it('where a clause has the id of another', async () => {
    const { program, policy } = copyOfTheProject();
    spoil(policy, '\nid: 2\n', '\nid: 1\n');

    const ended = await runToTheEnd(program, {});

    expectComplaint(ended, 'Give each clause a number of its own');
    expect(ended.complaint).toMatch(
      /^knowledge\/policies\/special-leave\.md:\d+: Clause 1 is already on line \d+\./m,
    );
  });
});
