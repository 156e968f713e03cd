/** What reads as a question, whatever it may turn out to be. */
import groups from '../catalogue/words/groups.json';
import guards from '../catalogue/words/not-a-request.json';
import { hasAnyPhrase } from '../catalogue/phrases';
import { namesADay } from './names-a-day';
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
    opensAsQuestion(bare) ||
    clauses(text).some(({ plain: clause }) =>
      guards.questions.slice(0, 12).includes(firstWord(clause)),
    )
  );
}

/**
 * Whether words ask for a rule, and for nothing to be done: "do bank holidays count". What only
 * opens as a question does not ("can't think straight", "what I need is the fortnight", "do the
 * leaver bit"), nor does a wish put as one ("could somebody look").
 */
export const asksOutright = (text: string): boolean =>
  hasAnyPhrase(guards.asksOutright, withoutOpening(plain(text)));

/** The same of a sentence of its own, whose mark tells it. */
export function isAskedOutright(sentence: string): boolean {
  const bare = withoutOpening(plain(sentence));
  const isWish = isPolite(bare) || hasAnyPhrase(guards.wishesForThings, bare);
  return asksOutright(sentence) || (!isWish && /\?\s*$/.test(sentence) && opensAsQuestion(bare));
}

/** "Can I carry over the rest?": a wish, or a question after one. */
export const asksForThemselves = (sentence: string): boolean =>
  /\?\s*$/.test(sentence) && /^(?:can|could|may) (?:i|we)\b/.test(withoutOpening(plain(sentence)));

const opensAsQuestion = (bare: string): boolean => guards.questions.includes(firstWord(bare));

/** "book me off friday and how much leave do i have left": the request and the question after it. */
export function withoutTrailingQuestion(text: string): {
  readonly first: string;
  readonly rest: string | undefined;
  /** False where no word joins it on, so that it says less of what it is about. */
  readonly isJoined?: boolean;
} {
  const joined = TRAILING.exec(text);
  const found = joined ?? UNJOINED.exec(text);
  const rest = found?.[1];
  if (found === null || rest === undefined) return { first: text, rest: undefined };
  const first = text.slice(0, found.index);
  // "and can i have monday too" names more days: it is part of the request.
  const namesMore = namesADay(plain(rest)) && (isPolite(plain(rest)) || !namesADay(plain(first)));
  return namesMore || plain(first) === '' || !(asksOutright(rest) || STATES_A_RULE.test(rest))
    ? { first: text, rest: undefined }
    : { first, rest, isJoined: joined !== null };
}

/** "But you need 26 weeks": they believe that it is not for them. */
const STATES_A_RULE = /^(?:but )?(?:you|u) (?:need|have to|must|cant|can't)\b/i;

const TRAILING = new RegExp(
  String.raw`[\s,]+(?:(?:and|but|also|plus)\s+)+((?:${guards.trailing.join('|')})\b[^.!?\n]*\?*)\s*$`,
  'i',
);

/** "I want paternity leave do i have enough service": on a phone nobody joins the two. */
const UNJOINED = new RegExp(
  String.raw`(?<=\S+\s+\S+\s+\S+)[\s,]+((?:${guards.trailingUnjoined.join('|')})\b[^.!?\n]*\?*)\s*$`,
  'i',
);

/** "Can I have", "could you": a wish put as a question. */
export function isPolite(plainText: string): boolean {
  return [...groups.polite, ...guards.told].some((opening) => plainText.startsWith(`${opening} `));
}

export function firstWord(text: string): string {
  return text.split(' ', 1)[0] ?? '';
}
