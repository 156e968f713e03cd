/**
 * Whether a passage that was found really speaks of the question: a second look that does not
 * depend on which source found it.
 */
import type { Judgement } from './judgement';
import { judgeSentences, prepareSentences, type PreparedSentences } from './judge-sentences';
import { linesOf } from './sources/lines';
import type { Passage } from './sources/source';
import { isShape } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

export interface Judge {
  judge(questionTerms: readonly string[], passage: string): Judgement;
}

interface Prepared {
  /** How many lines of the passage have a term. */
  readonly lines: ReadonlyMap<string, number>;
  readonly asks: readonly {
    readonly ask: string;
    readonly terms: ReadonlySet<string>;
    readonly norm: number;
  }[];
}

export function createJudge(passages: readonly Passage[], vocabulary: Vocabulary): Judge {
  const prepared = new Map(passages.map((passage) => [passage.id, prepare(passage, vocabulary)]));
  const norm = (terms: Iterable<string>): number => {
    let sum = 0;
    for (const term of terms) sum += vocabulary.weight(term) ** 2;
    return Math.sqrt(sum);
  };

  const documents = new Map<string, PreparedSentences>();
  for (const passage of passages) {
    const ready = prepareSentences(passage, vocabulary);
    if (ready !== undefined) documents.set(passage.id, ready);
  }

  return {
    judge(questionTerms, id) {
      const passage = prepared.get(id);
      const asked = new Set(questionTerms);
      const document = documents.get(id);
      if (document !== undefined) return judgeSentences(asked, document, vocabulary);
      if (passage === undefined || asked.size === 0)
        return { asked: asked.size, covered: 0, alike: 0, shared: 0, ask: '' };
      let whole = 0;
      let met = 0;
      const subjects = [...asked].filter((term) => !isShape(term));
      for (const term of subjects) {
        const weight = vocabulary.weight(term);
        whole += weight;
        met += weight * Math.min(1, (passage.lines.get(term) ?? 0) / 2);
      }
      const length = norm(asked);
      let best = { alike: 0, shared: 0, ask: '' };
      for (const { ask, terms, norm: own } of passage.asks) {
        let product = 0;
        let shared = 0;
        for (const term of asked) {
          if (!terms.has(term)) continue;
          product += vocabulary.weight(term) ** 2;
          if (!isShape(term)) shared += 1;
        }
        const alike = own === 0 ? 0 : product / (length * own);
        if (alike > best.alike) best = { alike, shared, ask };
      }
      return { asked: subjects.length, covered: whole === 0 ? 0 : met / whole, ...best };
    },
  };
}

function prepare(passage: Passage, vocabulary: Vocabulary): Prepared {
  const lines = new Map<string, number>();
  const asks: Prepared['asks'][number][] = [];
  for (const { kind, text } of linesOf(passage)) {
    const terms = vocabulary.termsOfLine(text);
    for (const term of terms) lines.set(term, (lines.get(term) ?? 0) + (kind === 'ask' ? 1 : 2));
    if (kind === 'sentence') continue;
    let sum = 0;
    for (const term of terms) sum += vocabulary.weight(term) ** 2;
    asks.push({ ask: text, terms, norm: Math.sqrt(sum) });
  }
  return { lines, asks };
}
