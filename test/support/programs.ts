/** Programs that tests start and end as real processes, bundled into a folder first. */
import { build } from 'esbuild';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const here = __dirname;

/** @param names where they are, seen from this folder, without `.ts`; they run by their last part */
export async function bundlePrograms(folder: string, ...names: readonly string[]): Promise<void> {
  await build({
    entryPoints: names.map((name) => path.join(here, `${name}.ts`)),
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
}

export interface Program {
  /** The next line that it writes; rejects with its complaint where it ends before. */
  line(): Promise<string>;
  /** As the machine's power would: no goodbye. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end, and resolves with its exit code. */
  end(): Promise<number | null>;
  /** Resolves with the signal that ended it, or null. */
  readonly ended: Promise<NodeJS.Signals | null>;
}

export function runProgram(
  folder: string,
  name: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn(process.execPath, [path.join(folder, `${name}.js`), ...args], {
    env: { ...settings, NODE_PATH: path.join(here, '../../node_modules') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => (complaint += part.toString('utf8')));
  const ended = signalOf(child);
  return {
    line: async () => {
      const next = await lines.next();
      if (next.done === true) throw new Error(`${name} ended before it said a thing. ${complaint}`);
      return next.value;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    end: async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    ended,
  };
}

async function signalOf(child: ChildProcess): Promise<NodeJS.Signals | null> {
  await once(child, 'close');
  return child.signalCode;
}
