/** Thrown when something took longer than the person who waits for it can be asked to wait. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** @throws TooSlow when `work` has not ended in time; what it does later is nobody's business */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TooSlow(`It took longer than ${milliseconds} ms.`));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
