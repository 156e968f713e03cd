/**
 * "3rd to 7th may off", "easter weekend off": days, that they are to be off, and nothing else. It is a
 * wish for annual leave, though no word of it asks.
 */
import words from '../catalogue/words/days-off.json';
import guards from '../catalogue/words/not-a-request.json';
import { plain } from './plain';
import { firstWord } from './questions';
import type { Day } from './reading/days';
import { expandSpans } from './reading/expand-spans';
import { pattern } from './reading/pattern';
import { markDays } from './reading/mark-days';

const OFF = new Set(words.off);
const SMALL = new Set([...words.off, ...words.small]);
const DAYS = pattern(String.raw`@\d{4}-\d\d-\d\d~?@|\{\d+[mw]?\}`);

export function isOnlyDaysOff(text: string, today: Day): boolean {
  if (text.includes('?')) return false;
  const said = plain(text);
  // Most messages are ruled out by these, which cost next to nothing; days are dear to read.
  if (guards.questions.includes(firstWord(said))) return false;
  if (!said.split(' ').some((word) => OFF.has(word))) return false;
  const context = { today, daysOff: true, endsNothing: false };
  const marked = markDays(said, context);
  if (marked.problem !== undefined) return false;
  const { text: spans } = expandSpans(marked, context);
  const rest = spans
    .replace(DAYS, ' ')
    .split(' ')
    .filter((word) => word !== '');
  const isDay = spans.includes('@');
  return isDay && rest.some((word) => OFF.has(word)) && rest.every((word) => SMALL.has(word));
}
