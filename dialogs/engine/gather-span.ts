/** The span of days that a service is for, or its only day. */
import type { FieldDefinition } from '../catalogue/schema';
import dayWords from '../catalogue/words/day-words.json';
import { afterMidnight } from './after-midnight';
import { besideWords, daysIn, howRead } from './days-apart';
import { NOTHING, type Gathered, type Listening } from './gathered';
import { dayIn, placeDays, type DayFields } from './place-days';
import { isAnswer } from './reading/answers';
import { addDays, addMonths, type Day } from './reading/days';
import { monthNamed } from './reading/expand-months';
import { backAtWork } from './reading/expand-spans';
import { markDays } from './reading/mark-days';
import { isRepeating, readDays, withoutRepeating, type DaysRead } from './reading/read-days';

export interface Told {
  /** What was said, with the ends of its sentences. */
  readonly told: string;
  readonly dates: readonly FieldDefinition[];
}

export function gatherSpan(listening: Listening, fields: DayFields, told: Told): Gathered {
  const { draft, asker, asked, said } = listening;
  const had = { first: dayIn(draft, fields.first), last: dayIn(draft, fields.last) };
  const place = { fields, had, asked, today: asker.today, isOneDay: draft.isOneDay };
  // A pattern of working may repeat; a span of days may not.
  if (fields.last !== undefined && isRepeating(said) && !isStory(fields.first, listening))
    return { ...NOTHING, problem: { field: fields.first, problem: { kind: 'repeating-days' } } };
  const isSame = asked !== undefined && asked === fields.last?.name && isAnswer('same', said);
  const read =
    isSame && had.first !== undefined
      ? ({ kind: 'day', day: had.first } as const)
      : besideOwnWords(
          readSpan(once(said, fields), fields, had, listening),
          fields,
          { ...told, told: once(told.told, fields) },
          listening,
        );
  const spokenOf = timeSpokenOf(read, said, fields, asker.today);
  if (read === undefined) return { ...NOTHING, spokenOf };
  const { values, dropped, problem } = placeDays(
    intoNextYear(
      withOneMore(read, said, had),
      fields,
      asksForLast(asked, fields) ? had.first : undefined,
    ),
    place,
  );
  return {
    values,
    filledIn: afterMidnight(asker, said),
    dropped: dropped === undefined ? [] : [dropped],
    problem,
    spokenOf,
  };
}

/** Which week or month they spoke of, where none of its days was named: a bare "the 10th" is then of that one. */
function timeSpokenOf(
  read: DaysRead | undefined,
  said: string,
  { last }: DayFields,
  today: Day,
): Day | undefined {
  if (last?.sameWhenAlone !== true) return undefined;
  if (read === undefined) return monthNamed(said, today);
  return read.kind === 'problem' && read.problem.kind === 'part-of-span'
    ? read.problem.first
    : undefined;
}

/** "The 8th too" makes the span longer; a day far from it is one of its own. */
function withOneMore(read: DaysRead, said: string, had: Had): DaysRead {
  const { first, last = first } = had;
  const isMore = read.kind === 'day' && /^(?:and|plus|n|&) |\b(?:too|as well|also)\b/.test(said);
  if (!isMore || first === undefined || last === undefined) return read;
  if (read.day >= first && read.day <= last) return { kind: 'span', first, last };
  if (read.day > last && read.day <= addDays(last, NEAR_DAYS))
    return { kind: 'span', first, last: read.day };
  if (read.day < first && read.day >= addDays(first, -NEAR_DAYS))
    return { kind: 'span', first: read.day, last };
  return { kind: 'problem', problem: { kind: 'separate-days' } };
}

/** Over a weekend. */
const NEAR_DAYS = 3;

interface Had {
  readonly first: Day | undefined;
  readonly last: Day | undefined;
}

const asksForLast = (asked: string | undefined, { last }: Pick<DayFields, 'last'>): boolean =>
  asked !== undefined && asked === last?.name;

/** A service of one day is not about the days of a pattern: "every friday from 1 march". */
function once(said: string, { first, last }: DayFields): string {
  if (last !== undefined) return said;
  const rest = withoutRepeating(said);
  return first.endsSpan ? rest : rest.replace(PATTERN, ' ').replace(/ {2,}/g, ' ').trim();
}

const WEEKDAY = String.raw`(?:${dayWords.weekdays.join('|')})`;
/** "Wednesday to friday only": the days that somebody works, and not the day from which they do. */
const PATTERN = new RegExp(
  String.raw`(?<!\b(?:from|starting|starts?|next|this|last|on) )\b${WEEKDAY}(?: (?:(?:to|until|and|or|through) )?${WEEKDAY})+\b|\b${WEEKDAY} only\b|\bonly ${WEEKDAY}\b`,
  'g',
);

