/** The second half of `npm run build`: dist/policies.json, made anew only when a policy or our code changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compilePolicies, loadPolicies, seedVariations } from '../../knowledge';
import { projectRoot } from '../project-root';

const root = projectRoot();
const folder = path.join(root, 'knowledge', 'policies');
const target = path.join(root, 'dist', 'policies.json');
const stamp = path.join(root, 'dist', 'policies.stamp');

/** Of all that the result is made from: the policies, and this program with the word lists in it. */
function stampOf(): string {
  const hash = createHash('sha256').update(readFileSync(__filename));
  for (const name of readdirSync(folder, { encoding: 'utf8', recursive: true }).toSorted()) {
    if (name.endsWith('.md')) hash.update(name).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest('hex');
}

try {
  const now = stampOf();
  if (!existsSync(target) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
    const policies = loadPolicies(folder, root);
    const seeds = seedVariations(path.join(folder, 'variations'), policies, root);
    writeFileSync(target, JSON.stringify(compilePolicies(policies, seeds)));
    writeFileSync(stamp, now);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
