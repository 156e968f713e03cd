/** Thrown when something took longer than the person who waits for it can be asked to wait. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/**
 * Gives `work` a signal that is raised when the time is over, and waits for it to end all the
 * same. Its clock stops with it: those of `AbortSignal.timeout` run on, one for each turn.
 */
export async function withDeadline<T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort(new TooSlow(`It took longer than ${milliseconds} ms.`));
  }, milliseconds);
  try {
    return await work(deadline.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** @throws TooSlow when `work` has not ended in time; what it does later is nobody's business */
export const within = <T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> =>
  withDeadline(milliseconds, (signal) => {
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason as TooSlow); // what withDeadline raises it with
      });
    });
    return Promise.race([late, work(signal)]);
  });