/** "1 october to 30 september", and "31 march" for the end of what begins in April: of the year after. */
function intoNextYear(read: DaysRead, { last }: DayFields, first: Day | undefined): DaysRead {
  if (last?.overNewYear !== true) return read;
  if (read.kind === 'problem' && read.problem.kind === 'last-before-first') {
    const day = addMonths(read.problem.last, 12);
    return day < read.problem.first ? read : { kind: 'span', first: read.problem.first, last: day };
  }
  const isBefore =
    (read.kind === 'day' || read.kind === 'until') && first !== undefined && read.day < first;
  return isBefore ? { ...read, day: addMonths(read.day, 12) } : read;
}

/** The first message of a service that stories lead to: it tells days that nobody asks for. */
function isStory({ onlyBeside }: FieldDefinition, { opens }: Listening): boolean {
  return onlyBeside && opens === true;
}

/** Nobody who tells a story is asked why its days are not next to each other. */
function isNoAnswer(read: DaysRead | undefined): boolean {
  return (
    read?.kind === 'problem' &&
    ['separate-days', 'part-of-span', 'today-or-next'].includes(read.problem.kind)
  );
}

/** What has begun lies back, its end ahead: "off since thursday", "off until thursday". */
function readSpan(
  said: string,
  { first, last }: DayFields,
  had: { readonly first: Day | undefined },
  { asker: { today }, asked, opens, draft }: Listening,
): DaysRead | undefined {
  // The end of what is over lies back as its start does.
  const endsAhead = last?.begun !== true;
  const isEnd = asksForLast(asked, { last }) && endsAhead;
  const spokenOf = asked === first.name ? spokenOfIn(draft, today) : undefined;
  const context = {
    today,
    first: had.first ?? spokenOf,
    countFromFirst: isEnd || (spokenOf !== undefined && had.first === undefined),
    monthMeansFirst: first.monthMeansFirst,
    isOne: last === undefined && opens === true,
    daysOff: last?.sameWhenAlone === true && !isEnd,
    endsNothing: last === undefined,
    asksWhichWeek: !isEnd,
  };
  // "Do you mean today, or next friday?" "next week"
  if (draft.isOneDay === true && THE_NEXT.test(said))
    return { kind: 'day', day: addDays(today, 7) };
  const how = isEnd ? {} : howRead(first, said);
  const read = readDays(said, { ...context, ...how });
  if (read?.kind === 'problem' && read.problem.kind === 'today-or-next') {
    const isAlone = readDays(said, { ...context, ...how, asksWhichWeek: false })?.kind === 'day';
    return { kind: 'problem', problem: { ...read.problem, isAlone } };
  }
  const isToCome = read?.kind === 'until' && read.day < today && endsAhead;
  return isToCome ? readDays(said, context) : read;
}

const THE_NEXT =
  /^(?:no |not today )?(?:(?:the )?next(?: one| week)?|(?:the )?(?:following|one after|week after)(?: one| week)?|not today|not this one)(?: please)?$/;

/** A month that has begun goes on from today. */
function spokenOfIn({ spokenOf }: Listening['draft'], today: Day): Day | undefined {
  return spokenOf === undefined || spokenOf > today ? spokenOf : undefined;
}

/** Two days or more, and none of them is joined to the next: "did it yesterday, so not in today". */
function areLoose(marked: string): boolean {
  const isJoined = /@ (?:(?:and|or|to|until|through) )?(?:the )?@/.test(marked);
  return !isJoined && daysIn(marked).length > 1;
}

/** Of days that are no span, and of any day of a story: those that stand beside the fields' own words. */
function besideOwnWords(
  read: DaysRead | undefined,
  { first, last }: DayFields,
  { told, dates }: Told,
  listening: Listening,
): DaysRead | undefined {
  if (first.saidAfter.length === 0) return read;
  const { asker, opens } = listening;
  const { today } = asker;
  const ofStory = isStory(first, listening);
  // "Got my note this morning, signed off until the 28th": a story, and no days apart.
  const isApart = read?.kind === 'problem' && read.problem.kind === 'separate-days';
  const marked = markDays(told, {
    today,
    ...howRead(first, told),
    monthMeansFirst: first.monthMeansFirst,
    isApart: true,
  }).text;
  const text = last === undefined ? marked : backAtWork(marked);
  // Where one day is asked for, a span is told of something else: "off from monday to friday, met today".
  const isOther = last === undefined && !first.endsSpan && read?.kind === 'span';
  const isSure = !isOther && !(ofStory && (read?.kind === 'day' || isNoAnswer(read)));
  if (!areLoose(text) && isSure) return read;
  // "Died on sunday, need leave": in a story only "thursday off" has its word behind it.
  const from = besideWords(text, first, dates, ofStory ? 0 : undefined)?.[1];
  const until = last === undefined ? undefined : besideWords(text, last, dates)?.[1];
  const isOver = last?.begun === true;
  if (from === undefined && until !== undefined && (until >= today || isOver))
    return { kind: 'until', day: until };
  if (from === undefined)
    return ofStory || (isApart && opens === true && first.begun) ? undefined : read;
  return until === undefined || until < from
    ? { kind: 'from', day: from }
    : { kind: 'span', first: from, last: until };
}
