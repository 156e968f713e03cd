/** "2 weeks from @…@", "week commencing @…@", "the first week in may": made into "@first@ to @last@". */
import { pattern } from './pattern';
import dayWords from '../../catalogue/words/day-words.json';
import { addDays, daysFrom, lastOfMonth, mondayOf, partsOf, type Day } from './days';
import { expandMonths } from './expand-months';
import { expandWeekends } from './expand-weekends';
import { lastAfter, LENGTH, withLengths } from './lengths';
import type { DayContext, Marked } from './marked';
import type { Problem } from './reading';

const MARK = '@(\\d{4}-\\d\\d-\\d\\d)~?@';
const FROM = '(?:from|starting|beginning|commencing|on|as of|,)';
/** Between a length and its first day, or a first day and its length. */
const SMALL = `(?:${dayWords.besideLength.join('|')})`;

const SPAN = new RegExp(`${MARK} to ${MARK}`);

/** Two spans with nothing but small words between. */
const BESIDE_EACH_OTHER = pattern(
  String.raw`${SPAN.source}(?: (?:please|off|ie|so|from|thats|that is|just|only|leave|annual|on))* ${SPAN.source}`,
);

const span = (first: Day, last: Day) => `@${first}@ to @${last}@`;

/** "All of may" of what can only lie back is the last such month. */
const PAST = 364;

/** Lengths become `{14}`, a number of days, before they are joined to a first day. */
export function expandSpans(
  { text }: Marked,
  { today, isPast, daysOff, endsNothing }: DayContext,
): Marked {
  const countedFrom = isPast === true ? addDays(today, -PAST) : today;
  const back = endsNothing === true ? text : backAtWork(text);
  const off = daysOff === true ? expandWeekends(endsOfLeave(back), today) : back;
  const inWeeks = weeks(daysBeside(off), today);
  const whole = expandMonths(inWeeks, countedFrom);
  let rest = withLengths(whole);
  const problem = whole === text ? undefined : partOfSpan(rest);
  if (problem !== undefined) return { text: rest, problem };
  if (daysOff === true) rest = timeBeside(rest);
  rest = counted(rest, today);
  rest = joined(
    rest,
    pattern(
      String.raw`${LENGTH}(?: (?:off|leave|annual leave|al|as leave))* ${FROM} (?:on )?(?:the )?${MARK}`,
    ),
    2,
    1,
  );
  rest = joined(rest, pattern(String.raw`${MARK} (?:for|\+|plus) (?:up to )?${LENGTH}`), 1, 2);
  if (daysOff === true) rest = besideLength(rest);
  rest = rest
    .replace(
      pattern(
        String.raw`(${MARK}) (?:and |to )?(?:to|until|through|up to|up until)(?: and including)?(?: the)? (?=${MARK})`,
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

/** "The day after boxing day". */
const daysBeside = (text: string): string =>
  text.replace(
    pattern(String.raw`\b(?:the )?day (after|following|before) (?:the )?${MARK}`),
    (_, which: string, day: string) => `@${addDays(day, which === 'before' ? -1 : 1)}@`,
  );

/** "The 2 weeks before easter": all of them; "2 weeks before easter" is a day. */
const timeBeside = (text: string): string =>
  text.replace(
    pattern(String.raw`\bthe \{(\d+)\} (after|following|before) (?:the )?${MARK}`),
    (_, days: string, which: string, day: string) =>
      which === 'before'
        ? span(addDays(day, -Number(days)), addDays(day, -1))
        : span(addDays(day, 1), addDays(day, Number(days))),
  );

/** "Last day at work 12 february, returning on the 22nd", "first day off 15, last day off 19 february". */
function endsOfLeave(text: string): string {
  return (
    text
      .replace(
        pattern(
          String.raw`\b(?:my )?last (?:day (?:at|in) work|day in|working day|day working|day worked|shift)(?: is| will be| being)?(?: on)? ${MARK}`,
        ),
        (_, day: string) => `from @${addDays(day, 1)}@`,
      )
      .replace(
        pattern(
          String.raw`\blast day(?: off| of (?:my )?(?:annual )?(?:leave|holiday))?(?: is| will be| being)?(?: on)? ${MARK}`,
        ),
        'until @$1@',
      )
      .replace(
        pattern(
          String.raw`\b(?:return|returns|returning|back)(?: to work| at work)?(?: is| on)?(?: the)? ${MARK}`,
        ),
        (_, day: string) => `until @${addDays(day, -1)}@`,
      )
      .replace(
        pattern(String.raw`${MARK} (?:to|until|through) (?:the )?end of (?:the |that )?month\b`),
        (_, day: string) => span(day, lastOfMonth(partsOf(day).year, partsOf(day).month)),
      )
      // Whether it ends on the Friday or on the Sunday, they are asked.
      .replace(
        pattern(String.raw`${MARK} (?:to|until|through) (?:the )?end of (?:the |that )?week\b`),
        'from @$1@',
      )
  );
}

/** "On 14 august i'd like a week off", "2 weeks leave please 7 june": one day, one length, small words between. */
function besideLength(text: string): string {
  if ([...text.matchAll(pattern(MARK))].length !== 1) return text;
  if ([...text.matchAll(pattern(LENGTH))].length !== 1) return text;
  const after = joined(
    text,
    pattern(String.raw`(?<!\b(?:${NO_START}) (?:the )?)${MARK}(?: ${SMALL})* ${LENGTH}`),
    1,
    2,
  );
  return joined(after, pattern(String.raw`${LENGTH}(?: ${SMALL})* ${MARK}`), 2, 1);
}

/** What a day that stands behind them does not begin. */
const NO_START = 'until|to|by|before|after|since|back|through';

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
  return days <= daysFrom(first, last) ? { kind: 'part-of-span', days, first } : undefined;
}

/** A one-day length adds nothing to its day: "a day off on friday". */
function joined(text: string, pattern: RegExp, dayAt: 1 | 2, lengthAt: 1 | 2): string {
  return text.replace(pattern, (all: string, ...groups: string[]) => {
    const first = groups[dayAt - 1];
    const length = groups[lengthAt - 1];
    if (first === undefined || length === undefined) return all;
    return length === '1' ? `@${first}@` : span(first, lastAfter(first, length));
  });
}

/** Whole weeks run from Monday to Sunday: shifts do, and the read-back shows both ends. */
function weeks(text: string, today: Day): string {
  const monday = mondayOf(today);
  const week = (first: Day) => span(first, addDays(first, 6));
  return text
    .replace(
      pattern(
        String.raw`\b(?:the )?(?:week (?:commencing|beginning|starting|from)|w c|w b)(?: on)?(?: the)? ${MARK}`,
      ),
      (_, day: string) => week(day),
    )
    .replace(
      pattern(
        String.raw`(?<!\b(?:a|an|one|next|this|each|every|per|last|first|second|third|fourth|\d\w*) )\b(?:the )?week (?:(?:of|containing)(?: the| my birthday)? )?${MARK}`,
      ),
      (_, day: string) => week(mondayOf(day)),
    )
    .replace(
      pattern(String.raw`\b(?:the )?week (?:ending|ends)(?: on)?(?: the)? ${MARK}`),
      (_, day: string) => span(mondayOf(day), day),
    )
    .replace(pattern(String.raw`${MARK} for (?:the|that)(?: whole)? week\b`), '@$1@ for {7}')
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
