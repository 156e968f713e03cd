/**
 * Starts the thread that finds answers, and asks it. Reading a question is the dearest part of a
 * turn: in a thread of its own it holds up no other turn, and a long message does not stop the
 * doors. See deployment/decisions/0026-a-thread-for-answers.md.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { createBirpc, type BirpcReturn } from 'birpc';
import type { Answering, DocumentStore, OnProgress, VariationStore } from '../../knowledge';
import type { Config } from '../config';
import type { AnsweringCalls, OwnVersions, StoreCalls } from './calls';

/** What organisations say themselves. */
export interface OwnWords {
  readonly variations: Pick<VariationStore, 'version' | 'current'>;
  readonly documents: Pick<DocumentStore, 'version' | 'current'>;
}

export interface AnsweringThread {
  /** Resolves when questions can be answered; rejects with what stops the thread. */
  connect(own: OwnWords): Promise<Answering>;
  /** Settles when the thread has ended, by itself or stopped: nothing is answered from then on. */
  readonly ended: Promise<Error>;
  stop(): Promise<void>;
}

/** It reads the policies from now on, while the main thread reads its packages. */
export function startAnswering(config: Config): AnsweringThread {
  const worker = new Worker(path.join(config.root, 'dist', 'answering.js'), { workerData: config });
  const ended = new Promise<Error>((resolve) => {
    worker.once('error', resolve);
    worker.once('exit', (code) => {
      resolve(new Error(`The answering thread ended with ${code}.`));
    });
  });
  return {
    connect: async (own) => {
      const { variations, documents } = own;
      const hearers: Hearers = new Map();
      const calls: StoreCalls = {
        progressed: (call, progress) => hearers.get(call)?.(progress),
        variationsCurrent: (organisation) => variations.current(organisation),
        documentsCurrent: (organisation) => documents.current(organisation),
      };
      const thread = createBirpc<AnsweringCalls, StoreCalls>(calls, {
        post: (message) => {
          worker.postMessage(message);
        },
        on: (listener) => worker.on('message', listener),
        timeout: -1,
      });
      void ended.then((error) => {
        thread.$close(error);
      });
      await thread.ready();
      return answeringBy(thread, own, hearers);
    },
    ended,
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** Who is told how far an answer is, by the number of the call. */
type Hearers = Map<number, OnProgress>;

function answeringBy(
  thread: BirpcReturn<AnsweringCalls, StoreCalls>,
  { variations, documents }: OwnWords,
  hearers: Hearers,
): Answering {
  let calls = 0;
  const ask = async <T>(
    signal: AbortSignal,
    send: (call: number) => Promise<T>,
    onProgress?: OnProgress,
  ): Promise<T> => {
    signal.throwIfAborted();
    const call = (calls += 1);
    const drop = (): void => void thread.drop.asEvent(call);
    signal.addEventListener('abort', drop, { once: true });
    if (onProgress !== undefined) hearers.set(call, onProgress);
    try {
      return await send(call);
    } finally {
      signal.removeEventListener('abort', drop);
      hearers.delete(call);
    }
  };
  const versionsOf = async (organisation: string | undefined): Promise<OwnVersions> => {
    if (organisation === undefined) return { variations: 0, documents: 0 };
    const both = [variations.version(organisation), documents.version(organisation)] as const;
    const [ofVariations, ofDocuments] = await Promise.all(both);
    return { variations: ofVariations, documents: ofDocuments };
  };
  return {
    answer: async (question, signal, onProgress) => {
      const versions = await versionsOf(question.organisation);
      return ask(signal, (call) => thread.answer(call, question, versions), onProgress);
    },
    topics: async (question, signal) => {
      const versions = await versionsOf(question.organisation);
      return ask(signal, (call) => thread.topics(call, question, versions));
    },
    nearestQuestion: (question, signal) =>
      ask(signal, (call) => thread.nearestQuestion(call, question)),
    asksForSum: (question) => thread.asksForSum(question),
    clauses: async (asked) => thread.clauses(asked, await versionsOf(asked.organisation)),
    checkWording: (trial, today) => thread.checkWording(trial, today),
    tryWording: async (trial, questions, signal) => {
      const versions = await versionsOf(trial.organisation);
      return ask(signal, (call) => thread.tryWording(call, trial, questions, versions));
    },
    groupAlike: (texts, signal) => ask(signal, (call) => thread.groupAlike(call, texts)),
  };
}
