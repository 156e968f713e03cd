/** What puts a mistake right, in the clause's own words: the sentence that begins so, and what it leans on. */
const SENTENCE_END = /(?<=[.!?])\s+|\n+/;
/** A sentence that begins so speaks of the one before it. */
const LEANS = /^(?:It|They|That|This|These|But|So|Even|Then|Not|If it|That is so) ?/;
/** A longer one says enough by itself. */
const SHORT_WORDS = 14;
const MOST_WORDS = 32;

export interface PutRight {
  /** Plain sentences, without bold; the first ends with a full stop. */
  readonly sentences: readonly [string, ...string[]];
  /** What follows in the clause, where the sentence is short: for a place where the clause is not shown. */
  readonly next: string | undefined;
  /** True where it leads to a list, and says nothing without it. */
  readonly leadsToList: boolean;
}

/**
 * @param by how the sentence begins; undefined for the first one
 * @returns undefined where no sentence begins so
 */
export function sentenceBy(markdown: string, by: string | undefined): PutRight | undefined {
  const all = sentencesIn(markdown);
  const at = by === undefined ? 0 : all.findIndex((one) => one.startsWith(by));
  const right = all[at];
  if (right === undefined) return undefined;
  const before = LEANS.test(right) ? all[at - 1] : undefined;
  const next = all[at + 1];
  const isShort =
    before === undefined &&
    next !== undefined &&
    wordsIn(right) <= SHORT_WORDS &&
    wordsIn(right) + wordsIn(next) <= MOST_WORDS;
  return {
    sentences: before === undefined ? [right] : [before, right],
    next: isShort ? next : undefined,
    leadsToList: linesOf(markdown).includes(`${right.slice(0, -1)}:`),
  };
}

const wordsIn = (text: string): number => text.split(/\s+/).length;

/** A list item is given the full stop that it lacks, and so is what leads to a list. */
const sentencesIn = (markdown: string): readonly string[] =>
  linesOf(markdown)
    .map((one) =>
      /^[-*] /.test(one)
        ? `${one.slice(2).trim().replace(/[.;]$/, '')}.`
        : one.trim().replace(/:$/, '.'),
    )
    .filter((one) => one !== '');

const linesOf = (markdown: string): readonly string[] =>
  markdown
    .replaceAll('**', '')
    .split(SENTENCE_END)
    .map((one) => one.trim());
