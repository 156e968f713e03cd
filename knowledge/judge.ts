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
  /** Its ways of asking, and the heading. */
  readonly asks: readonly string[];
  readonly norms: Float64Array;
  /** The terms of all of them, one behind another … */
  readonly terms: Int32Array;
  /** … and where in that list each one's end. */
  readonly ends: Int32Array;
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
  let squares = new Float64Array();
  let isSubject = new Uint8Array();
  let asked = askedWith([], vocabulary, numbers);
  // What was judged of this question: several looks at it meet the same passages.
  const judged = new Map<string, Judgement>();

  function take(terms: readonly string[]): void {
    if (asked.terms === terms) return;
    judged.clear();
    for (const number of asked.numbered) squares[number] = isSubject[number] = 0;
    asked = askedWith(terms, vocabulary, numbers);
    if (squares.length < numbers.size) {
      squares = new Float64Array(2 * numbers.size);
      isSubject = new Uint8Array(2 * numbers.size);
    }
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
      const known = judged.get(id);
      if (known !== undefined) return known;
      const judgement = judgementOf(id);
      judged.set(id, judgement);
      return judgement;
    },
  };

  function judgementOf(id: string): Judgement {
    const document = documents.get(id);
    if (document !== undefined) return judgeSentences(asked.different, document, vocabulary);
    const passage = preparedOf(id);
    const { subjects, whole } = asked;
    if (passage === undefined || asked.different.size === 0)
      return { asked: asked.different.size, covered: 0, alike: 0, shared: 0, ask: '' };
    let met = 0;
    for (const { number, weight } of subjects)
      met += weight * Math.min(1, (passage.lines.get(number) ?? 0) / 2);
    const covered = whole === 0 ? 0 : met / whole;
    return { asked: subjects.length, covered, ...nearest(passage) };
  }

  function nearest(passage: Prepared): Pick<Judgement, 'alike' | 'shared' | 'ask'> {
    const { asks, norms, terms, ends } = passage;
    let alike = 0;
    let best = -1;
    for (let ask = 0, at = 0; ask < asks.length; ask += 1) {
      const end = ends[ask] ?? 0;
      let product = 0;
      for (; at < end; at += 1) product += squares[terms[at] ?? 0] ?? 0;
      // Most have nothing of the question.
      if (product === 0) continue;
      const found = product / (asked.norm * (norms[ask] ?? 0));
      if (found > alike) [alike, best] = [found, ask];
    }
    return { alike, shared: sharedWith(passage, best), ask: asks[best] ?? '' };
  }

  /** How many of the question's subjects a way of asking has. */
  function sharedWith({ terms, ends }: Prepared, ask: number): number {
    let shared = 0;
    for (let at = ends[ask - 1] ?? 0; at < (ends[ask] ?? 0); at += 1)
      shared += isSubject[terms[at] ?? 0] ?? 0;
    return shared;
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
  const asks: string[] = [];
  const norms: number[] = [];
  const all: number[] = [];
  const ends: number[] = [];
  for (const { kind, text } of linesOf(passage)) {
    const terms = vocabulary.termsOfLine(text);
    const numbered = Array.from(terms, (term) => numberOf(term, numbers));
    for (const term of numbered) lines.set(term, (lines.get(term) ?? 0) + (kind === 'ask' ? 1 : 2));
    if (kind === 'sentence') continue;
    asks.push(text);
    norms.push(normOf(terms, vocabulary));
    all.push(...numbered);
    ends.push(all.length);
  }
  return {
    lines,
    asks,
    norms: Float64Array.from(norms),
    terms: Int32Array.from(all),
    ends: Int32Array.from(ends),
  };
}
