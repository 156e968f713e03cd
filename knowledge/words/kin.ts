/** Words that stand for one another, added to documents that have no ways of asking of their own. */
import kin from './kin.json';
import { termsOf, wordsOf } from './normalise';

interface Phrase {
  readonly written: string;
  readonly terms: readonly string[];
  /** True where another form means something else: who is on leave is not leaving. */
  readonly exact: boolean;
}

const GROUPS: readonly (readonly Phrase[])[] = kin.groups.map((group) =>
  group.map((written) => ({
    written,
    terms: [...new Set(termsOf(written))],
    exact: kin.exact.includes(written),
  })),
);

/** The words that are near to what a sentence says and not in it; empty where there are none. */
export function kinOf(sentence: string): string {
  const terms = new Set(termsOf(sentence));
  const words = new Set(wordsOf(sentence));
  const has = ({ written, terms: own, exact }: Phrase): boolean =>
    exact ? words.has(written) : own.length > 0 && own.every((term) => terms.has(term));
  const near = GROUPS.filter((group) => group.some(has)).flatMap((group) =>
    group.filter((phrase) => !has(phrase)).map(({ written }) => written),
  );
  return [...new Set(near)].join(', ');
}

const LIGHT: ReadonlySet<string> = new Set(kin.light.flatMap((word) => [...termsOf(word)]));

/** True for a word, or a number, that a question may have without its answer having it. */
export const isLight = (term: string): boolean => LIGHT.has(term) || /^[£\d]/.test(term);
