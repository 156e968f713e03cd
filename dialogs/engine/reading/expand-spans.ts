/** "2 weeks from @…@", "week commencing @…@", "the first week in may": made into "@first@ to @last@". */
import { pattern } from './pattern';
import dayWords from '../../catalogue/words/day-words.json';
import {
  addDays,
  dayOf,
  daysFrom,
  lastOfMonth,
  mondayOf,
  nextDate,
  nextWeekday,
  partsOf,
  type Day,
} from './days';
import type { DayContext, Marked } from './marked';
import type { Problem } from './reading';

const MONTH = dayWords.months.join('|');
const MARK = '@(\\d{4}-\\d\\d-\\d\\d)~?@';
const FROM = '(?:from|starting|beginning|commencing|on|as of|,)';
const NUMBERS: Readonly<Record<string, number>> = dayWords.numbers;
const COUNT = `(?:\\d{1,3}|${Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;

const SPAN = new RegExp(`${MARK} to ${MARK}`);

/** Two spans with nothing but small words between. */
const BESIDE_EACH_OTHER = pattern(
  String.raw`${SPAN.source}(?: (?:please|off|ie|so|from|thats|that is|just|only|leave|annual|on))* ${SPAN.source}`,
);

const span = (first: Day, last: Day) => `@${first}@ to @${last}@`;

/** "All of may" of what can only lie back is the last such month. */
const PAST = 364;

/** Lengths become `{14}`, a number of days, before they are joined to a first day. */
export function expandSpans({ text }: Marked, { today, isPast }: DayContext): Marked {
  const countedFrom = isPast === true ? addDays(today, -PAST) : today;
  const whole = partsOfMonths(weeks(backAtWork(text), today), countedFrom);
  let rest = whole
    .replace(
      pattern(
        String.raw`\b(${COUNT}) (weeks?|fortnights?|days?)(?: (?:of )?(?:annual leave|leave|al|holidays?))?\b(?! (?:a|per|each) week)`,
      ),
      (_, count: string, unit: string) => `{${lengthOf(count, unit)}}`,
    )
    .replace(/\b(?:a )?fortnight\b/g, '{14}');
  const problem = whole === text ? undefined : partOfSpan(rest);
  if (problem !== undefined) return { text: rest, problem };
  rest = counted(rest, today);
  rest = joined(
    rest,
    pattern(
      String.raw`\{(\d+)\}(?: (?:off|leave|annual leave|al|as leave))* ${FROM} (?:on )?(?:the )?${MARK}`,
    ),
    2,
    1,
  );
  rest = joined(rest, pattern(String.raw`${MARK} (?:for|\+|plus) (?:up to )?\{(\d+)\}`), 1, 2);
  rest = rest
    .replace(
      pattern(
        String.raw`(${MARK}) (?:to|until|through|up to|up until)(?: and including)?(?: the)? (?=${MARK})`,
      ),
      '$1 to ',
    )
    .replace(pattern(String.raw`\bbetween (${MARK}) and (?=${MARK})`), '$1 to ');
  rest = rest.replace(
    /\bin \{(\d+)\}(?: time)?|\{(\d+)\} from (?:now|today)\b/g,
    (_, a?: string, b?: string) => `@${addDays(today, Number(a ?? b))}@`,
  );
  return { text: narrowest(rest) };
}

/** "3 days after easter monday"; "start it 10 days from today": a day, and no length. */
function counted(text: string, today: Day): string {
  return text
    .replace(
      pattern(String.raw`\{(\d+)\} (after|following|before) (?:the )?${MARK}`),
      (_, days: string, which: string, day: string) =>
        `@${addDays(day, which === 'before' ? -Number(days) : Number(days))}@`,
    )
    .replace(
      pattern(String.raw`\b((?:start|begin)(?:s|ing|ning)?\b[^@{]*)\{(\d+)\} from ${MARK}`),
      (all: string, before: string, days: string, day: string) =>
        day === today ? `${before}@${addDays(today, Number(days))}@` : all,
    );
}

/** "Next week please, 8 to 10 february": what is told more exactly beside it is what is meant. */
function narrowest(text: string): string {
  return text.replace(BESIDE_EACH_OTHER, (all: string, ...days: string[]) => {
    const [first = '', last = '', from = '', until = ''] = days;
    if (from >= first && until <= last) return span(from, until);
    return first >= from && last <= until ? span(first, last) : all;
  });
}

/** "Back on monday": off until the day before. "Put it back to monday" says nothing of work. */
export function backAtWork(text: string): string {
  return text.replace(
    pattern(
      String.raw`(?<!\b(?:move|put|push|bring|take)\w* (?:\S+ )?)\bback(?: (?:in|at work|to work|in work|into work))?(?: on)? ${MARK}`,
    ),
    (_, day: string) => `until @${addDays(day, -1)}@`,
  );
}

/** "2 days leave next week": fewer days than the week or month that was named whole. */
function partOfSpan(text: string): Problem | undefined {
  const [, first, last] = SPAN.exec(text) ?? [];
  const days = Number(/\{(\d+)\}/.exec(text)?.[1] ?? 0);
  if (first === undefined || last === undefined || days === 0) return undefined;
  return days <= daysFrom(first, last) ? { kind: 'part-of-span', days } : undefined;
}

/** A one-day length adds nothing to its day: "a day off on friday". */
function joined(text: string, pattern: RegExp, dayAt: 1 | 2, lengthAt: 1 | 2): string {
  return text.replace(pattern, (all: string, ...groups: string[]) => {
    const first = groups[dayAt - 1];
    const days = Number(groups[lengthAt - 1]);
    if (first === undefined) return all;
    return days <= 1 ? `@${first}@` : span(first, addDays(first, days - 1));
  });
}

/** Whole weeks run from Monday to Sunday: shifts do, and the read-back shows both ends. */
function weeks(text: string, today: Day): string {
  const monday = mondayOf(today);
  const week = (first: Day) => span(first, addDays(first, 6));
  return text
    .replace(
      pattern(
        String.raw`\b(?:the )?week (?:commencing|beginning|starting|from)(?: on)?(?: the)? ${MARK}`,
      ),
      (_, day: string) => week(day),
    )
    .replace(
      pattern(String.raw`\b(?:the )?week (?:of|containing)(?: the)? ${MARK}`),
      (_, day: string) => week(mondayOf(day)),
    )
    .replace(pattern(String.raw`\b(?:the )?week after ${MARK}`), (_, day: string) =>
      week(addDays(mondayOf(day), 7)),
    )
    .replace(pattern(String.raw`\b(?:the )?week before ${MARK}`), (_, day: string) =>
      week(addDays(mondayOf(day), -7)),
    )
    .replace(/\b(?:the )?week after next\b/g, week(addDays(monday, 14)))
    .replace(/\b(?:all (?:of )?|the whole of )?next week\b/g, week(addDays(monday, 7)))
    .replace(/\b(?:the )?(?:rest of |all (?:of )?)?this week\b/g, span(today, addDays(monday, 6)))
    .replace(
      pattern(String.raw`${SPAN.source} and the (?:week after|following week|one after)\b`),
      (_, first: string, last: string) => span(first, addDays(last, 7)),
    );
}

/** "The first week in may", "the whole of july". */
function partsOfMonths(text: string, today: Day): string {
  return text
    .replace(
      pattern(
        String.raw`\b(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th|last)(?: full)? week (?:in|of) (${MONTH})\b(?: (20\d\d))?`,
      ),
      (all: string, which: string, month: string, year?: string) =>
        weekOfMonth(which, month, year, today) ?? all,
    )
    .replace(
      pattern(
        String.raw`\b(?:all (?:of )?|(?:the )?whole (?:of |month of )|the month of )(${MONTH})\b(?: (20\d\d))?`,
      ),
      (all: string, month: string, year?: string) => {
        const first = firstOf(month, year, today);
        return first === undefined
          ? all
          : span(first, lastOfMonth(partsOf(first).year, partsOf(first).month));
      },
    );
}

function weekOfMonth(
  which: string,
  month: string,
  year: string | undefined,
  today: Day,
): string | undefined {
  const first = firstOf(month, year, today);
  if (first === undefined) return undefined;
  const last = lastOfMonth(partsOf(first).year, partsOf(first).month);
  const index = ['first', 'second', 'third', 'fourth'].findIndex(
    (name, at) => which === name || which.startsWith(String(at + 1)),
  );
  const monday =
    index < 0 ? addDays(mondayOf(addDays(last, 1)), -7) : addDays(nextWeekday(first, 1), 7 * index);
  return span(monday, addDays(monday, 6));
}

function firstOf(month: string, year: string | undefined, today: Day): Day | undefined {
  const number = dayWords.months.indexOf(month) + 1;
  if (year !== undefined) return dayOf(Number(year), number, 1);
  const sameMonth = partsOf(today).month === number;
  return sameMonth ? dayOf(partsOf(today).year, number, 1) : nextDate(today, number, 1);
}

function lengthOf(count: string, unit: string): number {
  const number = NUMBERS[count] ?? Number(count);
  if (unit.startsWith('week')) return number * 7;
  return unit.startsWith('fortnight') ? number * 14 : number;
}
