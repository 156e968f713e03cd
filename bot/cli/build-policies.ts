/**
 * The second half of `npm run build`: dist/policies.json and dist/lines.json, made anew only when a
 * policy or our code changed, and dist/sense.bin, learned anew only when there is something else to
 * learn: one half of it here, the other in a thread that runs this same file.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import {
  compileLines,
  learnPlacesOf,
  learnSubjectsOf,
  linesFileOf,
  loadPolicies,
  readWays,
  seedVariations,
  senseFileOf,
  senseFrom,
  type PoliciesFile,
  type SubjectTables,
} from '../../knowledge';
import { policiesFileOf, projectRoot } from '../project-root';
import { endWithReason } from '../end-with-reason';

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
async function makeFrom(
  files: readonly string[],
  target: string,
  make: () => string | Promise<Uint8Array>,
): Promise<void> {
  const stamp = `${target}.stamp`;
  const now = stampOf(files);
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const unfinished = `${target}.${process.pid}`;
  writeFileSync(unfinished, await make());
  renameSync(unfinished, target);
  writeFileSync(stamp, now);
}

let loaded: ReturnType<typeof loadPolicies> | undefined;
/** Reading them takes longer than bundling all programs: once a thread is enough. */
const load = (): ReturnType<typeof loadPolicies> => (loaded ??= loadPolicies(folder, root));
const ways = (): ReturnType<typeof readWays> =>
  readWays(path.join(root, 'knowledge', 'sense', 'ways'));

/** @throws Error where the thread failed, or ended without a word */
const inAThread = (): Promise<SubjectTables> =>
  new Promise((resolve, reject) => {
    new Worker(__filename)
      .once('message', resolve)
      .once('error', reject)
      .once('exit', () => {
        reject(new Error('The thread that learns ended before it was done. Run the build again.'));
      });
  });

async function learn(): Promise<Uint8Array> {
  const learned = inAThread();
  // Waited for from the start: were this half to fail too, the other's failure would go unheard.
  const [subjects, places] = await Promise.all([
    learned,
    Promise.resolve().then(() => learnPlacesOf(load(), ways())),
  ]);
  return senseFrom(subjects, places);
}

async function main(): Promise<void> {
  const policyFiles = filesIn(folder, /\.md$/);
  await makeFrom([...policyFiles, __filename], policiesFile, () => {
    const policies = load();
    const seeds = seedVariations(path.join(folder, 'variations'), policies, root);
    return JSON.stringify({ policies, seeds } satisfies PoliciesFile);
  });
  await makeFrom([...policyFiles, __filename], linesFileOf(policiesFile), () =>
    JSON.stringify(compileLines(load())),
  );
  const learning = LEARNING.flatMap((room) => filesIn(room, /\.(?:ts|json)$/));
  await makeFrom([...policyFiles, ...learning], senseFileOf(policiesFile), learn);
}

if (isMainThread) main().catch(endWithReason);
else parentPort?.postMessage(learnSubjectsOf(load(), ways()));
