/** "Christmas Eve", "Good Friday", "the August bank holiday": days with names of their own. */
import { WEEKDAY, weekdayNumber } from './day-names';
import { pattern } from './pattern';
import named from '../../catalogue/words/named-days.json';
import {
  addDays,
  easter,
  lastOfMonth,
  mondayOf,
  nextDate,
  nextWeekday,
  partsOf,
  type Day,
} from './days';

/** Names are not the same in each year; the year is the next in which the day is not over. */
type OfYear = (year: number) => Day;

const NAMES: readonly (readonly [string, OfYear])[] = [
  ...Object.entries(named.fixed).map(([name, date]): [string, OfYear] => [
    name,
    (year) => `${year}-${date}`,
  ]),
  ...Object.entries(named.fromEaster).map(([name, offset]): [string, OfYear] => [
    name,
    (year) => addDays(easter(year), offset),
  ]),
  ...Object.entries(named.mondays).map(([name, rule]): [string, OfYear] => [
    name,
    (year) => mondayOfMonth(year, rule.month, rule.which),
  ]),
].sort(([a], [b]) => b.length - a.length);

const BETWEEN_HOLIDAYS =
  /\b(?:between )?christmas (?:and|to) (?:the )?new years?\b(?! (?:day|eve))/g;

/** "The tuesday after @easter@ weekend". */
const WEEKDAY_BESIDE = pattern(
  String.raw`\b(?:the )?(${WEEKDAY}) (after|following|before) @(\S+)@(?: weekend)?`,
);

export function markNamedDays(text: string, today: Day): string {
  const between = text.replace(BETWEEN_HOLIDAYS, () => {
    const first = nextDate(today, 12, 27) ?? today;
    return `@${first}@ to @${addDays(first, 4)}@`;
  });
  const weeks = between
    .replace(/\bchristmas week\b/g, () => {
      const day = nextDate(today, 12, 25) ?? today;
      return `@${mondayOf(day)}@ to @${addDays(mondayOf(day), 6)}@`;
    })
    // The week before Easter or the one after it: they are asked.
    .replace(/\beaster week\b/g, 'that week');
  const marked = NAMES.reduce(
    (rest, [name, ofYear]) =>
      rest.includes(name.split(' ', 1)[0] ?? name)
        ? rest.replace(
            pattern(String.raw`\b${name}(?: (20\d\d))?\b`),
            (_, year?: string) => `@${dayIn(ofYear, year, today)}@`,
          )
        : rest,
    weeks,
  );
  return marked.replace(
    WEEKDAY_BESIDE,
    (_, weekday: string, which: string, day: string) =>
      `@${weekdayBeside(weekdayNumber(weekday), which, day)}@`,
  );
}

function weekdayBeside(weekday: number, which: string, day: Day): Day {
  return nextWeekday(addDays(day, which === 'before' ? -7 : 1), weekday);
}

function dayIn(ofYear: OfYear, year: string | undefined, today: Day): Day {
  if (year !== undefined) return ofYear(Number(year));
  const thisYear = ofYear(partsOf(today).year);
  return thisYear >= today ? thisYear : ofYear(partsOf(today).year + 1);
}

function mondayOfMonth(year: number, month: number, which: string): Day {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return which === 'first' ? nextWeekday(first, 1) : mondayOf(lastOfMonth(year, month));
}
