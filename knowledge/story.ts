import { isQuestion } from './asking';

/** The question in a story: staff often tell what happened, and ask at the end. */
const BREAK =
  /(?<=[.!?])\s+|\n+|,\s+(?=(?:so |but |and )?(?:can|could|do|does|how|what|whats|when|who|will|would|am|is|are|should|must)\b)|\s+(?=(?:can|could|do|am|will|should) (?:i|we|they|my)\b)/gi;
const A_STORY_HAS = 14;

/** The last sentence that asks; undefined where the whole is one short question. */
export function questionIn(text: string): string | undefined {
  if (text.split(/\s+/).length < A_STORY_HAS) return undefined;
  const parts = text.split(BREAK).map((part) => part.trim());
  const asked = parts.findLast((part) => isQuestion(part) && part.split(/\s+/).length >= 4);
  return asked === undefined || asked.length > text.length * 0.8 ? undefined : asked;
}
