/**
 * Days and spans of days in what somebody said.
 *
 * Two layers. `markDays` finds single days and puts `@2027-05-03@` in their place; the spans
 * are then read between those marks: "@…@ to @…@", "2 weeks from @…@".
 */
import dayWords from '../../catalogue/words/day-words.json';
import type { Day } from './days';
import { addDays, daysFrom, weekdayOf } from './days';
import { markByChrono } from './mark-by-chrono';
import type { DayContext, Marked } from './marked';
import { markDays } from './mark-days';
import { expandSpans } from './expand-spans';
import { LENGTH } from './lengths';
import { pattern } from './pattern';
import type { Problem } from './reading';

export type DaysRead =
  /** One day: "friday". Whether it is the first, the last or both, the dialog knows. */
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'span'; readonly first: Day; readonly last: Day }
  /** "from friday". */
  | { readonly kind: 'from'; readonly day: Day }
  /** "until friday". */
  | { readonly kind: 'until'; readonly day: Day }
  /** "for a week": so long from a first day said before, as `lastAfter` takes it. */
  | { readonly kind: 'length'; readonly length: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

const MARK = '@(\\d{4}-\\d\\d-\\d\\d)(~?)@';
const SPAN = new RegExp(`${MARK} to ${MARK}`);
const ITEM = `${MARK}(?: to ${MARK})?`;
/** Spans and days with nothing but small words between. */
const RUN = new RegExp(
  `${ITEM}(?:(?: (?:and|then|also|plus|or|again|from|on|the|off|as well as))* ${ITEM})+`,
);
const FROM = new RegExp(
  `\\b(?:from|starting|commencing|beginning|as of|as from|effect from|effective) (?:on )?${MARK}`,
);
const UNTIL = new RegExp(
  `\\b(?:to|until|through|ending|finishing|back to) (?:and including )?${MARK}`,
);
const ON_AND_UNTIL = new RegExp(`^[^@]*${MARK}[^@]* until (?:and including )?${MARK}[^@]*$`);
const WEEKDAY = dayWords.weekdays.join('|');
const REPEATING = new RegExp(
  String.raw`\b(?:(?:${dayWords.repeating.join('|')}) (?:other |single |second )?(?:${WEEKDAY}|weekend|week|fortnight|month)s?|(?:${WEEKDAY})s)\b`,
);
const EXCEPT = new RegExp(
  String.raw`\b(?:except|excluding|without|apart from|other than|not including|but not)(?: for)?(?: on)?(?: the)? ${MARK}`,
);
const ONLY_LENGTH = pattern(
  String.raw`\bfor (?:up to )?${LENGTH}|^(?:just |about |maybe )?${LENGTH}(?: off| please| long)*$`,
);

/** "Every friday", "each other week", "fridays": more than one run of days. */
export function isRepeating(text: string): boolean {
  return REPEATING.test(text);
}

/** "Home every friday from 1 march" → "home from 1 march". */
export function withoutRepeating(text: string): string {
  return text.replace(new RegExp(REPEATING, 'g'), ' ').replace(/ {2,}/g, ' ').trim();
}

/** @param text plain text. */
export function readDays(text: string, context: DayContext): DaysRead | undefined {
  const marked = markDays(text, context);
  if (marked.problem !== undefined) return { kind: 'problem', problem: marked.problem };
  const expanded = expandSpans(marked, context);
  if (expanded.problem !== undefined) return { kind: 'problem', problem: expanded.problem };
  const spans = withChrono(expanded, context);
  if (SPAN.test(spans.text) && EXCEPT.test(spans.text))
    return { kind: 'problem', problem: { kind: 'separate-days' } };
  const run = runIn(spans.text);
  if (run !== undefined) return run;
  const whole = SPAN.exec(spans.text);
  if (whole?.[1] !== undefined && whole[3] !== undefined)
    return spanOf(whole[1], whole[3], whole[4] === '~', context);

  const days = [...spans.text.matchAll(pattern(MARK))].map(([, day]) => day ?? '');
  const [first, ...others] = days;
  if (first === undefined) return lengthIn(spans);
  if (others.some((day) => day !== first))
    return context.isOne === true ? startIn(spans.text) : (untilIn(spans.text) ?? listOf(days));
  if (others.length > 0) return { kind: 'day', day: first };
  if (FROM.test(spans.text)) return { kind: 'from', day: first };
  if (UNTIL.test(spans.text)) return { kind: 'until', day: first };
  return { kind: 'day', day: first };
}

/** "3 to 7 may and 10 to 14 june": what is said beside the first span must not be lost. */
function runIn(text: string): DaysRead | undefined {
  const run = RUN.exec(text)?.[0];
  if (run === undefined || !SPAN.test(run)) return undefined;
  const spans = [...run.matchAll(pattern(ITEM))]
    .map(([, first = '', , last = first]) => ({ first, last }))
    .sort((one, other) => one.first.localeCompare(other.first));
  let [whole] = spans;
  for (const { first, last } of spans) {
    if (whole === undefined || last < first) return undefined;
    if (daysFrom(whole.last, first) > 1 && !overWeekend(whole.last, first))
      return { kind: 'problem', problem: { kind: 'separate-days' } };
    whole = { first: whole.first, last: last > whole.last ? last : whole.last };
  }
  return whole && { kind: 'span', ...whole };
}

function withChrono(spans: Marked, { today }: DayContext): Marked {
  return /[@{]/.test(spans.text) ? spans : { text: markByChrono(spans.text, today) };
}

function spanOf(first: Day, last: Day, lastHadNoYear: boolean, { today }: DayContext): DaysRead {
  if (last >= first) return { kind: 'span', first, last };
  // Where only the last day lacked a month or a year, the next one is what they may have meant.
  const suggestion = lastHadNoYear
    ? suggestLater(first, last)
    : last >= today
      ? { first: last, last: first }
      : undefined;
  return { kind: 'problem', problem: { kind: 'last-before-first', first, last, suggestion } };
}

function suggestLater(first: Day, last: Day): { first: Day; last: Day } | undefined {
  const later = laterSameDate(first, last);
  return later === undefined ? undefined : { first, last: later };
}

function laterSameDate(first: Day, last: Day): Day | undefined {
  for (let ahead = 28; ahead <= 62; ahead += 1) {
    const day = addDays(last, ahead);
    if (day > first && day.slice(8) === last.slice(8)) return day;
  }
  return undefined;
}

/** "From 1 april, tuesdays, wednesdays and thursdays": the day that it starts. */
function startIn(text: string): DaysRead | undefined {
  const day = FROM.exec(text)?.[1];
  return day === undefined ? undefined : { kind: 'from', day };
}

/** "Step out on 1 september and stay away until 31 august": two days, and only the second ends something. */
function untilIn(text: string): DaysRead | undefined {
  const [, first, , last] = ON_AND_UNTIL.exec(text) ?? [];
  return first === undefined || last === undefined || last < first
    ? undefined
    : { kind: 'span', first, last };
}

/** Days one after another are a span; with gaps they are not one request. */
function listOf(days: readonly Day[]): DaysRead {
  const inOrder = [...new Set(days)].sort();
  const first = inOrder[0] ?? '';
  const last = inOrder.at(-1) ?? '';
  if (first === last) return { kind: 'day', day: first };
  const gaps = inOrder.some((day, index) => {
    const before = inOrder[index - 1];
    return before !== undefined && daysFrom(before, day) > 1 && !overWeekend(before, day);
  });
  return gaps
    ? { kind: 'problem', problem: { kind: 'separate-days' } }
    : { kind: 'span', first, last };
}

function overWeekend(friday: Day, monday: Day): boolean {
  return weekdayOf(friday) === 5 && daysFrom(friday, monday) === 3;
}

function lengthIn({ text }: Marked): DaysRead | undefined {
  const [found] = text.matchAll(ONLY_LENGTH);
  const length = found?.[1] ?? found?.[2];
  return length === undefined || length === '0' ? undefined : { kind: 'length', length };
}
