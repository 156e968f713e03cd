/** What of a text is looked at, each with a mark of its kind so that kinds never meet. */
import { termsOf, wordsOf } from '../words/normalise';
import kinds from './kinds.json';

const PIECE = 4;
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds.kinds).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word.replaceAll("'", ''), kind] as const),
  ),
);

export function pairsAndTerms(
  text: string,
  mend: (word: string) => string = (word) => word,
): readonly string[] {
  const raw = wordsOf(text).map((word) => word.replaceAll("'", ''));
  const words = raw.map(mend);
  const terms = termsOf(text, mend);
  return [
    ...words.map((word) => `w ${word}`),
    ...words.slice(1).map((word, index) => `p ${words[index] ?? ''} ${word}`),
    ...terms.map((term) => `s ${term}`),
    ...terms.slice(1).map((term, index) => `t ${terms[index] ?? ''} ${term}`),
    ...words.flatMap((word) => KINDS.get(word) ?? []).map((kind) => `k ${kind}`),
    ...raw.filter((word) => word.length >= PIECE).flatMap(piecesOf),
  ];
}

function piecesOf(word: string): string[] {
  const edged = `<${word}>`;
  return Array.from(
    { length: edged.length - PIECE + 1 },
    (_, at) => `c ${edged.slice(at, at + PIECE)}`,
  );
}
