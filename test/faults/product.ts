/** The built product, as a process of its own, on a data folder that outlives it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deskClient, type DeskClient } from '../../bot/desk/desk-client';
import { projectRoot } from '../../bot/project-root';
import { type Program, runProgram } from '../support/programs';

export const DESK_SECRET = 'a-secret-that-only-these-tests-know';
export const DIST = path.join(projectRoot(__dirname), 'dist');
const LONGEST_END_MS = 20_000;
const NEVER = new AbortController().signal;

export interface Product extends Program {
  readonly url: string;
}

export interface Home {
  /** The folder of its data. */
  readonly folder: string;
  /**
   * Starts it as `npm start` does, without building.
   * @param settings those that differ
   * @param aheadMs how much later its clock is than ours, in milliseconds
   */
  start(settings?: Readonly<Record<string, string>>, aheadMs?: number): Promise<Product>;
  /** Starts the people services desk as a process of its own. */
  startDesk(aheadMs?: number): Promise<Product>;
  /** Ends what still runs and takes the data away. */
  close(): Promise<void>;
}

/** @param approvers false where nobody manages the ward: what its staff send goes straight to the desk */
export function openHome(
  { approvers }: { readonly approvers: boolean } = { approvers: true },
): Home {
  const folder = mkdtempSync(path.join(tmpdir(), 'faults-'));
  const directory = approvers ? undefined : directoryWithoutManager('grace-adeyemi');
  const started: Program[] = [];

  async function startOne(
    name: string,
    settings: Readonly<Record<string, string>>,
    address: RegExp,
  ): Promise<Product> {
    const program = runProgram(DIST, name, [], settings);
    started.push(program);
    for (;;) {
      const [found] = address.exec(await program.line()) ?? [];
      if (found !== undefined) return { ...program, url: found.replace('localhost', '127.0.0.1') };
    }
  }

  return {
    folder,
    start: (settings = {}, aheadMs = 0) =>
      startOne(
        'main',
        {
          PORT: '0',
          DATA_DIR: folder,
          LOG_LEVEL: 'silent',
          DESK_SECRET,
          ...(directory === undefined ? {} : { DIRECTORY_DIR: directory }),
          ...later(aheadMs),
          ...settings,
        },
        /http:\/\/localhost:\d+/,
      ),
    startDesk: (aheadMs = 0) =>
      startOne(
        'desk',
        {
          DESK_PORT: '0',
          DESK_DATA_DIR: path.join(folder, 'desk'),
          DESK_SECRET,
          ...later(aheadMs),
        },
        /http:\/\/127\.0\.0\.1:\d+/,
      ),
    close: async () => {
      await Promise.all(started.map((program) => program.kill()));
      for (const one of directory === undefined ? [folder] : [folder, directory])
        rmSync(one, { recursive: true });
    },
  };
}

/** @returns a folder in which the staff of Ward 7 have no manager */
function directoryWithoutManager(manager: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'faults-directory-'));
  cpSync(path.join(projectRoot(__dirname), 'bot', 'directory', 'data'), folder, {
    recursive: true,
  });
  const posts = path.join(folder, 'posts.csv');
  writeFileSync(posts, readFileSync(posts, 'utf8').replaceAll(`Ward 7,${manager},`, 'Ward 7,,'));
  return folder;
}

function later(aheadMs: number): Readonly<Record<string, string>> {
  if (aheadMs === 0) return {};
  const clock = pathToFileURL(path.join(__dirname, 'clock-ahead.mjs')).href;
  return { NODE_OPTIONS: `--import ${clock}`, CLOCK_AHEAD_MS: String(aheadMs) };
}

export interface Ended {
  readonly code: number | null;
  readonly complaint: string;
}

/** Runs a program that is expected to end by itself; one that goes on is ended, with no code. */
export async function runToTheEnd(
  file: string,
  settings: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawn(process.execPath, [file], {
    env: { ...settings, NODE_PATH: path.join(projectRoot(__dirname), 'node_modules') },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: LONGEST_END_MS,
    killSignal: 'SIGKILL',
  });
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => (complaint += part.toString('utf8')));
  await once(child, 'close');
  return { code: child.exitCode, complaint };
}

/** What the desk holds, and what an agent there does, over its own interface. */
export interface Desk {
  /** Every request, oldest first. */
  all(): Promise<Awaited<ReturnType<DeskClient['list']>>['requests']>;
  decide(
    reference: string,
    expected: 'received' | 'approved',
    status: 'approved' | 'done',
  ): Promise<void>;
  /** Says that a request which came approved is done. */
  finish(reference: string): Promise<void>;
}

export function deskAt(url: string): Desk {
  const client = deskClient({ url, secret: DESK_SECRET });
  const change = async (
    reference: string,
    expected: 'received' | 'approved',
    status: 'approved' | 'done',
  ): Promise<void> => {
    const wanted = { status, expected, by: 'Dana at the desk' };
    expect(await client.changeStatus(reference, wanted, NEVER)).toMatchObject({ kind: 'changed' });
  };
  return {
    async all() {
      const found = [];
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const queue = await client.list({ organisations: ['fellbridge'], page }, NEVER);
        found.push(...queue.requests);
        pages = queue.pages;
      }
      return found;
    },
    decide: change,
    finish: (reference) => change(reference, 'received', 'done'),
  };
}
