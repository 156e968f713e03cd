/** "This weekend", "the weekend of 13 march", "easter weekend": made into "@first@ to @last@". */
import { MONTH } from './day-names';
import { addDays, easter, mondayOf, nextWeekday, partsOf, weekdayOf, type Day } from './days';
import { firstOf } from './expand-months';
import { pattern } from './pattern';

const MARK = String.raw`@(\d{4}-\d\d-\d\d)~?@`;
const WHICH = ['first', 'second', 'third', 'fourth'];

const saturdayOf = (day: Day): Day => addDays(mondayOf(day), 5);
const weekend = (saturday: Day): string => `@${saturday}@ to @${addDays(saturday, 1)}@`;

/** @param text with its days marked: "easter weekend" is "@2027-03-28@ weekend" by now */
export function expandWeekends(text: string, today: Day): string {
  if (!text.includes('weekend')) return text;
  const isSunday = weekdayOf(today) === 7;
  const next = addDays(saturdayOf(today), 7);
  return text
    .replace(
      pattern(String.raw`\b(?:the )?weekend (?:of|on|containing)(?: the)? ${MARK}`),
      (_, day: string) => weekend(saturdayOf(day)),
    )
    .replace(pattern(String.raw`\b(?:the )?weekend after ${MARK}`), (_, day: string) =>
      weekend(nextWeekday(addDays(day, 1), 6)),
    )
    .replace(
      pattern(String.raw`${MARK} weekend\b`),
      (all: string, day: string) => aroundEaster(day) ?? all,
    )
    .replace(
      pattern(String.raw`\b(?:the )?(first|second|third|fourth) weekend (?:in|of) (${MONTH})\b`),
      (all: string, which: string, month: string) => {
        const first = firstOf(month, undefined, today);
        const day = first && addDays(nextWeekday(first, 6), 7 * WHICH.indexOf(which));
        return day === undefined || day < today ? all : weekend(day);
      },
    )
    .replace(/\b(?:the )?weekend after next\b/g, weekend(addDays(next, 7)))
    .replace(/\bnext weekend\b/g, weekend(next))
    .replace(
      /\b(?:this(?: coming)?|the coming) weekend\b|\bthe weekend(?= off\b)|(?<=\boff )the weekend\b/g,
      () => (isSunday ? `@${today}@` : weekend(saturdayOf(today))),
    );
}

/** From Good Friday to Easter Monday; of other days with names it is not said which days they are. */
function aroundEaster(day: Day): string | undefined {
  return easter(partsOf(day).year) === day
    ? `@${addDays(day, -2)}@ to @${addDays(day, 1)}@`
    : undefined;
}
