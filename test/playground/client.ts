/** Microsoft's Agents Playground, by exact version, in a folder of its own: no package of ours needs it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../bot/project-root';

const NAME = '@microsoft/m365agentsplayground';
const VERSION = '0.2.28';

const folder = path.join(projectRoot(__dirname), '.cache', `playground-${VERSION}`);
/** Where its program `cli.js` is. */
export const client = path.join(folder, 'node_modules', NAME);

/** Fetched once. Its scripts are not run. */
export function fetchClient(): void {
  if (existsSync(path.join(client, 'cli.js'))) return;
  mkdirSync(folder, { recursive: true });
  const quietly = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync(
    'npm',
    ['install', '--silent', ...quietly, '--prefix', folder, `${NAME}@${VERSION}`],
    {
      stdio: 'inherit',
    },
  );
}
