/** Runs what `npm run ask` runs once it has built. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../../bot/project-root';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const runAsk = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const program = [path.join('dist', 'ask.js'), ...args];
    execFile(process.execPath, program, { cwd: projectRoot() }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
