/** How far an organisation's own wording is from the national clause in whose place it stands. */
import { plainText } from '../plain-text';
import { isShape, termsOf } from '../words/normalise';
import type { Clause } from './schema';

export interface HowFar {
  /** How much of its words the national clause has too: 0 to 1. */
  readonly shared: number;
  /** Figures that the national clause does not have, as written. */
  readonly otherFigures: readonly string[];
}

/** A time of day is one figure: `7:30`, `8.00 am`. */
const FIGURES = /£?\d[\d,]*(?:[.:]\d+)*%?(?: ?[ap]\.?m\b)?/gi;

export function howFar(
  own: Pick<Clause, 'text'>,
  national: Pick<Clause, 'text'>,
): HowFar {
  const [ours, theirs] = [wordsIn(own.text), wordsIn(national.text)];
  const both = [...ours].filter((word) => theirs.has(word)).length;
  const known = figuresIn(national.text);
  return {
    shared: ours.size === 0 ? 1 : both / ours.size,
    otherFigures: [...figuresIn(own.text)].filter((figure) => !known.has(figure)),
  };
}

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(termsOf(plainText(text)).filter((term) => !isShape(term)));

const figuresIn = (text: string): ReadonlySet<string> => new Set(text.match(FIGURES) ?? []);
