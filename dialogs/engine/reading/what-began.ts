/** Days of what has begun or is about to: "since the 28th", "wont be in on thursday". */
import { lastMark, noSuchDay } from './dated';
import { addDays, daysFrom, nextDateOfMonth, type Day } from './days';
import type { DayContext } from './marked';
import type { Problem } from './reading';

/** "I wont be in on thursday": what has not begun yet. */
const TO_COME = /\b(?:wont|will|ill be|going to|having)\b[^@|]*$/;

/** "Since the 28th" has passed; "from the 2nd" is the nearest; "until the 12th" is after the first day. */
export function dateThatBegan(
  date: number,
  before: string,
  { today, past }: Pick<DayContext, 'today' | 'past'>,
): string | Problem {
  const first = lastMark(before);
  const next = nextDateOfMonth(first ?? today, date);
  if (next === undefined) return noSuchDay(String(date));
  if (first !== undefined) return next;
  const last = [31, 62].map((back) => nextDateOfMonth(addDays(today, -back), date) ?? next);
  const passed = last.find((day) => day <= today);
  if (passed === undefined) return next;
  const isPast = past === true || /\bsince (?:the )?$/.test(before);
  return isPast || daysFrom(passed, today) <= daysFrom(today, next) ? passed : next;
}

/** The first day of a span that a weekday ends; today, where what began "since" then goes on. */
export function startIn(before: string, today: Day): Day | undefined {
  const first = lastMark(before);
  const goesOn = first !== undefined && first < today && /\bsince @[^@]*@[^|]*$/.test(before);
  return goesOn ? today : first;
}

export function isToCome(before: string): boolean {
  return TO_COME.test(before);
}
