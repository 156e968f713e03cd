/** A long answer in two: what everybody reads, and what is behind "More". */

/** About as much as a phone shows at once. */
const MOST_WORDS = 90;
/** Less than this is not worth a press. */
const WORTH_FOLDING = 20;

export interface Folded {
  readonly first: string;
  /** Null for a short answer. */
  readonly more: string | null;
}

/** Cut between paragraphs, of which the first always stays; a list or table is never cut. @param text Markdown */
export function fold(text: string): Folded {
  const paragraphs = text.split(/\n{2,}/);
  let words = 0;
  const cut = paragraphs.findIndex((paragraph, index) => {
    words += wordsIn(paragraph);
    // What introduces a list stays with it.
    const before = paragraphs[index - 1] ?? '';
    return index > 0 && words > MOST_WORDS && !before.endsWith(':');
  });
  if (cut === -1) return { first: text, more: null };
  const more = paragraphs.slice(cut).join('\n\n');
  return wordsIn(more) < WORTH_FOLDING
    ? { first: text, more: null }
    : { first: paragraphs.slice(0, cut).join('\n\n'), more };
}

const wordsIn = (text: string): number => (text.match(/[\p{L}\p{N}£%]+/gu) ?? []).length;
