/** Marks counted over a set. */
import type { Mark, Marks } from './judge-reply';

export interface Marked {
  readonly marks: Marks;
  readonly elapsedMs: number;
}

/** For each mark that was asked for, how many are true. */
export type Tally = Partial<Record<Mark, { readonly yes: number; readonly of: number }>>;

/** Where these are true, something went wrong. */
const BAD: ReadonlySet<Mark> = new Set(['wrongRefusal', 'falseAnswer', 'falseAlarm']);

const entriesOf = (marks: Marks): [Mark, boolean][] => Object.entries(marks) as [Mark, boolean][];

export function tallyOf(marked: readonly Marked[]): Tally {
  const tally: Tally = {};
  for (const { marks } of marked) {
    for (const [mark, is] of entriesOf(marks)) {
      const { yes, of } = tally[mark] ?? { yes: 0, of: 0 };
      tally[mark] = { yes: yes + (is ? 1 : 0), of: of + 1 };
    }
  }
  return tally;
}

/** The marks on which a reply falls short. */
export const shortfalls = (marks: Marks): readonly Mark[] =>
  entriesOf(marks)
    .filter(([mark, is]) => is === BAD.has(mark))
    .map(([mark]) => mark);

export function medianMs(marked: readonly Marked[]): number {
  const sorted = marked.map(({ elapsedMs }) => elapsedMs).toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 100) / 100;
}
