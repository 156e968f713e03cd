/**
 * Whether a passage that was found really speaks of the question: a second look that does not
 * depend on which source found it.
 */
import type { Judgement } from './judgement';
import { judgeSentences, prepareSentences, type PreparedSentences } from './judge-sentences';
import { createLineIndex, type LineIndex } from './sources/line-index';
import type { Passage } from './sources/source';
import { isShape } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

export interface Judge {
  judge(questionTerms: readonly string[], passage: string): Judgement;
}

/** What is the same for all passages that are held against one question. */
interface Asked {
  readonly terms: readonly string[];
  readonly different: ReadonlySet<string>;
  /** How many of them say what it is about. */
  readonly subjects: number;
  /** The weights of the subjects together. */
  readonly whole: number;
  readonly norm: number;
}

/** What the index says of the question: room that is used again for the next. */
interface Swept {
  /** By line: the squared weights of the terms that it and the question have in common. */
  readonly alike: Float32Array;
  /** By line: how many of the subjects it has. */
  readonly shared: Uint8Array;
  /** By passage: the weights of the subjects that it has; of one that a single way of asking has, half. */
  readonly covered: Float32Array;
}

/** Where a passage stands in the index. */
interface Place {
  readonly passage: Passage;
  readonly number: number;
}

export function createJudge(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
  index: LineIndex = createLineIndex(passages, vocabulary),
): Judge {
  const places = new Map(
    passages.map((passage, number): [string, Place] => [passage.id, { passage, number }]),
  );
  const documents = new Map<string, PreparedSentences>();
  for (const passage of passages) {
    const ready = prepareSentences(passage, vocabulary);
    if (ready !== undefined) documents.set(passage.id, ready);
  }
  // Of the question that is looked at: nothing in it waits.
  let asked: Asked | undefined;
  const swept: Swept = {
    alike: new Float32Array(index.homes.length),
    shared: new Uint8Array(index.homes.length),
    covered: new Float32Array(passages.length),
  };
  const judged = new Map<string, Judgement>();
  const norms = createNorms(vocabulary, index.homes.length);

  function judgementOf({ passage, number }: Place, asked: Asked): Judgement {
    const { norm, whole, subjects } = asked;
    let alike = 0;
    let best = -1;
    const first = index.firsts[number] ?? 0;
    // The heading and the ways of asking stand before the sentences.
    for (let ask = 0; ask <= passage.asks.length; ask += 1) {
      const product = swept.alike[first + ask] ?? 0;
      // Most have nothing of the question.
      if (product === 0) continue;
      const found = product / (norm * norms(first + ask, lineOf(passage, ask)));
      if (found <= alike) continue;
      alike = found;
      best = ask;
    }
    return {
      asked: subjects,
      covered: whole === 0 ? 0 : (swept.covered[number] ?? 0) / whole,
      alike,
      shared: best === -1 ? 0 : (swept.shared[first + best] ?? 0),
      ask: best === -1 ? '' : lineOf(passage, best),
    };
  }

  return {
    judge(questionTerms, id) {
      if (asked?.terms !== questionTerms) {
        asked = askedIn(questionTerms, vocabulary);
        judged.clear();
        sweep(asked, index, vocabulary, swept);
      }
      const known = judged.get(id);
      if (known !== undefined) return known;
      const document = documents.get(id);
      const place = places.get(id);
      const judgement =
        document !== undefined
          ? judgeSentences(asked.different, document, vocabulary)
          : place === undefined
            ? { asked: asked.subjects, covered: 0, alike: 0, shared: 0, ask: '' }
            : judgementOf(place, asked);
      judged.set(id, judgement);
      return judgement;
    },
  };
}

/** As lines.ts cuts it: the heading first, then the ways of asking. */
const lineOf = ({ title, heading, asks }: Passage, line: number): string =>
  line === 0 ? `${title} ${heading}` : (asks[line - 1] ?? '');

/** The length of each line's terms, worked out when it is first asked for: a start need not wait. */
function createNorms(
  vocabulary: Vocabulary,
  count: number,
): (line: number, text: string) => number {
  const norms = new Float64Array(count);
  return (line, text) => {
    const known = norms[line] ?? 0;
    if (known !== 0) return known;
    return (norms[line] = normOf(vocabulary.termsOfLine(text), vocabulary));
  };
}

function askedIn(terms: readonly string[], vocabulary: Vocabulary): Asked {
  const different = new Set(terms);
  const subjects = [...different].filter((term) => !isShape(term));
  return {
    terms,
    different,
    subjects: subjects.length,
    whole: subjects.reduce((sum, term) => sum + vocabulary.weight(term), 0),
    norm: normOf(different, vocabulary),
  };
}

/**
 * One pass through the lines of each term, for all passages at once: they lie behind one another,
 * and a passage's own list would have to be fetched from memory for each.
 */
function sweep(
  { different }: Asked,
  { postings, homes, kinds }: LineIndex,
  vocabulary: Vocabulary,
  { alike, shared, covered }: Swept,
): void {
  for (const cells of [alike, shared, covered]) cells.fill(0);
  for (const term of different) {
    const weight = vocabulary.weight(term);
    const isSubject = isShape(term) ? 0 : 1;
    const half = (isSubject * weight) / 2;
    const square = weight * weight;
    let last = -1;
    let times = 0;
    const lines = postings.get(term);
    for (let at = 0; lines !== undefined && at < lines.length; at += 1) {
      const line = lines[at] ?? 0;
      alike[line] = (alike[line] ?? 0) + square;
      shared[line] = (shared[line] ?? 0) + isSubject;
      const home = homes[line] ?? 0;
      if (home !== last) times = 0;
      last = home;
      if (times === 2) continue;
      const counts = kinds[line] === 'ask' ? 1 : 2 - times;
      times += counts;
      covered[home] = (covered[home] ?? 0) + counts * half;
    }
  }
}

function normOf(terms: Iterable<string>, vocabulary: Vocabulary): number {
  let sum = 0;
  for (const term of terms) sum += vocabulary.weight(term) ** 2;
  return Math.sqrt(sum);
}
