/**
 * The embedded index: every heading, way of asking and sentence is a line of its own, found by
 * BM25. A passage's score is its best line plus parts of the next three, because a passage that
 * fits in several ways fits better than one that fits once.
 *
 * Ours and not a library's: see deployment/decisions/0003-embedded-index.md.
 */
import type { Vocabulary } from '../../words/vocabulary';
import type { Hit, KnowledgeSource, Passage, SearchOptions } from '../source';
import { createLineIndex, type LineIndex } from '../line-index';
import type { Line } from '../lines';

/** A passage counts by this many of its lines. */
const BEST = 4;
/** What a line counts beside a way of asking. */
const WEIGHTS: Readonly<Record<Line['kind'], number>> = { ask: 1, heading: 0.9, sentence: 0.75 };
/** BM25: how soon a term that repeats, or a long line, counts for less. */
const K1 = 1.2;
const B = 0.5;

export function createEmbeddedSource(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
  index: LineIndex = createLineIndex(passages, vocabulary),
): KnowledgeSource {
  const weights = weightsOf(index);
  // Used by one search at a time: nothing in a search waits.
  const scores = new Float64Array(index.homes.length);
  const bestLines = new Float64Array(passages.length * BEST);
  return {
    async search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
      options.signal.throwIfAborted();
      const terms = new Set(vocabulary.termsOf(query));
      const homes = gather(score(index, weights, terms, scores), index, scores, bestLines);
      const hits: Hit[] = [];
      for (const home of homes) {
        const passage = passages[home];
        const score = total(bestLines, home * BEST);
        if (passage !== undefined && visible(passage, options))
          enter(hits, { id: passage.id, score }, options.limit);
        bestLines.fill(0, home * BEST, home * BEST + BEST);
      }
      return hits;
    },
  };
}

/** By line: what one match in it counts, less in a long line and in running text. */
function weightsOf({ kinds, sizes }: LineIndex): Float64Array {
  const average = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  return Float64Array.from(
    sizes,
    (size, line) =>
      (WEIGHTS[kinds[line] ?? 'sentence'] * (K1 + 1)) / (1 + K1 * (1 - B + (B * size) / average)),
  );
}

/** @returns the lines that have a score now */
function score(
  { postings }: LineIndex,
  weights: Float64Array,
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

/**
 * Puts the best lines of each passage in `best`, and leaves `scores` empty for the next search.
 * @returns the passages that have any
 */
function gather(
  touched: readonly number[],
  { homes }: LineIndex,
  scores: Float64Array,
  best: Float64Array,
): readonly number[] {
  const found: number[] = [];
  for (const line of touched) {
    const home = homes[line] ?? 0;
    const first = home * BEST;
    if (best[first] === 0) found.push(home);
    let carried = scores[line] ?? 0;
    for (let place = first; place < first + BEST; place += 1) {
      const there = best[place] ?? 0;
      if (carried <= there) continue;
      best[place] = carried;
      carried = there;
    }
    scores[line] = 0;
  }
  return found;
}

const total = (best: Float64Array, first: number): number =>
  (best[first] ?? 0) +
  (best[first + 1] ?? 0) / 4 +
  (best[first + 2] ?? 0) / 8 +
  (best[first + 3] ?? 0) / 16;

/** Keeps the best, best first. A few are kept of many, so most are only looked at. */
function enter(hits: Hit[], hit: Hit, limit: number): void {
  const worst = hits[limit - 1];
  if (worst !== undefined && hit.score <= worst.score) return;
  let place = Math.min(hits.length, limit - 1);
  while (place > 0 && (hits[place - 1]?.score ?? 0) < hit.score) place -= 1;
  hits.splice(place, 0, hit);
  if (hits.length > limit) hits.pop();
}

function visible(passage: Passage, { organisation, on }: SearchOptions): boolean {
  if (passage.organisation !== null && passage.organisation !== organisation) return false;
  return passage.effective <= on && (passage.until === undefined || on <= passage.until);
}
