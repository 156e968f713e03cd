/**
 * The days in what somebody wrote, each told apart by the words before it: "due 14 August",
 * "started 3 July", "leave from 15 February". A day without a year is the one that fits: a due
 * date is ahead, a first day at work was in the past.
 */
import * as chrono from 'chrono-node';
import type { Day } from '../policies/schema';
import { addDays } from './days';
import type { Facts } from './facts';

type DayFact = 'dueDate' | 'birthDate' | 'leaveStart' | 'lastDay' | 'noticeGiven' | 'serviceStart';
type Direction = 'ahead' | 'past' | 'near';

interface Cue {
  readonly fact: DayFact;
  readonly words: RegExp;
  readonly direction: Direction;
}

const END = String.raw`\b(?:[^.;!?\d]{0,24})$`;
const cue = (fact: DayFact, direction: Direction, words: string): Cue => ({
  fact,
  direction,
  words: new RegExp(`\\b(${words})${END}`, 'i'),
});
/** The one that stands nearest before a day says what it is; of two as near, the first here. */
const CUES: readonly Cue[] = [
  cue(
    'leaveStart',
    'ahead',
    'leave (?:to )?(?:start|begin|from)\\w*|(?:start|begin|take|go on)\\w* (?:my |the |her )?(?:mat(?:ernity)? |paternity )?leave|finish(?:ing)? (?:work|up)|go(?:ing)? off',
  ),
  cue('dueDate', 'ahead', 'due|edd|expecting|expected'),
  cue('birthDate', 'near', 'born|birth|arrived|arrives|had (?:the|my|our) baby'),
  cue(
    'lastDay',
    'ahead',
    'leaving|last (?:working )?day|leave on|leave by|finish|until|notice (?:period )?(?:ends|runs out|is up|finishes)',
  ),
  cue(
    'noticeGiven',
    'near',
    'resign(?:ed|ing|ation)?|notice|hand(?:ed|ing)? (?:it|my letter)|(?:give|gave|put) (?:it|my letter)',
  ),
  cue('serviceStart', 'ahead', 'starting|joining|will start|start on|starts|new job'),
  cue(
    'serviceStart',
    'past',
    'started|joined|since|began|in post|worked (?:here|there) from|start date|service (?:from|date)|start',
  ),
];

interface Found {
  readonly index: number;
  readonly text: string;
  readonly day: Day;
  /** Where a range was said, its last day. */
  readonly last: Day | undefined;
  readonly hasYear: boolean;
}

/** @param on the day of asking */
export function readDayFacts(text: string, on: Day): Pick<Facts, DayFact> {
  const facts: Partial<Record<DayFact, Day>> = {};
  let from = 0;
  for (const found of daysIn(text, on)) {
    const before = text.slice(from, found.index);
    from = found.index + found.text.length;
    const nearest = CUES.map((one) => ({ ...one, end: endOf(one.words.exec(before)) }))
      .filter(({ end }) => end > 0)
      .sort((a, b) => b.end - a.end)[0];
    if (nearest !== undefined) facts[nearest.fact] ??= placed(found, nearest.direction, on);
    // "From 1 April to 30 September": of a job, where nothing else was said to begin.
    if (found.last !== undefined && (nearest === undefined || nearest.fact === 'serviceStart')) {
      facts.serviceStart ??= placed(found, 'near', on);
      facts.lastDay ??= found.last;
    }
  }
  return facts;
}

const endOf = (cued: RegExpExecArray | null): number =>
  cued === null ? 0 : cued.index + (cued[1] ?? '').length;

/** A day with no word to say what it is, as in an answer to "What is the due date?". */
export function readBareDay(text: string, fact: DayFact, on: Day): Day | undefined {
  const [found] = daysIn(text, on);
  if (found === undefined) return undefined;
  const direction = CUES.find((one) => one.fact === fact)?.direction ?? 'near';
  return placed(found, fact === 'serviceStart' ? 'near' : direction, on);
}

/** The library is slow beside this look. */
const MAY_BE_A_DAY =
  /\d[^\n]*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d|\d[./-]\d/i;

/** Only where the day and the month were said: "in March" and "on Thursday" are no dates to count from. */
function daysIn(text: string, on: Day): Found[] {
  if (!MAY_BE_A_DAY.test(text)) return [];
  const noon = { instant: new Date(`${on}T12:00:00Z`), timezone: 0 };
  return chrono.en.GB.parse(text, noon).flatMap(({ index, text: said, start, end }) => {
    if (!start.isCertain('day') || !start.isCertain('month')) return [];
    const last = end == null ? undefined : dayOf(end);
    return [{ index, text: said, day: dayOf(start), last, hasYear: start.isCertain('year') }];
  });
}

function dayOf(parts: chrono.ParsedComponents): Day {
  const two = (part: 'month' | 'day'): string => String(parts.get(part) ?? 0).padStart(2, '0');
  return `${parts.get('year') ?? 0}-${two('month')}-${two('day')}`;
}

/** Babies come late: a due date may just have gone. */
const JUST_GONE = 28;

function placed({ day, hasYear }: Found, direction: Direction, on: Day): Day {
  if (hasYear || direction === 'near') return day;
  const year = Number(on.slice(0, 4));
  const inYear = (n: number): Day => `${year + n}${day.slice(4)}`;
  const earliest = direction === 'ahead' ? addDays(on, -JUST_GONE) : '';
  return direction === 'ahead'
    ? ([inYear(-1), inYear(0), inYear(1)].find((one) => one >= earliest) ?? day)
    : ([inYear(0), inYear(-1)].find((one) => one <= on) ?? day);
}
