/** Days of what has begun or is about to: "since the 28th", "wont be in on thursday". */
import { lastMark, noSuchDay } from './dated';
import { addDays, daysFrom, nextDateOfMonth, type Day } from './days';
import type { FieldDefinition } from '../../catalogue/schema';
import type { DayContext } from './marked';
import type { Problem } from './reading';

/** How many days back a date without a year may lie at least, of what has begun. */
export const DATES_BACK = 60;
const A_YEAR = 364;

/**
 * How far back a field's dates without a year may lie: so far as its bounds let in the last one,
 * and not the next one a year on.
 *
 * @param isTold whether words of the past stand beside it: "she was born on the 20th"
 */
export function beganWithin(
  { begun, within }: Pick<FieldDefinition, 'begun' | 'within'>,
  isTold: boolean,
): Pick<DayContext, 'begun' | 'datesBack' | 'isPast'> {
  const { back, ahead } = within ?? { back: 0, ahead: A_YEAR };
  if (!begun && !isTold) return { begun: false, datesBack: backAsFarAs(back, ahead) };
  const isPast = isTold || ahead === 0;
  const datesBack = Math.max(DATES_BACK, backAsFarAs(back, isPast ? 0 : ahead));
  return { begun: true, datesBack, isPast };
}

const backAsFarAs = (back: number, ahead: number): number =>
  Math.max(0, Math.min(back, A_YEAR - ahead));

/** "I wont be in on thursday": what has not begun yet. */
const TO_COME = /\b(?:wont|will|ill be|going to|having)\b[^@|]*$/;

/** "Since the 28th" has passed; "from the 2nd" is the nearest; "until the 12th" is after the first day. */
export function dateThatBegan(
  date: number,
  before: string,
  today: Day,
  isOver = false,
): string | Problem {
  const first = lastMark(before);
  const next = nextDateOfMonth(first ?? today, date);
  if (next === undefined) return noSuchDay(String(date));
  if (first !== undefined) return next;
  const last = [31, 62].map((back) => nextDateOfMonth(addDays(today, -back), date) ?? next);
  const passed = last.find((day) => day <= today);
  if (passed === undefined) return next;
  const isPast = isOver || /\bsince (?:the )?$/.test(before);
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
