/**
 * Whether a passage that was found really speaks of the question: a second look that does not
 * depend on which source found it.
 */
import type { Passage } from './sources/source';
import type { Vocabulary } from './words/vocabulary';

export interface Judgement {
  /** 0 to 1: how much of the question's meaning-bearing words the passage has at all. */
  readonly covered: number;
  /** 0 to 1: how alike the question and the passage's most alike way of asking are. */
  readonly alike: number;
  /** That way of asking. */
  readonly ask: string;
}

export interface Judge {
  judge(questionTerms: readonly string[], passage: string): Judgement;
}

interface Prepared {
  readonly all: ReadonlySet<string>;
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

  return {
    judge(questionTerms, id) {
      const passage = prepared.get(id);
      const asked = new Set(questionTerms);
      if (passage === undefined || asked.size === 0) return { covered: 0, alike: 0, ask: '' };
      let whole = 0;
      let met = 0;
      for (const term of asked) {
        const weight = vocabulary.weight(term);
        whole += weight;
        if (passage.all.has(term)) met += weight;
      }
      const length = norm(asked);
      let best = { alike: 0, ask: '' };
      for (const { ask, terms, norm: own } of passage.asks) {
        let shared = 0;
        for (const term of asked) if (terms.has(term)) shared += vocabulary.weight(term) ** 2;
        const alike = own === 0 ? 0 : shared / (length * own);
        if (alike > best.alike) best = { alike, ask };
      }
      return { covered: met / whole, ...best };
    },
  };
}

function prepare(passage: Passage, vocabulary: Vocabulary): Prepared {
  const asks = [...passage.asks, passage.heading].map((ask) => {
    const terms = new Set(vocabulary.termsOf(ask));
    let sum = 0;
    for (const term of terms) sum += vocabulary.weight(term) ** 2;
    return { ask, terms, norm: Math.sqrt(sum) };
  });
  const whole = [passage.title, passage.heading, ...passage.asks, passage.text].join('\n');
  return { all: new Set(vocabulary.termsOf(whole)), asks };
}
