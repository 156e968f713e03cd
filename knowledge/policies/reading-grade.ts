/** How many years of school a text asks for (Flesch–Kincaid grade). */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import glossary from './glossary.json';

const terms = glossary.terms.toSorted((a, b) => b.length - a.length);
const TERM = new RegExp(`\\b(?:${terms.map((term) => term.replace(/[.]/g, '\\.')).join('|')})\\b`, 'gi');

/**
 * The grade of a clause's Markdown, with list items as sentences. Words of the glossary and
 * figures count as one syllable each: people know them, and we cannot replace them.
 */
export function readingGrade(text: string): number {
  const sentences = text
    .replace(/\|/g, '. ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split(/(?<=[.!?:;])\s+|\n+/)
    .map((sentence) => sentence.replace(TERM, 'term').match(/[A-Za-z0-9£%][\w£%.,'’-]*/g) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return 0;
  const syllables = words.map((word) => (/\d/.test(word) ? 1 : Math.max(1, syllable(word))));
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: syllables.reduce((sum, count) => sum + count, 0),
  });
}
