/**
 * The program of the answering thread: the knowledge room on its adapters. What organisations say
 * themselves it asks of the main thread, which holds the database.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { assembleKnowledge } from '../assemble-knowledge';
import type { Config } from '../config';
import { createLog } from '../log';
import type { AnsweringCalls, OwnVersions, StoreCalls } from './calls';

function serve(port: NonNullable<typeof parentPort>, config: Config): void {
  const waiting = new Map<number, AbortController>();
  /** Of what organisations say themselves, as told with the last question: they are told with each. */
  const known = new Map<string, OwnVersions>();
  /** A version only grows; two questions may overtake each other on their way here. */
  const told = (organisation: string | undefined, { variations, documents }: OwnVersions): void => {
    if (organisation === undefined) return;
    const before = known.get(organisation);
    known.set(organisation, {
      variations: Math.max(variations, before?.variations ?? 0),
      documents: Math.max(documents, before?.documents ?? 0),
    });
  };
  const run = async <T>(call: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const waited = new AbortController();
    waiting.set(call, waited);
    try {
      return await work(waited.signal);
    } catch (error) {
      throw plain(error);
    } finally {
      waiting.delete(call);
    }
  };
  const calls: AnsweringCalls = {
    ready: () => undefined,
    answer: (call, question, versions) => {
      told(question.organisation, versions);
      return run(call, (signal) =>
        knowledge.answer(question, signal, (progress) => {
          void main.progressed.asEvent(call, progress);
        }),
      );
    },
    topics: (call, question, versions) => {
      told(question.organisation, versions);
      return run(call, (signal) => knowledge.topics(question, signal));
    },
    nearestQuestion: (call, question) =>
      run(call, (signal) => knowledge.nearestQuestion(question, signal)),
    asksForSum: (question) => knowledge.asksForSum(question),
    clauses: (asked, versions) => {
      told(asked.organisation, versions);
      return knowledge.clauses(asked);
    },
    checkWording: (trial, today) => knowledge.checkWording(trial, today),
    tryWording: (call, trial, questions, versions) => {
      told(trial.organisation, versions);
      return run(call, (signal) => knowledge.tryWording(trial, questions, signal));
    },
    groupAlike: (call, texts) => run(call, (signal) => knowledge.groupAlike(texts, signal)),
    drop: (call) => waiting.get(call)?.abort(),
  };
  const main = createBirpc<StoreCalls, AnsweringCalls>(calls, {
    post: (message) => {
      port.postMessage(message);
    },
    on: (listener) => port.on('message', listener),
    timeout: -1,
  });
  const knowledge = assembleKnowledge(config, {
    variations: {
      version: async (organisation) => known.get(organisation)?.variations ?? 0,
      current: main.variationsCurrent,
    },
    documents: {
      version: async (organisation) => known.get(organisation)?.documents ?? 0,
      current: main.documentsCurrent,
    },
    log: createLog(config.LOG_LEVEL),
    clock: () => new Date(),
  });
}

/** An error may carry what cannot be copied to another thread; its words can. */
function plain(error: unknown): Error {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return Object.assign(new Error(message), { stack });
}

if (parentPort === null) throw new Error('Start dist/main.js: it starts this thread.');
serve(parentPort, workerData as Config); // handed over by start-answering.ts
