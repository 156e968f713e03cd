/**
 * The embedded index: every heading, way of asking and sentence is a line of its own, found by
 * BM25. A passage's score is its best line plus halves of the next three, because a passage
 * that fits in several ways fits better than one that fits once.
 */
import MiniSearch from 'minisearch';
import type { Vocabulary } from '../../words/vocabulary';
import type { Hit, KnowledgeSource, Passage, SearchOptions } from '../source';

interface Line {
  readonly id: number;
  readonly terms: string;
  readonly weight: number;
  readonly passage: Passage;
}

const SENTENCE = /(?<=[.!?])\s+|\n+/;
const ASK_WEIGHT = 1;
const HEADING_WEIGHT = 0.9;
const TEXT_WEIGHT = 0.75;

export function createEmbeddedSource(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
): KnowledgeSource {
  const lines = passages
    .flatMap((passage) => linesOf(passage, vocabulary))
    .map((line, id) => ({ ...line, id }));
  const index = new MiniSearch<Line>({
    fields: ['terms'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { bm25: { k: 1.2, b: 0.5, d: 0.5 } },
  });
  index.addAll(lines);

  return {
    async search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
      const terms = [...new Set(vocabulary.termsOf(query))];
      if (terms.length === 0) return [];
      const scores = new Map<string, number[]>();
      for (const found of index.search(terms.join(' '))) {
        const line = lines[Number(found.id)];
        if (line === undefined || !visible(line.passage, options)) continue;
        const own = scores.get(line.passage.id);
        if (own === undefined) scores.set(line.passage.id, [found.score * line.weight]);
        else own.push(found.score * line.weight);
      }
      return [...scores]
        .map(([id, own]) => ({ id, score: together(own) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, options.limit);
    },
  };
}

function visible(passage: Passage, { organisation, on }: SearchOptions): boolean {
  if (passage.organisation !== null && passage.organisation !== organisation) return false;
  return passage.effective <= on && (passage.until === undefined || on <= passage.until);
}

function together(scores: readonly number[]): number {
  const [best = 0, ...rest] = scores.toSorted((a, b) => b - a);
  return best + rest.slice(0, 3).reduce((sum, score, index) => sum + score / 2 ** (index + 2), 0);
}

function linesOf(passage: Passage, vocabulary: Vocabulary): Omit<Line, 'id'>[] {
  const line = (text: string, weight: number): Omit<Line, 'id'> => ({
    terms: [...new Set(vocabulary.termsOf(text))].join(' '),
    weight,
    passage,
  });
  return [
    line(`${passage.title} ${passage.heading}`, HEADING_WEIGHT),
    ...passage.asks.map((ask) => line(ask, ASK_WEIGHT)),
    ...passage.text.split(SENTENCE).map((sentence) => line(sentence, TEXT_WEIGHT)),
  ].filter(({ terms }) => terms !== '');
}
