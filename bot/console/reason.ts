/** Whether a reason says something: colleagues and administrators read it when it is too late to ask. */
const SHORTEST = 10;
const LONGEST = 500;

export const REASON_LENGTH = `${SHORTEST} to ${LONGEST} characters`;

/** What cannot be seen is nothing, and so is one letter or word over and over. */
export function isReason(written: string): boolean {
  const seen = written.replaceAll(/[\s\p{Cf}\p{Cc}\u115f\u1160\u2800\u3164]+/gu, ' ').trim();
  const words = new Set(
    seen
      .toLowerCase()
      .match(/\p{L}{2,}/gu)
      ?.filter(hasDifferentLetters),
  );
  return seen.length >= SHORTEST && written.length <= LONGEST && words.size > 1;
}

const hasDifferentLetters = (word: string): boolean => new Set(word).size > 1;
