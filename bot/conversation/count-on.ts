/** Two replies in one: the marks of the second count on from those of the first, and a clause keeps one number. */
import type { Reply, ShownCitation } from './reply';

export function countOn(
  { text, citations }: Pick<Reply, 'text' | 'citations'>,
  before: readonly ShownCitation[],
): Pick<Reply, 'text' | 'citations'> {
  const known = new Map(before.map(({ clause, number }) => [clause, number]));
  const added = citations.filter(({ clause }) => !known.has(clause));
  for (const [index, { clause }] of added.entries()) known.set(clause, before.length + index + 1);
  const numbers = new Map(
    citations.map(({ clause, number }) => [number, known.get(clause) ?? number]),
  );
  return {
    text: text.replace(/\[(\d+)\]/g, (mark, digits: string) => {
      const number = numbers.get(Number(digits));
      return number === undefined ? mark : `[${number}]`;
    }),
    citations: added.map((one) => ({ ...one, number: known.get(one.clause) ?? one.number })),
  };
}
