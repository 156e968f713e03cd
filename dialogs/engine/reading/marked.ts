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
  /** For what can only lie back: a weekday or a date without a year is the last one. */
  readonly past?: boolean;
  /** For days of different things ("due 10 january, off from 20 november"): none is counted from another. */
  readonly isApart?: boolean;
  readonly monthMeansFirst?: boolean;
  /** For spans of months: "1 september to 28 february" ends in the next year. */
  readonly mayTurnYear?: boolean;
}

export interface Marked {
  readonly text: string;
  readonly problem?: Problem | undefined;
}
