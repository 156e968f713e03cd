/** What of a message the recogniser learns from: its words, pairs of them, and pieces of words. */
import { markDays } from '../reading/mark-days';
import { plain } from '../plain';

/** Any day will do: which one it is says nothing of what is asked for. */
const SOME_DAY = '2027-02-01';
const MARK = /(?:@\d{4}-\d\d-\d\d~?@)(?:(?: to| and)? @\d{4}-\d\d-\d\d~?@)*/g;
const PIECE = 4;

/**
 * @returns each feature once: `w:` a word, `p:` two words in a row, `s:` two with one between,
 *   `c:` a piece of a word, `b:` the words it begins with, `?` for a question mark
 */
export function featuresOf(text: string): readonly string[] {
  const said = markDays(plain(text), { today: SOME_DAY })
    .text.replace(MARK, 'aday')
    .replace(/\b\d+(?:[./]\d+)*(?:st|nd|rd|th)?\b/g, 'anumber');
  const words = said.split(' ').filter((word) => word !== '');
  const features = new Set<string>();
  for (const [at, word] of words.entries()) {
    features.add(`w:${word}`);
    const [next, after] = [words[at + 1], words[at + 2]];
    if (next !== undefined) features.add(`p:${word} ${next}`);
    if (after !== undefined) features.add(`s:${word} ${after}`);
    for (const piece of piecesOf(word)) features.add(`c:${piece}`);
  }
  features.add(`b:${words.slice(0, 1).join(' ')}`);
  features.add(`b:${words.slice(0, 2).join(' ')}`);
  if (text.includes('?')) features.add('?');
  if (words.length <= 4) features.add('brief');
  return [...features];
}

function piecesOf(word: string): string[] {
  if (word.length < PIECE) return [];
  const whole = `<${word}>`;
  return Array.from({ length: whole.length - PIECE + 1 }, (_, at) => whole.slice(at, at + PIECE));
}
