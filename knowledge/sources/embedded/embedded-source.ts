/**
 * The embedded index: every heading, way of asking and sentence is a line of its own, found by
 * BM25. A passage's score is its best line plus parts of the next three, because a passage that
 * fits in several ways fits better than one that fits once.
 *
 * Ours and not a library's: see deployment/decisions/0003-embedded-index.md.
 */
import type { Vocabulary } from '../../words/vocabulary';
import type { Hit, KnowledgeSource, Passage, SearchOptions } from '../source';
import { createLineIndex, type LineIndex } from './line-index';

type BestFour = [number, number, number, number];

export function createEmbeddedSource(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
): KnowledgeSource {
  const index = createLineIndex(passages, vocabulary);
  // Used by one search at a time: nothing in a search waits.
  const scores = new Float64Array(index.homes.length);
  return {
    async search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
      options.signal.throwIfAborted();
      const terms = new Set(vocabulary.termsOf(query));
      return bestOf(score(index, terms, scores), index, scores)
        .flatMap(([home, best]) => hitOf(passages[home], best, options))
        .sort((a, b) => b.score - a.score)
        .slice(0, options.limit);
    },
  };
}

/** @returns the lines that have a score now */
function score(
  { postings, weights }: LineIndex,
  terms: ReadonlySet<string>,
  scores: Float64Array,
): readonly number[] {
  const touched: number[] = [];
  for (const term of terms) {
    const found = postings.get(term) ?? [];
    const rarity = Math.log(1 + (scores.length - found.length + 0.5) / (found.length + 0.5));
    for (const line of found) {
      const before = scores[line] ?? 0;
      if (before === 0) touched.push(line);
      scores[line] = before + rarity * (weights[line] ?? 0);
    }
  }
  return touched;
}

/** The four best lines of each passage; leaves `scores` empty for the next search. */
function bestOf(
  touched: readonly number[],
  { homes }: LineIndex,
  scores: Float64Array,
): readonly (readonly [number, BestFour])[] {
  const best = new Map<number, BestFour>();
  for (const line of touched) {
    const home = homes[line] ?? 0;
    const own = best.get(home);
    if (own === undefined) best.set(home, [scores[line] ?? 0, 0, 0, 0]);
    else keep(own, scores[line] ?? 0);
    scores[line] = 0;
  }
  return [...best];
}

function keep(best: BestFour, score: number): void {
  let carried = score;
  for (const place of [0, 1, 2, 3] as const) {
    if (carried > best[place]) [best[place], carried] = [carried, best[place]];
  }
}

function hitOf(
  passage: Passage | undefined,
  [first, second, third, fourth]: BestFour,
  options: SearchOptions,
): readonly Hit[] {
  if (passage === undefined || !visible(passage, options)) return [];
  return [{ id: passage.id, score: first + second / 4 + third / 8 + fourth / 16 }];
}

function visible(passage: Passage, { organisation, on }: SearchOptions): boolean {
  if (passage.organisation !== null && passage.organisation !== organisation) return false;
  return passage.effective <= on && (passage.until === undefined || on <= passage.until);
}
