/**
 * One shift in what somebody wrote: its day, when it begins and how long it is. "Saturday 8pm to
 * Sunday 8am", "night 19:30-07:30", "Tuesday 1 to 9pm".
 */
import type { Shift } from './facts';

const DAY = '(mon|tue|wed|thu|fri|sat|sun)[a-z]*';
const TIME = String.raw`(\d{1,2})(?:[:.]([0-5]\d))?\s*(am|pm)?|(noon|midday|midnight)`;
const RANGE = new RegExp(
  String.raw`(?<![£\d.])(?:${TIME})\s*(?:-|–|to|till?|until|through to)\s*(?:on\s+)?(?:the next (?:day|morning)\s+)?(?:${DAY}\s+)?(?:(?:morning|night|evening)\s+)?(?:at\s+)?(?:${TIME})(?!\s*(?:hours?|hrs?|%|weeks?|days?|months?|years?|\d))`,
  'i',
);
const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const PUBLIC_HOLIDAY =
  /\b(?:bank hol\w*|public hol\w*|christmas(?! eve)|xmas(?! eve)|boxing day|new year'?s? ?day|good friday|easter monday)\b/i;
const HOUR = 60;
const HALF_DAY = 12;
const DAY_MINUTES = 24 * HOUR;

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | undefined;
  /** True where it cannot be a telling of anything but the time of day. */
  readonly sure: boolean;
}

export function readShift(text: string): Shift | undefined {
  const found = RANGE.exec(text);
  if (found === null) return undefined;
  const [, h1, m1, half1, word1, , h2, m2, half2, word2] = found;
  const [from, to] = [clockOf(h1, m1, half1, word1), clockOf(h2, m2, half2, word2)];
  if (from === undefined || to === undefined || !(from.sure || to.sure)) return undefined;
  const night = /\bnights?\b/i.test(text);
  const start = minuteOf(from, startHalf(from, to, night));
  const end = minuteOf(to, to.half ?? (night ? 'am' : endHalf(to, start)));
  const minutes = (end - start + DAY_MINUTES) % DAY_MINUTES;
  if (minutes === 0) return undefined;
  return {
    weekday: dayBefore(text.slice(0, found.index)) ?? dayBehind(text.slice(found.index)),
    publicHoliday: PUBLIC_HOLIDAY.test(text),
    start,
    minutes,
  };
}

function clockOf(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
  word: string | undefined,
): Clock | undefined {
  if (word !== undefined)
    return {
      hour: HALF_DAY,
      minute: 0,
      half: /midnight/i.test(word) ? 'am' : 'pm',
      sure: true,
    };
  const read = Number(hour);
  if (read > DAY_MINUTES / HOUR) return undefined;
  const onClock = half?.toLowerCase();
  return {
    hour: read,
    minute: Number(minute ?? 0),
    half: onClock === 'am' || onClock === 'pm' ? onClock : undefined,
    sure: onClock !== undefined || minute !== undefined,
  };
}

/** "1 to 9pm" begins in the afternoon, "9 to 5pm" in the morning, a night in the evening. */
function startHalf(from: Clock, to: Clock, night: boolean): Clock['half'] {
  if (from.half !== undefined || from.hour > HALF_DAY) return from.half;
  if (night) return 'pm';
  if (to.half === 'pm') return from.hour < to.hour || from.hour === HALF_DAY ? 'pm' : 'am';
  return to.half === 'am' ? 'pm' : undefined;
}

/** "8pm to 8" ends in the morning, "1pm to 9" in the evening. */
const endHalf = (to: Clock, start: number): Clock['half'] =>
  to.hour > HALF_DAY || start < HALF_DAY * HOUR ? undefined : afterStart(to, start) ? 'pm' : 'am';

const afterStart = ({ hour, minute }: Clock, start: number): boolean =>
  (hour + HALF_DAY) * HOUR + minute > start;

function minuteOf({ hour, minute }: Clock, half: Clock['half']): number {
  const h =
    hour > HALF_DAY || half === undefined
      ? hour
      : (hour % HALF_DAY) + (half === 'pm' ? HALF_DAY : 0);
  return (h * HOUR + minute) % DAY_MINUTES;
}

const dayNumber = (name: string | undefined): number | undefined =>
  name === undefined ? undefined : DAY_NAMES.indexOf(name.toLowerCase()) + 1;

const NAMED = new RegExp(String.raw`\b${DAY}\b`, 'gi');
/** "Sun" and "sat" are days and words; the names of days are looked for whole. */
const IS_A_DAY =
  /^(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:nesdays?)?|thu(?:rs?(?:days?)?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)$/i;

const namedIn = (text: string): string[] =>
  [...text.matchAll(NAMED)].flatMap(([whole, name]) =>
    IS_A_DAY.test(whole) && name !== undefined ? [name] : [],
  );

/** The day said last before the times; the day said first behind them. */
const dayBefore = (text: string): number | undefined => dayNumber(namedIn(text).at(-1));

function dayBehind(text: string): number | undefined {
  const between = RANGE.exec(text);
  // "8pm to Sunday 8am" began the day before.
  if (between?.[5] !== undefined) {
    const ended = dayNumber(between[5]) ?? 1;
    return ended === 1 ? DAY_NAMES.length : ended - 1;
  }
  return dayNumber(namedIn(text.slice(between?.[0].length ?? 0))[0]);
}
