/**
 * The first part of `npm run bench`: a whole local turn (its durable write included) is
 * timed beside a bare botbuilder echo bot on the same restify, both as programs of their own and
 * turn about, because machines differ and ratios do not.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../project-root';
import { onLoopback, type Loopback } from './bench/on-loopback';
import { endWithReason } from '../end-with-reason';
import { print, round2 } from './bench/print';

/** Until the engine has compiled what runs often: a service runs for days. Both programs get as many. */
const WARM_UP = 3_000;
/** A round; all turns together stay below what the door takes in a minute from one address. */
const TURNS = 900;
const ROUNDS = 3;
const IN_FLIGHT = 4;
const READY_LIMIT_MS = 20_000;

/** Questions of every kind, so that no single one is measured. */
const QUESTIONS = [
  'how many days leave after 6 years',
  'can i report bullying anonymously',
  'what is the capital of peru',
  'do part timers get bank holidays',
  'how much sick pay do i get',
  'when can i start my maternity leave',
  'my mum died last night what time off do i get',
  'how do i refer myself to occupational health',
];

interface Program {
  readonly name: string;
  readonly url: string;
  readonly readyMs: number;
  readonly child: ChildProcess;
}

interface Timing {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

async function main(): Promise<void> {
  const root = projectRoot();
  const data = mkdtempSync(path.join(tmpdir(), 'people-services-bench-'));
  const connector = await startConnector();
  const programs: Program[] = [];
  try {
    const assistant = await start('assistant', path.join(root, 'dist', 'main.js'), {
      DATA_DIR: data,
    });
    programs.push(assistant);
    const echo = await start('echo', path.join(root, 'dist', 'echo-bot.js'), {});
    programs.push(echo);
    print({ bench: 'ready', readyMs: assistant.readyMs, limitMs: 2_000 });
    const timings = new Map<string, Timing[]>();
    for (const program of programs) await run(program, connector.url, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const program of programs) {
        timings.set(program.name, [
          ...(timings.get(program.name) ?? []),
          await run(program, connector.url, TURNS),
        ]);
      }
    }
    const ours = middle(timings.get('assistant') ?? []);
    const theirs = middle(timings.get('echo') ?? []);
    print({ bench: 'turn', ...ours });
    print({ bench: 'echo bot', ...theirs });
    print({
      bench: 'turn beside echo bot',
      p95Ratio: round2(ours.p95 / theirs.p95),
      perSecondRatio: round2(ours.perSecond / theirs.perSecond),
      limit: 2,
      aim: 1.25,
    });
  } finally {
    for (const { child } of programs) child.kill('SIGTERM');
    await connector.close();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Takes every message as Teams' connector does: 201 and an id. */
async function startConnector(): Promise<Loopback> {
  let sent = 0;
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      sent += 1;
      response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ id: `sent-${sent}` }));
    });
  });
  return onLoopback(server);
}

/** Both programs print their address when they are ready. */
async function start(name: string, file: string, settings: NodeJS.ProcessEnv): Promise<Program> {
  const started = performance.now();
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...settings, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const tooLate = setTimeout(() => child.kill('SIGKILL'), READY_LIMIT_MS);
  let printed = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    printed += chunk.toString();
    const port = /http:\/\/[a-z0-9.]+:(\d+)/.exec(printed)?.[1];
    if (port === undefined) continue;
    clearTimeout(tooLate);
    return {
      name,
      url: `http://127.0.0.1:${port}`,
      readyMs: Math.round(performance.now() - started),
      child,
    };
  }
  throw new Error(`The ${name} program ended, or was not ready within ${READY_LIMIT_MS} ms.`);
}

let messages = 0;

async function run(program: Program, serviceUrl: string, turns: number): Promise<Timing> {
  const times: number[] = [];
  const started = performance.now();
  const lane = async (lane: number): Promise<void> => {
    for (let turn = lane; turn < turns; turn += IN_FLIGHT) {
      const before = performance.now();
      await say(
        program.url,
        serviceUrl,
        `conversation-${lane}`,
        QUESTIONS[turn % QUESTIONS.length] ?? '',
      );
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, (_, index) => lane(index)));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => round2(times[Math.floor(times.length * share)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), perSecond: Math.round(turns / seconds) };
}

async function say(
  url: string,
  serviceUrl: string,
  conversation: string,
  text: string,
): Promise<void> {
  messages += 1;
  const reply = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `message-${messages}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl,
      from: { id: 'user', aadObjectId: '00000000-0000-4000-8000-000000000000' },
      recipient: { id: 'bot' },
      conversation: {
        id: conversation,
        conversationType: 'personal',
        tenantId: '00000000-0000-4000-8000-000000000001',
      },
      text,
    }),
  });
  await reply.arrayBuffer();
  if (!reply.ok) throw new Error(`A turn was answered ${reply.status}.`);
}

/** The round whose p95 is in the middle: one noisy round does not count. */
function middle(timings: readonly Timing[]): Timing {
  const sorted = timings.toSorted((a, b) => a.p95 - b.p95);
  return sorted[Math.floor(sorted.length / 2)] ?? { p50: 0, p95: 0, perSecond: 0 };
}

main().catch(endWithReason);
