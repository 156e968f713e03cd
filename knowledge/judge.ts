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

/** A passage with its terms as numbers: hundreds of lines are compared for each question. */
interface Prepared {
  /** How often each term is in the passage; twice is enough. */
  readonly lines: ReadonlyMap<number, number>;
  readonly asks: readonly {
    readonly ask: string;
    readonly terms: readonly number[];
    readonly norm: number;
  }[];
}

/** What is the same for all passages that are compared with one question. */
interface Asked {
  readonly terms: readonly string[];
  readonly different: ReadonlySet<string>;
  readonly subjects: readonly { readonly number: number; readonly weight: number }[];
  /** The weights of the subjects together. */
  readonly whole: number;
  /** The numbers of all its terms that have one. */
  readonly numbered: readonly number[];
  readonly norm: number;
}

const UNKNOWN = -1;
/** So few are made ready at once: an organisation's own. */
const FEW = 200;

export function createJudge(passages: readonly Passage[], vocabulary: Vocabulary): Judge {
  const numbers = new Map<string, number>();
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const prepared = new Map<string, Prepared>();
  const documents = new Map<string, PreparedSentences>();
  for (const passage of passages) {
    const ready = prepareSentences(passage, vocabulary);
    if (ready !== undefined) documents.set(passage.id, ready);
    // Of a whole set, each is made ready when it is first looked at: a start need not wait.
    if (passages.length <= FEW) prepared.set(passage.id, prepare(passage, vocabulary, numbers));
  }
  // By term, 0 for one that was not asked; and 1 for each subject.
  const squares: number[] = [];
  const isSubject: number[] = [];
  let asked = askedWith([], vocabulary, numbers);

  function take(terms: readonly string[]): void {
    if (asked.terms === terms) return;
    for (const number of asked.numbered) squares[number] = isSubject[number] = 0;
    asked = askedWith(terms, vocabulary, numbers);
    for (const term of asked.different) {
      const number = numbers.get(term);
      if (number !== undefined) squares[number] = vocabulary.weight(term) ** 2;
    }
    for (const { number } of asked.subjects) if (number !== UNKNOWN) isSubject[number] = 1;
  }

  function preparedOf(id: string): Prepared | undefined {
    const known = prepared.get(id);
    const passage = byId.get(id);
    if (known !== undefined || passage === undefined) return known;
    const ready = prepare(passage, vocabulary, numbers);
    prepared.set(id, ready);
    return ready;
  }

  return {
    judge(questionTerms, id) {
      take(questionTerms);
      const document = documents.get(id);
      if (document !== undefined) return judgeSentences(asked.different, document, vocabulary);
      const passage = preparedOf(id);
      const { subjects, whole } = asked;
      if (passage === undefined || asked.different.size === 0)
        return { asked: asked.different.size, covered: 0, alike: 0, shared: 0, ask: '' };
      let met = 0;
      for (const { number, weight } of subjects)
        met += weight * Math.min(1, (passage.lines.get(number) ?? 0) / 2);
      return {
        asked: subjects.length,
        covered: whole === 0 ? 0 : met / whole,
        ...nearest(passage),
      };
    },
  };

  function nearest({ asks }: Prepared): Pick<Judgement, 'alike' | 'shared' | 'ask'> {
    let best = { alike: 0, shared: 0, ask: '' };
    for (const { ask, terms, norm } of asks) {
      let product = 0;
      let shared = 0;
      for (const term of terms) {
        product += squares[term] ?? 0;
        shared += isSubject[term] ?? 0;
      }
      const alike = norm === 0 ? 0 : product / (asked.norm * norm);
      if (alike > best.alike) best = { alike, shared, ask };
    }
    return best;
  }
}

function askedWith(
  terms: readonly string[],
  vocabulary: Vocabulary,
  numbers: Map<string, number>,
): Asked {
  const different = new Set(terms);
  // A term of the set gets its number now, in case the passage that has it is not ready yet.
  for (const term of different) if (vocabulary.knows(term)) numberOf(term, numbers);
  const subjects = [...different]
    .filter((term) => !isShape(term))
    .map((term) => ({ number: numbers.get(term) ?? UNKNOWN, weight: vocabulary.weight(term) }));
  return {
    terms,
    different,
    subjects,
    numbered: [...different].flatMap((term) => numbers.get(term) ?? []),
    whole: subjects.reduce((sum, { weight }) => sum + weight, 0),
    norm: normOf(different, vocabulary),
  };
}

function numberOf(term: string, numbers: Map<string, number>): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  numbers.set(term, numbers.size);
  return numbers.size - 1;
}

function normOf(terms: Iterable<string>, vocabulary: Vocabulary): number {
  let sum = 0;
  for (const term of terms) sum += vocabulary.weight(term) ** 2;
  return Math.sqrt(sum);
}

function prepare(passage: Passage, vocabulary: Vocabulary, numbers: Map<string, number>): Prepared {
  const lines = new Map<number, number>();
  const asks: Prepared['asks'][number][] = [];
  for (const { kind, text } of linesOf(passage)) {
    const terms = vocabulary.termsOfLine(text);
    const numbered = Array.from(terms, (term) => numberOf(term, numbers));
    for (const term of numbered) lines.set(term, (lines.get(term) ?? 0) + (kind === 'ask' ? 1 : 2));
    if (kind === 'sentence') continue;
    asks.push({ ask: text, terms: numbered, norm: normOf(terms, vocabulary) });
  }
  return { lines, asks };
}
