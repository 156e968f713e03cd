/** Thrown when something took longer than the person who waits for it can be asked to wait. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** @throws TooSlow when `work` has not ended in time; what it does later is nobody's business */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(tooSlow(milliseconds));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
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
    deadline.abort(tooSlow(milliseconds));
  }, milliseconds);
  try {
    return await work(deadline.signal);
  } finally {
    clearTimeout(timer);
  }
}

const tooSlow = (milliseconds: number): TooSlow =>
  new TooSlow(`It took longer than ${milliseconds} ms.`);
