/**
 * Whether a passage that was found really speaks of the question: a second look that does not
 * depend on which source found it.
 */
import { createAskedTerms, normOf, numberOf, type AskedTerms, type Numbers } from './asked-terms';
import type { Judgement } from './judgement';
import { judgeSentences, prepareSentences, type PreparedSentences } from './judge-sentences';
import { linesOf } from './sources/lines';
import type { Passage } from './sources/source';
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

/** So few are made ready at once: an organisation's own. */
const FEW = 200;

export function createJudge(passages: readonly Passage[], vocabulary: Vocabulary): Judge {
  const numbers: Numbers = new Map();
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const prepared = new Map<string, Prepared>();
  const documents = new Map<string, PreparedSentences>();
  for (const passage of passages) {
    const ready = prepareSentences(passage, vocabulary);
    if (ready !== undefined) documents.set(passage.id, ready);
    // Of a whole set, each is made ready when it is first looked at: a start need not wait.
    if (passages.length <= FEW) prepared.set(passage.id, prepare(passage, vocabulary, numbers));
  }
  const askedTerms = createAskedTerms(vocabulary, numbers);
  let asked: AskedTerms | undefined;
  // What was judged of this question: several looks at it meet the same passages.
  const judged = new Map<string, Judgement>();

  function preparedOf(id: string): Prepared | undefined {
    const known = prepared.get(id);
    const passage = byId.get(id);
    if (known !== undefined || passage === undefined) return known;
    const ready = prepare(passage, vocabulary, numbers);
    prepared.set(id, ready);
    return ready;
  }

  function judgementOf(id: string, asked: AskedTerms): Judgement {
    const document = documents.get(id);
    if (document !== undefined) return judgeSentences(asked.different, document, vocabulary);
    const passage = preparedOf(id);
    return passage === undefined || asked.different.size === 0
      ? { asked: asked.different.size, covered: 0, alike: 0, shared: 0, ask: '' }
      : judgePassage(passage, asked);
  }

  return {
    judge(questionTerms, id) {
      const now = askedTerms(questionTerms);
      if (now !== asked) judged.clear();
      asked = now;
      const known = judged.get(id);
      if (known !== undefined) return known;
      const judgement = judgementOf(id, now);
      judged.set(id, judgement);
      return judgement;
    },
  };
}

function judgePassage(passage: Prepared, asked: AskedTerms): Judgement {
  const { subjects, whole } = asked;
  let met = 0;
  for (const { number, weight } of subjects)
    met += weight * Math.min(1, (passage.lines.get(number) ?? 0) / 2);
  const covered = whole === 0 ? 0 : met / whole;
  return { asked: subjects.length, covered, ...nearest(passage, asked) };
}

function nearest(
  passage: Prepared,
  { norm, squares, isSubject }: AskedTerms,
): Pick<Judgement, 'alike' | 'shared' | 'ask'> {
  const { asks, norms, terms, ends } = passage;
  let alike = 0;
  let best = -1;
  for (let ask = 0, at = 0; ask < asks.length; ask += 1) {
    const end = ends[ask] ?? 0;
    let product = 0;
    for (; at < end; at += 1) product += squares[terms[at] ?? 0] ?? 0;
    // Most have nothing of the question.
    if (product === 0) continue;
    const found = product / (norm * (norms[ask] ?? 0));
    if (found <= alike) continue;
    alike = found;
    best = ask;
  }
  let shared = 0;
  for (let at = ends[best - 1] ?? 0; at < (ends[best] ?? 0); at += 1)
    shared += isSubject[terms[at] ?? 0] ?? 0;
  return { alike, shared, ask: asks[best] ?? '' };
}

function prepare(passage: Passage, vocabulary: Vocabulary, numbers: Numbers): Prepared {
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
