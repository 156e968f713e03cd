/**
 * The program of the answering thread: the knowledge room on its adapters. What organisations say
 * themselves it asks of the main thread, which holds the database.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { assembleKnowledge } from '../assemble-knowledge';
import type { Config } from '../config';
import { createLog } from '../log';
import type { AnsweringCalls, StoreCalls } from './calls';

function serve(port: NonNullable<typeof parentPort>, config: Config): void {
  const waiting = new Map<number, AbortController>();
  /** Of organisations' documents, as told with the last question: they are asked for with each. */
  const versions = new Map<string, number>();
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
    answer: (call, question, documents) => {
      const { organisation } = question;
      // A version only grows; two questions may overtake each other on their way here.
      if (organisation !== undefined)
        versions.set(organisation, Math.max(documents, versions.get(organisation) ?? 0));
      return run(call, (signal) => knowledge.answer(question, signal));
    },
    topics: (call, question) => run(call, (signal) => knowledge.topics(question, signal)),
    nearestQuestion: (call, question) =>
      run(call, (signal) => knowledge.nearestQuestion(question, signal)),
    asksForSum: (question) => knowledge.asksForSum(question),
    clauses: (asked) => knowledge.clauses(asked),
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
    variations: { version: main.variationsVersion, current: main.variationsCurrent },
    documents: {
      version: async (organisation) => versions.get(organisation) ?? 0,
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
