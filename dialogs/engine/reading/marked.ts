/** Text on its way to days: what they are counted from, and the text with its marks. */
import type { Day } from './days';
import type { Problem } from './reading';

export interface DayContext {
  readonly today: Day;
  /** What "the 30th" and "to the 30th" are counted from: the first day, where it is known. */
  readonly first?: Day | undefined;
  /** Whether a weekday or a date without a year is counted from the first day too. */
  readonly countFromFirst?: boolean;
  /** For what has begun: a weekday or a date without a year is the last one, or a near one to come. */
  readonly begun?: boolean;
  /** How many days back a date without a year may lie. */
  readonly datesBack?: number | undefined;
  /** Of what has been, and does not lie ahead: "born on the 20th". */
  readonly isPast?: boolean | undefined;
  /** For days of different things ("due 10 january, off from 20 november"): none is counted from another. */
  readonly isApart?: boolean;
  readonly monthMeansFirst?: boolean;
  /** Days off are wanted, so that a weekend is two of them, and the end of a month is none for sure. */
  readonly daysOff?: boolean;
  /** "Back on monday" ends nothing where there is one day to tell. */
  readonly endsNothing?: boolean;
  /** A weekday that is today may be the next one: it is asked. */
  readonly asksWhichWeek?: boolean;
  /** One day is wanted, and of several only the one that something starts on will do. */
  readonly isOne?: boolean;
}

export interface Marked {
  readonly text: string;
  readonly problem?: Problem | undefined;
}

/** Days without a year or a month are the next on or after `dates`, weekdays on or after `weekdays`. */
export type Counting = DayContext & {
  readonly dates: Day;
  readonly weekdays: Day;
  /** The first day, where what is said may end a span that starts on it. */
  readonly countsFrom: Day | undefined;
};

export type Mark = (pattern: RegExp, put: Put) => void;

/** `undefined` leaves the words as they are; a problem stops the reading. */
type Put = (words: readonly string[], before: string) => string | Problem | undefined;
