/** A long answer in two: what everybody reads, and what a door folds away behind "More on this". */
import type { Reply } from './reply';

/** About as much as a phone shows at once. */
const MOST_WORDS = 100;
/** Less than this is not worth a press. */
const WORTH_FOLDING = 20;

/** What may stand after the answer. @param likely true where it may well be what was meant */
export interface Beside {
  readonly words: string;
  readonly likely: boolean;
}

/**
 * The answer stands first, cut between paragraphs where it is long; of what is beside it, only
 * what is likely and fits.
 *
 * @param answer Markdown, not empty; a list or a table in it is never cut
 * @param beside likeliest first
 * @param whole so many of the answer's paragraphs are never folded away
 */
export function fold(
  answer: readonly string[],
  beside: readonly Beside[],
  whole = 1,
): Pick<Reply, 'text' | 'more'> {
  const { first, rest } = cut(paragraphsOf(answer.join('\n\n')), whole);
  let room = rest.length > 0 ? 0 : MOST_WORDS - wordsIn(first.join(' '));
  const shown = beside.findIndex(({ words, likely }) => {
    room -= wordsIn(words);
    return !likely || room < 0;
  });
  const [near, far] = shown === -1 ? [beside, []] : [beside.slice(0, shown), beside.slice(shown)];
  const behind = [...rest, ...far.map(({ words }) => words)];
  return {
    text: [...first, ...near.map(({ words }) => words)].join('\n\n'),
    more: behind.length === 0 ? null : behind.join('\n\n'),
  };
}

export const paragraphsOf = (text: string): string[] => text.split(/\n{2,}/);

function cut(
  paragraphs: readonly string[],
  whole: number,
): { first: readonly string[]; rest: readonly string[] } {
  let words = 0;
  const place = paragraphs.findIndex((paragraph, index) => {
    words += wordsIn(paragraph);
    // What introduces a list stays with it.
    const before = paragraphs[index - 1] ?? '';
    return index >= whole && words > MOST_WORDS && !before.endsWith(':');
  });
  const rest = place === -1 ? [] : paragraphs.slice(place);
  return wordsIn(rest.join(' ')) < WORTH_FOLDING
    ? { first: paragraphs, rest: [] }
    : { first: paragraphs.slice(0, place), rest };
}

const wordsIn = (text: string): number => (text.match(/[\p{L}\p{N}£%]+/gu) ?? []).length;
