/**
 * The second half of `npm run build`: dist/policies.json and dist/lines.json, made anew only when a
 * policy or our code changed, and dist/sense.bin, learned anew only when there is something else to learn.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  compileLines,
  learnFrom,
  linesFileOf,
  loadPolicies,
  readWays,
  seedVariations,
  senseFileOf,
  type PoliciesFile,
} from '../../knowledge';
import { policiesFileOf, projectRoot } from '../project-root';

const root = projectRoot();
const folder = path.join(root, 'knowledge', 'policies');
const policiesFile = policiesFileOf(root);
/** What the learning and the cutting into words are made of. */
const LEARNING = ['sense', 'words', 'sources'].map((room) => path.join(root, 'knowledge', room));

const filesIn = (place: string, ending: RegExp): string[] =>
  readdirSync(place, { encoding: 'utf8', recursive: true })
    .filter((name) => ending.test(name))
    .toSorted()
    .map((name) => path.join(place, name));

function stampOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Makes a file unless the one that is there was made from the same; never leaves half of one. */
function makeFrom(files: readonly string[], target: string, make: () => string | Uint8Array): void {
  const stamp = `${target}.stamp`;
  const now = stampOf(files);
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const unfinished = `${target}.${process.pid}`;
  writeFileSync(unfinished, make());
  renameSync(unfinished, target);
  writeFileSync(stamp, now);
}

try {
  const policyFiles = filesIn(folder, /\.md$/);
  const load = (): ReturnType<typeof loadPolicies> => loadPolicies(folder, root);
  makeFrom([...policyFiles, __filename], policiesFile, () => {
    const policies = load();
    const seeds = seedVariations(path.join(folder, 'variations'), policies, root);
    return JSON.stringify({ policies, seeds } satisfies PoliciesFile);
  });
  makeFrom([...policyFiles, __filename], linesFileOf(policiesFile), () =>
    JSON.stringify(compileLines(load())),
  );
  const learning = LEARNING.flatMap((room) => filesIn(room, /\.(?:ts|json)$/));
  makeFrom([...policyFiles, ...learning], senseFileOf(policiesFile), () =>
    learnFrom(load(), readWays(path.join(root, 'knowledge', 'sense', 'ways'))),
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
