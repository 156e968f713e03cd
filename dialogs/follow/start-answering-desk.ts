/**
 * Hands answers of requesters to the desk, in the background: the person was told that it is sent.
 * A desk that is asked twice takes it once. What it will not take, or could not take for hours, is
 * parked, as deliveries are: a person has to look.
 */
import { Refused, TryLater } from '../dispatch/connector';
import { MAX_FAILURES, pauseAfter } from '../dispatch/pause-after';
import { reasonOf } from '../dispatch/reason-of';
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
  /** Told of each answer that waits for a person from now on. */
  readonly onParked: (answer: Answer) => void;
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
export async function handOverNext(tools: AnsweringDesk, signal: AbortSignal): Promise<boolean> {
  const { answers, desk, clock, onError } = tools;
  const answer = await answers.claim(clock());
  if (answer === undefined) return false;
  try {
    await handOver(desk, answer, signal);
  } catch (error) {
    if (signal.aborted) throw error; // no fault of the desk's: the loan lapses
    await setAside(tools, answer, error);
    onError(error);
    return true;
  }
  await answers.settle(answer); // if this fails the loan lapses and it is handed over again
  return true;
}

async function setAside(
  { answers, clock, chance, onParked }: AnsweringDesk,
  answer: Answer,
  error: unknown,
): Promise<void> {
  const reason = reasonOf(error);
  if (error instanceof Refused || answer.failures + 1 >= MAX_FAILURES) {
    await answers.park(answer, reason);
    onParked(answer);
    return;
  }
  const pause = pauseAfter(answer.failures, undefined, chance());
  await answers.retryAt(answer, new Date(clock().getTime() + pause), reason);
}

async function handOver(
  { url, secret }: DeskFeedOptions,
  { request, question, by, text, at }: Answer,
  signal: AbortSignal,
): Promise<void> {
  const { status, body } = await post(
    `${url}/desk/api/answers`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ request, question, by, text, at }),
      redirect: 'manual', // the secret goes where the settings say and nowhere else
    },
    signal,
  );
  await body?.cancel();
  if (status === 200 || status === 201) return;
  if (status === 400 || status === 413 || status === 422) {
    throw new Refused(`The desk answered ${status}: it will not take this answer as it is.`);
  }
  if (status === 404) throw new TryLater('The desk answered 404: it does not know this question.');
  if (status === 401 || status === 403) {
    throw new TryLater(`The desk answered ${status}: check that both have the same DESK_SECRET.`);
  }
  throw new TryLater(`The desk answered ${status}.`);
}

async function post(address: string, call: RequestInit, stopping: AbortSignal): Promise<Response> {
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  try {
    return await fetch(address, { ...call, signal: AbortSignal.any([stopping, limit]) });
  } catch (error) {
    if (stopping.aborted) throw error;
    throw limit.aborted
      ? new TryLater('The desk did not answer in time. It may have the answer all the same.')
      : new TryLater('The desk could not be reached. Check its address and that it is running.');
  }
}
