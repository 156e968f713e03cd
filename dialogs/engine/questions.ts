/** What reads as a question, whatever it may turn out to be. */
import guards from '../catalogue/words/not-a-request.json';
import { clauses, plain } from './plain';

/** Takes off greetings and "so", "please", "just". */
export function withoutOpening(plainText: string): string {
  let rest = plainText;
  for (;;) {
    const opening = guards.openings.find((words) => rest.startsWith(`${words} `));
    if (opening === undefined) return rest;
    rest = rest.slice(opening.length + 1);
  }
}

/** Whether the text reads as a question: by its mark, or by its first word. */
export function looksLikeQuestion(text: string): boolean {
  if (/\?\s*$/.test(text.trim())) return true;
  const whole = plain(text);
  const bare = withoutOpening(whole);
  return (
    guards.questions.includes(firstWord(bare)) ||
    clauses(text).some(({ plain: clause }) =>
      guards.questions.slice(0, 12).includes(firstWord(clause)),
    )
  );
}

export function firstWord(text: string): string {
  return text.split(' ', 1)[0] ?? '';
}
