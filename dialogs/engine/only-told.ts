/**
 * "I had my appraisal in june", "I'm on leave next week so I won't see your reply": what is long
 * done, or agreed already, asks for nothing. With a wish beside it, it is that wish's story.
 */
import { hasAnyPhrase } from '../catalogue/phrases';
import type { ServiceDefinition } from '../catalogue/schema';
import words from '../catalogue/words/told.json';
import { clauses, plain } from './plain';
import { withoutOpening } from './questions';
import { saysAWish } from './told-and-asked';

/** A longer message is a story, and what was learnt hears what it is told for. */
const MOST_WORDS = 16;

export function isOnlyTold(
  text: string,
  { isToldOfLongAgo }: Pick<ServiceDefinition, 'isToldOfLongAgo'>,
): boolean {
  const whole = plain(text);
  if (whole.split(' ').length > MOST_WORDS || text.includes('?') || saysAWish(text)) return false;
  const parts = clauses(text).map((clause) => withoutOpening(clause.plain));
  if (parts.some((part) => hasAnyPhrase(words.asking, part))) return false;
  if (parts.some((part) => hasAnyPhrase(words.away, part))) return true;
  if (isToldOfLongAgo) return false;
  if (hasAnyPhrase(words.done, whole)) return true;
  return hasAnyPhrase(words.longAgo, whole) && hasAnyPhrase(words.was, whole);
}
