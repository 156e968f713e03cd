/** Tests answer from what the build makes of the policies: made anew only where something changed. */
import { execSync } from 'node:child_process';
import path from 'node:path';

export default function buildFirst(): void {
  execSync('npm run --silent build', { cwd: path.join(__dirname, '..', '..'), stdio: 'inherit' });
}
