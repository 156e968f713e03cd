/** A person's question as a search: their words and the policy's, and no search operators. */
import type { Vocabulary } from '../../words/vocabulary';
import { wordsOf } from '../../words/normalise';

/** Azure refuses a search of more than 1,024 words; a question needs far fewer. */
const MOST_WORDS = 200;
const OPERATORS = /[^\p{L}\p{N}£]+/gu;

/** Empty where the question holds no word worth searching for. */
export function searchText(query: string, vocabulary: Vocabulary): string {
  const terms = vocabulary.termsOf(query);
  if (terms.length === 0) return '';
  const words = [...terms, ...wordsOf(query)].flatMap((word) => word.split(OPERATORS));
  return [...new Set(words)]
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .join(' ');
}
