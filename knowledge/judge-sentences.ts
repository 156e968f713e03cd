/**
 * The second look at a document, where nobody wrote ways of asking: one sentence, with its
 * headings, must have what the question is about.
 */
import type { Judgement } from './judgement';
import type { Passage } from './sources/source';
import { isLight } from './words/kin';
import { isShape } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

export interface PreparedSentences {
  /** Of the headings and the title. */
  readonly above: ReadonlySet<string>;
  /** Of all sentences together. */
  readonly section: ReadonlySet<string>;
  readonly sentences: readonly {
    readonly said: string;
    /** Of the sentence itself. */
    readonly own: ReadonlySet<string>;
    /** Of other words for the same. */
    readonly near: ReadonlySet<string>;
  }[];
}

/** What a word counts that only another sentence of the section has … */
const ELSEWHERE = 0.6;
/** … that means little by itself … */
const LIGHT = 0.25;
/** … or that the sentence says in another word. */
const KIN = 0.9;

/** @returns undefined for a passage with ways of asking */
export function prepareSentences(
  { title, heading, asks, sentences }: Passage,
  vocabulary: Vocabulary,
): PreparedSentences | undefined {
  if (sentences === undefined) return undefined;
  const ready = sentences.map(({ said, near }) => ({
    said,
    own: vocabulary.termsOfLine(said),
    near: vocabulary.termsOfLine(near),
  }));
  const above = [title, heading, ...asks].flatMap((line) => [...vocabulary.termsOfLine(line)]);
  return {
    above: new Set(above),
    section: new Set(ready.flatMap(({ own, near }) => [...own, ...near])),
    sentences: ready,
  };
}

export function judgeSentences(
  asked: ReadonlySet<string>,
  { above, section, sentences }: PreparedSentences,
  vocabulary: Vocabulary,
): Judgement {
  const subjects = [...asked].filter((term) => !isShape(term));
  const weight = (term: string): number => vocabulary.weight(term) * (isLight(term) ? LIGHT : 1);
  const sum = (terms: readonly string[]): number =>
    terms.reduce((all, term) => all + weight(term), 0);
  const whole = sum(subjects);
  if (whole === 0) return { asked: subjects.length, covered: 0, alike: 0, shared: 0, ask: '' };

  let best = { alike: 0, own: -1, ask: '' };
  for (const { said, own, near } of sentences) {
    const direct = sum(subjects.filter((term) => own.has(term) || above.has(term)));
    const nearly = sum(subjects.filter((t) => near.has(t) && !own.has(t) && !above.has(t)));
    const alike = (direct + KIN * nearly) / whole;
    const itself = sum([...asked].filter((term) => own.has(term) || near.has(term)));
    const tie = itself / Math.sqrt(8 + own.size);
    if (alike > best.alike + 0.001 || (alike > best.alike - 0.001 && tie > best.own))
      best = { alike, own: tie, ask: said };
  }
  const elsewhere = sum(subjects.filter((term) => section.has(term) || above.has(term))) / whole;
  const covered = best.alike + ELSEWHERE * Math.max(0, elsewhere - best.alike);
  // Documents are held to a stricter measure, which counts words by itself.
  return {
    asked: subjects.length,
    covered,
    alike: best.alike,
    shared: subjects.length,
    ask: best.ask,
  };
}
