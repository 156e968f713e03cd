/** Two texts side by side: the words in which they differ, from the first to the last. */
export interface Marked {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

export function whatDiffers(one: string, other: string): readonly [Marked, Marked] {
  const [ones, others] = [wordsOf(one), wordsOf(other)];
  const most = Math.min(ones.length, others.length);
  let first = 0;
  while (first < most && ones[first] === others[first]) first += 1;
  let last = 0;
  while (last < most - first && ones.at(-1 - last) === others.at(-1 - last)) last += 1;
  return [marked(ones, first, last), marked(others, first, last)];
}

/** So much of what is the same stands before and after it, in letters. */
const CONTEXT = 160;

/** What differs with some of the words around it, for a list of many. */
export const nearby = ({ before, differs, after }: Marked): Marked => ({
  before: before.length > CONTEXT ? `… ${before.slice(-CONTEXT).replace(/^\S*\s/, '')}` : before,
  differs,
  after: after.length > CONTEXT ? `${after.slice(0, CONTEXT).replace(/\s\S*$/, '')} …` : after,
});

/** Words and the spaces between them, so that they can be put together again. */
const wordsOf = (text: string): readonly string[] => text.match(/\s+|\S+/g) ?? [];

const marked = (words: readonly string[], first: number, last: number): Marked => ({
  before: words.slice(0, first).join(''),
  differs: words.slice(first, words.length - last).join(''),
  after: words.slice(words.length - last).join(''),
});
