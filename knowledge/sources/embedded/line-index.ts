/** Which lines hold a term, and what each line weighs: built once, then only read. */
import type { Vocabulary } from '../../words/vocabulary';
import { linesOf, type Line } from '../lines';
import type { Passage } from '../source';

export interface LineIndex {
  /** Numbers of the lines that hold a term. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** The passage that a line belongs to. */
  readonly homes: Int32Array;
  /** What one match in a line counts: less in a long line, less in running text. */
  readonly weights: Float64Array;
}

const WEIGHTS: Readonly<Record<Line['kind'], number>> = { ask: 1, heading: 0.9, sentence: 0.75 };
/** BM25: how soon a term that repeats, or a long line, counts for less. */
const K1 = 1.2;
const B = 0.5;

export function createLineIndex(passages: readonly Passage[], vocabulary: Vocabulary): LineIndex {
  const postings = new Map<string, number[]>();
  const lines = passages.flatMap((passage, home) =>
    linesOf(passage).map(({ kind, text }) => ({ home, kind, terms: vocabulary.termsOfLine(text) })),
  );
  for (const [line, { terms }] of lines.entries()) {
    for (const term of terms) {
      const own = postings.get(term);
      if (own === undefined) postings.set(term, [line]);
      else own.push(line);
    }
  }
  const average = lines.reduce((sum, { terms }) => sum + terms.size, 0) / Math.max(1, lines.length);
  return {
    postings,
    homes: Int32Array.from(lines, ({ home }) => home),
    weights: Float64Array.from(
      lines,
      ({ kind, terms }) =>
        (WEIGHTS[kind] * (K1 + 1)) / (1 + K1 * (1 - B + (B * terms.size) / average)),
    ),
  };
}
