/** Which lines hold a term, and where each passage's lines stand: built once, then only read. */
import type { Vocabulary } from '../words/vocabulary';
import { linesOf, type Line } from './lines';
import type { Passage } from './source';

export interface LineIndex {
  /** Numbers of the lines that hold a term, rising: a passage's lines stand together. */
  readonly postings: ReadonlyMap<string, Int32Array>;
  /** By line: the number of the passage that it belongs to. */
  readonly homes: Int32Array;
  readonly kinds: readonly Line['kind'][];
  /** By line: how many different terms it has. */
  readonly sizes: Int32Array;
  /** By passage: its first line; one more stands behind the last passage. */
  readonly firsts: Int32Array;
}

export function createLineIndex(passages: readonly Passage[], vocabulary: Vocabulary): LineIndex {
  const postings = new Map<string, number[]>();
  const firsts = new Int32Array(passages.length + 1);
  const homes: number[] = [];
  const kinds: Line['kind'][] = [];
  const sizes: number[] = [];
  for (const [home, passage] of passages.entries()) {
    firsts[home] = homes.length;
    for (const { kind, text } of linesOf(passage)) {
      const terms = vocabulary.termsOfLine(text);
      for (const term of terms) enter(postings, term, homes.length);
      homes.push(home);
      kinds.push(kind);
      sizes.push(terms.size);
    }
  }
  firsts[passages.length] = homes.length;
  return {
    postings: new Map([...postings].map(([term, lines]) => [term, Int32Array.from(lines)])),
    homes: Int32Array.from(homes),
    kinds,
    sizes: Int32Array.from(sizes),
    firsts,
  };
}

function enter(postings: Map<string, number[]>, term: string, line: number): void {
  const own = postings.get(term);
  if (own === undefined) postings.set(term, [line]);
  else own.push(line);
}
