/**
 * The fourth part of `npm run bench`: pages of the console over 200,000 interactions, on SQLite,
 * in the program as it runs; and what a page costs a chat turn that comes at the same moment.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillWithLife } from '../demo/fill-demo-data';
import { endWithReason } from '../end-with-reason';
import { projectRoot } from '../project-root';
import { print, round2 } from './bench/print';
import { webClient, type WebClient } from './bench/web-client';

const QUESTIONS = Number(process.argv[2] ?? 200_000);
/** Each has a conversation. */
const PEOPLE = 20_000;
const SHARES = ['fellbridge', 'fellbridge', 'fellbridge', 'vale', 'vale', 'orchard-street'];
const TIMES = 15;
const TURNS = 60;
const PAGE_LIMIT_MS = 300;
const DELAY_LIMIT_MS = 50;
const PAGES = [
  '/console',
  '/console/overview',
  '/console/transcripts',
  '/console/transcripts?outcome=not-covered&rating=no',
  '/console/transcripts?review=waiting&page=20',
  '/console/knowledge',
  '/console/knowledge/annual-leave-and-bank-holidays',
] as const;

async function main(): Promise<void> {
  const root = projectRoot();
  const folder = mkdtempSync(path.join(tmpdir(), 'people-services-bench-'));
  try {
    const started = performance.now();
    const people = Array.from({ length: PEOPLE }, (_, index) => ({
      id: `somebody-${index}`,
      organisation: SHARES[index % SHARES.length] ?? 'fellbridge',
    }));
    const data = { root, DATA_DIR: folder, DATABASE_URL: undefined };
    await fillWithLife(data, new Date(), { people, questions: QUESTIONS });
    const fillSeconds = Math.round((performance.now() - started) / 1000);
    print({ bench: 'console', interactions: QUESTIONS, people: PEOPLE, fillSeconds });
    await measure(path.join(root, 'dist', 'main.js'), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(program: string, folder: string): Promise<void> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(child);
    const reader = await webClient(url, 'olu-martins');
    for (const page of PAGES) {
      const times = await timesOf(TIMES, () => reader.get(page));
      print({ bench: 'console page', page, ...spread(times), limitMs: PAGE_LIMIT_MS });
    }
    await measureDelay(reader, await webClient(url, 'ana-pires'));
  } finally {
    child.kill();
  }
}

/** Turns alone, and turns each with a page that somebody opens at the same moment. */
async function measureDelay(reader: WebClient, staff: WebClient): Promise<void> {
  const turn = () => staff.say('how do i book annual leave');
  await timesOf(TURNS / 4, turn);
  const alone = spread(await timesOf(TURNS, turn));
  const besides: number[] = [];
  for (let done = 0; done < TURNS; done += 1) {
    const opened = reader.get(PAGES[done % PAGES.length] ?? '');
    besides.push(...(await timesOf(1, turn)));
    await opened;
  }
  const beside = spread(besides);
  print({
    bench: 'chat turn beside a page',
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
