/**
 * Hands answers of requesters to the desk, in the background, and goes on until it has them: the
 * person was told that it is sent. A desk that is asked twice takes it once.
 */
import { pauseAfter } from '../dispatch/pause-after';
import { type Alarm, type Loop, startLoop } from '../start-loop';
import type { Answer, Answers } from './answers';
import type { DeskFeedOptions } from './desk-feed';

const TIME_LIMIT_MS = 10_000;
const LONGEST_PAUSE_MS = 60_000;

export interface AnsweringDesk {
  readonly answers: Answers;
  readonly desk: DeskFeedOptions;
  readonly clock: () => Date;
  /** From 0 to 1, never the same: spreads the tries. */
  readonly chance: () => number;
  /** Milliseconds between two looks. */
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
  readonly alarm?: Alarm;
}

export function startAnsweringDesk(options: AnsweringDesk): Loop {
  const { everyMs, onError, alarm } = options;
  return startLoop({
    round: async (stopping) => {
      while (!stopping.aborted && (await handOverNext(options, stopping)));
      return everyMs;
    },
    onError,
    pauseAfterErrors: (inARow) => Math.min(everyMs * 2 ** inARow, LONGEST_PAUSE_MS),
    alarm,
  });
}

/** @returns false where none is due */
export async function handOverNext(
  { answers, desk, clock, chance, onError }: AnsweringDesk,
  signal: AbortSignal,
): Promise<boolean> {
  const answer = await answers.claim(clock());
  if (answer === undefined) return false;
  try {
    await handOver(desk, answer, signal);
  } catch (error) {
    const pause = pauseAfter(answer.failures, undefined, chance());
    const reason = error instanceof Error ? error.message : String(error);
    await answers.retryAt(answer, new Date(clock().getTime() + pause), reason);
    onError(error);
    return true;
  }
  await answers.settle(answer); // if this fails the loan lapses and it is handed over again
  return true;
}

async function handOver(
  { url, secret }: DeskFeedOptions,
  { request, question, by, text, at }: Answer,
  signal: AbortSignal,
): Promise<void> {
  const reply = await fetch(`${url}/desk/api/answers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ request, question, by, text, at }),
    redirect: 'manual', // the secret goes where the settings say and nowhere else
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]),
  });
  await reply.body?.cancel();
  if (reply.status !== 200 && reply.status !== 201)
    throw new Error(`The desk answered ${reply.status} to an answer of ${request}.`);
}
