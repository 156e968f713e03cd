/** What is the same for all passages that are compared with one question. */
import { isShape } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

export interface AskedTerms {
  readonly terms: readonly string[];
  readonly different: ReadonlySet<string>;
  readonly subjects: readonly { readonly number: number; readonly weight: number }[];
  /** The weights of the subjects together. */
  readonly whole: number;
  readonly norm: number;
  /** By number of a term: the square of its weight; 0 for one that was not asked. */
  readonly squares: Float64Array;
  /** By number of a term: 1 for a subject. */
  readonly isSubject: Uint8Array;
}

/** Terms by number, because hundreds of lines are compared for each question. */
export type Numbers = Map<string, number>;

const UNKNOWN = -1;

/** @returns a reader that gives the same for the same list; only the last one given holds */
export function createAskedTerms(
  vocabulary: Vocabulary,
  numbers: Numbers,
): (terms: readonly string[]) => AskedTerms {
  let last: AskedTerms | undefined;
  return (terms) => {
    if (last?.terms === terms) return last;
    const different = new Set(terms);
    // A term of the set gets its number now, in case the passage that has it is not ready yet.
    for (const term of different) if (vocabulary.knows(term)) numberOf(term, numbers);
    const subjects = [...different]
      .filter((term) => !isShape(term))
      .map((term) => ({ number: numbers.get(term) ?? UNKNOWN, weight: vocabulary.weight(term) }));
    last = {
      terms,
      different,
      subjects,
      whole: subjects.reduce((sum, { weight }) => sum + weight, 0),
      norm: normOf(different, vocabulary),
      ...emptied(last, numbers.size),
    };
    for (const term of different) {
      const number = numbers.get(term);
      if (number !== undefined) last.squares[number] = vocabulary.weight(term) ** 2;
    }
    for (const { number } of subjects) if (number !== UNKNOWN) last.isSubject[number] = 1;
    return last;
  };
}

/** The tables of the question before are used again: they are long, and nearly empty. */
function emptied(
  before: AskedTerms | undefined,
  size: number,
): Pick<AskedTerms, 'squares' | 'isSubject'> {
  if (before === undefined || before.squares.length < size)
    return { squares: new Float64Array(2 * size), isSubject: new Uint8Array(2 * size) };
  const { squares, isSubject } = before;
  squares.fill(0);
  isSubject.fill(0);
  return { squares, isSubject };
}

export function numberOf(term: string, numbers: Numbers): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  numbers.set(term, numbers.size);
  return numbers.size - 1;
}

export function normOf(terms: Iterable<string>, vocabulary: Vocabulary): number {
  let sum = 0;
  for (const term of terms) sum += vocabulary.weight(term) ** 2;
  return Math.sqrt(sum);
}
