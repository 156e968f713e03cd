/**
 * `npm run bench`: figures as JSON lines, part after part, each in a process of its own so that its
 * memory is its own. `npm run bench -- requests` runs that part alone.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../project-root';

const PARTS: Readonly<Record<string, readonly string[]>> = {
  turns: ['bench-turns.js'],
  knowledge: ['--expose-gc', 'bench-knowledge.js'],
  requests: ['bench-requests.js'],
  measures: ['--expose-gc', 'bench-measures.js'],
  console: ['bench-console.js'],
};

function main(wanted: readonly string[]): number {
  const unknown = wanted.find((name) => PARTS[name] === undefined);
  if (unknown !== undefined) {
    process.stderr.write(
      `There is no part "${unknown}". The parts are: ${Object.keys(PARTS).join(', ')}.\n`,
    );
    return 1;
  }
  const names = wanted.length === 0 ? Object.keys(PARTS) : wanted;
  return Math.max(...names.map(run));
}

function run(name: string): number {
  const args = PARTS[name] ?? [];
  const cwd = path.join(projectRoot(), 'dist');
  return spawnSync(process.execPath, [...args], { cwd, stdio: 'inherit' }).status ?? 1;
}

process.exitCode = main(process.argv.slice(2));
