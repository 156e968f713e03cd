/**
 * The embedded index: every heading, way of asking and sentence is a line of its own, found by
 * BM25. A passage's score is its best line plus parts of the next three, because a passage that
 * fits in several ways fits better than one that fits once.
 *
 * Ours and not a library's: MiniSearch over the same lines ranked the same and took ten times
 * as long a question (deployment/decisions/0003-embedded-index.md).
 */
import type { Vocabulary } from '../../words/vocabulary';
import { linesOf, type Line } from '../lines';
import type { Hit, KnowledgeSource, Passage, SearchOptions } from '../source';

const WEIGHTS: Readonly<Record<Line['kind'], number>> = { ask: 1, heading: 0.9, sentence: 0.75 };
/** How soon a term that repeats, or a long line, counts for less. */
const K1 = 1.2;
const B = 0.5;

interface Postings {
  readonly line: number[];
}

export function createEmbeddedSource(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
): KnowledgeSource {
  const index = new Map<string, Postings>();
  const homes: number[] = [];
  const lengths: number[] = [];
  const weights: number[] = [];
  for (const [home, passage] of passages.entries()) {
    for (const { kind, text } of linesOf(passage)) {
      const terms = vocabulary.termsOfLine(text);
      for (const term of terms) {
        const postings = index.get(term);
        if (postings === undefined) index.set(term, { line: [homes.length] });
        else postings.line.push(homes.length);
      }
      homes.push(home);
      lengths.push(terms.size);
      weights.push(WEIGHTS[kind]);
    }
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const damped = lengths.map(
    (length, line) =>
      ((K1 + 1) / (1 + K1 * (1 - B + (B * length) / average))) * (weights[line] ?? 0),
  );

  return {
    async search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
      options.signal.throwIfAborted();
      const scores = new Map<number, number>();
      for (const term of new Set(vocabulary.termsOf(query))) {
        const found = index.get(term)?.line ?? [];
        const rarity = Math.log(1 + (homes.length - found.length + 0.5) / (found.length + 0.5));
        for (const line of found)
          scores.set(line, (scores.get(line) ?? 0) + rarity * (damped[line] ?? 0));
      }
      const best = new Map<number, [number, number, number, number]>();
      for (const [line, score] of scores) {
        const home = homes[line] ?? 0;
        const own = best.get(home);
        if (own === undefined) best.set(home, [score, 0, 0, 0]);
        else keep(own, score);
      }
      const hits: Hit[] = [];
      for (const [home, [first, second, third, fourth]] of best) {
        const passage = passages[home];
        if (passage === undefined || !visible(passage, options)) continue;
        hits.push({ id: passage.id, score: first + second / 4 + third / 8 + fourth / 16 });
      }
      return hits.sort((a, b) => b.score - a.score).slice(0, options.limit);
    },
  };
}

/** Puts a score among the best four. */
function keep(best: [number, number, number, number], score: number): void {
  let carried = score;
  for (const place of [0, 1, 2, 3] as const) {
    if (carried > best[place]) [best[place], carried] = [carried, best[place]];
  }
}

function visible(passage: Passage, { organisation, on }: SearchOptions): boolean {
  if (passage.organisation !== null && passage.organisation !== organisation) return false;
  return passage.effective <= on && (passage.until === undefined || on <= passage.until);
}
