/**
 * What was said on one subject, a line each, newest first: "paid?", "how many", "can I go to her
 * scans". The last line is what it began with, and a sum may need a fact from any of them.
 */
import { isShape } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

/** The newest ones, and the one that it began with. */
const MOST_LINES = 4;
/** With so many words that mean something, it is said what is spoken of. */
const ENOUGH_SUBJECTS = 2;

/** What is spoken of once more has been said of it. */
export function threadOf(text: string, before: string): string {
  const lines = [text, ...before.split('\n')];
  return [...lines.slice(0, MOST_LINES - 1), ...lines.slice(MOST_LINES - 1).slice(-1)].join('\n');
}

/** The newest lines that together say what is spoken of, and what it began with. */
export function subjectOf(thread: string, vocabulary: Vocabulary): string {
  const lines = thread.split('\n');
  let subjects = 0;
  const enough = lines.findIndex((line) => {
    subjects += subjectsIn(line, vocabulary).length;
    return subjects >= ENOUGH_SUBJECTS;
  });
  const newest = enough === -1 ? lines : lines.slice(0, enough + 1);
  return [...new Set([...newest, ...lines.slice(-1)])].join(' ');
}

/** The words of a message that say what it is about. */
export const subjectsIn = (text: string, vocabulary: Vocabulary): string[] =>
  vocabulary.termsOf(text).filter((term) => !isShape(term));
