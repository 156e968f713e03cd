/** What of a message the hearing learns from: its words, pairs of them, and pieces of words. */
import dayWords from '../../catalogue/words/day-words.json';
import { plain } from '../plain';

const MONTHS = new Set(dayWords.months);
const WEEKDAYS = new Set(dayWords.weekdays);
/** Which day, month or number it is says nothing of what is asked for. */
const FIGURE = /^\d+(?:[./-]\d+)*(?:st|nd|rd|th)?$/;
/** By word, the number of the group of words that are used like it. */
export type GroupOf = ReadonlyMap<string, number>;

const PIECE = 4;
const FEW_WORDS = 4;

/**
 * @returns each feature once: `w:` a word, `p:` two words in a row, `s:` two with one between,
 *   `k:` the group of a word, `c:` a piece of a word, `b:` the first word, or the first two; `?` for a question mark
 */
export function featuresOf(text: string, groupOf: GroupOf): readonly string[] {
  const words = plain(text)
    .split(' ')
    .filter((word) => word !== '')
    .map(withoutWhich);
  const features = new Set<string>();
  for (const [at, word] of words.entries()) {
    features.add(`w:${word}`);
    const group = groupOf.get(word);
    if (group !== undefined) features.add(`k:${group}`);
    const [next, after] = [words[at + 1], words[at + 2]];
    if (next !== undefined) features.add(`p:${word} ${next}`);
    if (after !== undefined) features.add(`s:${word} ${after}`);
    for (const piece of piecesOf(word)) features.add(`c:${piece}`);
  }
  features.add(`b:${words.slice(0, 1).join(' ')}`);
  features.add(`b:${words.slice(0, 2).join(' ')}`);
  if (text.includes('?')) features.add('?');
  if (words.length <= FEW_WORDS) features.add('brief');
  return [...features];
}

function withoutWhich(word: string): string {
  if (FIGURE.test(word)) return 'anumber';
  if (MONTHS.has(word)) return 'amonth';
  return WEEKDAYS.has(word) ? 'aweekday' : word;
}

function piecesOf(word: string): string[] {
  if (word.length < PIECE) return [];
  const whole = `<${word}>`;
  return Array.from({ length: whole.length - PIECE + 1 }, (_, at) => whole.slice(at, at + PIECE));
}
