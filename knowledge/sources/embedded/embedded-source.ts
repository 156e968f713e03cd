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
  const room = roomFor(index, passages.length);
  return {
    async search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
      options.signal.throwIfAborted();
      const found = gather(index, room, score(index, room, new Set(vocabulary.termsOf(query))));
      const { homes, best } = room;
      const hits: Hit[] = [];
      for (let at = 0; at < found; at += 1) {
        const home = homes[at] ?? 0;
        const passage = passages[home];
        const score = total(best, home * BEST);
        if (passage !== undefined && visible(passage, options))
          enter(hits, { id: passage.id, score }, options.limit);
        for (let place = 0; place < BEST; place += 1) best[home * BEST + place] = 0;
      }
      return hits;
    },
  };
}

/** What a search works in, made once: used by one search at a time, as nothing in a search waits. */
interface Room {
  /** By line: what one match in it counts. */
  readonly weights: Float64Array;
  /** By line; all zeros between searches. */
  readonly scores: Float64Array;
  /** The lines that have a score, as many as `score` says. */
  readonly lines: Int32Array;
  /** The passages that have such a line, as many as `gather` says. */
  readonly homes: Int32Array;
  /** By passage: its best lines; all zeros between searches. */
  readonly best: Float64Array;
}

function roomFor(index: LineIndex, passages: number): Room {
  const lines = index.homes.length;
  return {
    weights: weightsOf(index),
    scores: new Float64Array(lines),
    lines: new Int32Array(lines),
    homes: new Int32Array(passages),
    best: new Float64Array(passages * BEST),
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

/** @returns how many lines have a score now */
function score(
  { postings }: LineIndex,
  { weights, scores, lines }: Room,
  terms: ReadonlySet<string>,
): number {
  let count = 0;
  for (const term of terms) {
    const found = postings.get(term);
    if (found === undefined) continue;
    const rarity = Math.log(1 + (scores.length - found.length + 0.5) / (found.length + 0.5));
    for (const line of found) {
      const before = scores[line] ?? 0;
      if (before === 0) {
        lines[count] = line;
        count += 1;
      }
      scores[line] = before + rarity * (weights[line] ?? 0);
    }
  }
  return count;
}

/**
 * Puts the best lines of each passage in `best`, and leaves `scores` empty for the next search.
 * @returns how many passages have any
 */
function gather({ homes }: LineIndex, room: Room, scored: number): number {
  const { scores, lines, best } = room;
  let count = 0;
  for (let at = 0; at < scored; at += 1) {
    const line = lines[at] ?? 0;
    const home = homes[line] ?? 0;
    const first = home * BEST;
    if (best[first] === 0) {
      room.homes[count] = home;
      count += 1;
    }
    const score = scores[line] ?? 0;
    scores[line] = 0;
    let place = first + BEST - 1;
    if (score <= (best[place] ?? 0)) continue;
    for (; place > first && (best[place - 1] ?? 0) < score; place -= 1)
      best[place] = best[place - 1] ?? 0;
    best[place] = score;
  }
  return count;
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
