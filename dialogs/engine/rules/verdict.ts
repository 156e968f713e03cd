/** Whether what a rule asks is so: as far as the request, the day and the directory can tell. */
import type { Check } from '../../catalogue/rule-schema';
import { addDays, daysFrom, sundayOf, type Day } from '../reading/days';
import { earlier, later } from './figure';
import { dayOfWeek, HOLDS, type Matter, type Verdict } from './matter';
import { judgeService } from './service';

/** Holds where a value or a figure is not there: nothing is said of what cannot be checked. */
export function judge(check: Check, matter: Matter): Verdict {
  switch (check.kind) {
    case 'notice':
      return notice(check, matter);
    case 'tell-by':
      return tellBy(check, matter);
    case 'soon-after':
      return soonAfter(check, matter);
    case 'weeks-before':
      return weeksBefore(check, matter);
    case 'from-day':
      return fromDay(check, matter);
    case 'used-by':
      return usedBy(check, matter);
    case 'length':
      return length(check, matter);
    case 'at-most':
      return atMost(check, matter);
    case 'service':
      return judgeService(check, matter);
    case 'sent-before':
      return sentBefore(check, matter);
    case 'told':
      return { is: 'fails' };
  }
}

/** A birth so long after the day on which it was due is not to be expected. */
const WEEKS_LATE = 4;

type Of<Kind extends Check['kind']> = Extract<Check, { kind: Kind }>;

const before = (day: Day, limit: Day): Verdict =>
  day < limit ? { is: 'fails', limit, mends: true } : HOLDS;

function notice(check: Of<'notice'>, matter: Matter): Verdict {
  const { asker, figure, day } = matter;
  const [first, least] = [day(check.field), figure(check.least)];
  const come = check.unlessCome === undefined ? undefined : day(check.unlessCome);
  if (first === undefined || least === undefined) return HOLDS;
  if (come !== undefined && come <= asker.today) return HOLDS;
  const limit = later(asker.today, least);
  const forLength = addDays(asker.today, daysForLength(check, first, matter) ?? 0);
  if (limit === undefined) return HOLDS;
  return before(first, forLength > limit ? forLength : limit);
}

/** As much notice for each day of the leave as the clause asks for in its example. */
function daysForLength(
  { byLength }: Of<'notice'>,
  first: Day,
  { figure, day }: Matter,
): number | undefined {
  if (byLength === undefined) return undefined;
  const [leave, asked] = [figure(byLength.leave), figure(byLength.notice)];
  if (leave?.unit !== 'days' || asked?.unit !== 'days') return undefined;
  const days = daysFrom(first, day(byLength.last) ?? first) + 1;
  return Math.ceil((days * asked.amount) / leave.amount);
}

function tellBy(check: Of<'tell-by'>, { asker, figure, day }: Matter): Verdict {
  const [of, weeks] = [day(check.field), figure(check.weeks)];
  if (of === undefined || weeks === undefined || of <= asker.today) return HOLDS;
  const limit = dayOfWeek(earlier(sundayOf(of), weeks), check.day);
  return limit === undefined || asker.today <= limit ? HOLDS : { is: 'fails', limit };
}

function soonAfter(check: Of<'soon-after'>, { asker, figure, day }: Matter): Verdict {
  const [of, within] = [day(check.field), figure(check.within)];
  const limit = of === undefined || within === undefined ? undefined : later(of, within);
  return limit === undefined || asker.today <= limit ? HOLDS : { is: 'fails', limit };
}

/** Leave that starts by tomorrow may follow a birth, which starts it the day after. */
function weeksBefore(check: Of<'weeks-before'>, { asker, figure, day }: Matter): Verdict {
  const [first, of, weeks] = [day(check.field), day(check.of), figure(check.weeks)];
  if (first === undefined || of === undefined || weeks === undefined) return HOLDS;
  const limit = earlier(sundayOf(of), weeks);
  if (limit === undefined || first >= limit) return HOLDS;
  return first <= addDays(asker.today, 1) ? { is: 'unknown', limit } : before(first, limit);
}

function fromDay(check: Of<'from-day'>, { figure, day }: Matter): Verdict {
  const [first, of, from] = [day(check.field), day(check.of), figure(check.day)];
  if (first === undefined || of === undefined || from === undefined) return HOLDS;
  return before(first, addDays(of, from.amount - 1));
}

/** A due date is not a birth: until the day has come, what is counted from it is not certain, nor may it be after. */
function usedBy(check: Of<'used-by'>, { draft, asker, figure, day }: Matter): Verdict {
  const [first, of, within] = [day(check.first), day(check.of), figure(check.within)];
  const weeks = draft.fields[check.weeks];
  if (first === undefined || of === undefined || within === undefined) return HOLDS;
  const limit = later(of, within);
  // Where the weeks are not known yet, at least one is wanted.
  const last = addDays(first, 7 * (typeof weeks === 'number' ? weeks : 1) - 1);
  if (limit === undefined || last <= limit) return HOLDS;
  const certain = addDays(limit, check.dueOrBorn === true ? 7 * WEEKS_LATE : 0);
  return { is: of <= asker.today && last > certain ? 'fails' : 'unknown', limit };
}

function length(check: Of<'length'>, { asker, figure, day }: Matter): Verdict {
  const [first, end] = [day(check.first), day(check.last)];
  const last = end ?? asker.today;
  if (first === undefined || last < first) return HOLDS;
  const lastOf = (name: string | undefined): Day | undefined => {
    const amount = name === undefined ? undefined : figure(name);
    const after = amount === undefined ? undefined : later(first, amount);
    return after === undefined ? undefined : addDays(after, -1);
  };
  const [least, most] = [lastOf(check.least), lastOf(check.most)];
  if (end !== undefined && least !== undefined && end < least)
    return { is: 'fails', limit: least, mends: true };
  return most !== undefined && last > most ? { is: 'fails', limit: most, mends: true } : HOLDS;
}

/** Only in the unit of the field: three days are not so many hours. */
function atMost(check: Of<'at-most'>, { draft, figure }: Matter): Verdict {
  const [value, most] = [draft.fields[check.field], figure(check.most)];
  if (typeof value !== 'number' || most?.unit !== check.field) return HOLDS;
  return value > most.amount ? { is: 'fails' } : HOLDS;
}

/** Sent from here alone: what was asked for on paper is not known. */
function sentBefore(check: Of<'sent-before'>, { draft, asker, figure }: Matter): Verdict {
  const [most, within] = [figure(check.most), figure(check.in)];
  const from = within === undefined ? undefined : earlier(asker.today, within);
  if (most === undefined || from === undefined) return HOLDS;
  const sent = (asker.sent ?? []).filter(
    ({ service, day }) => service === draft.service && day > from,
  );
  return sent.length < most.amount ? HOLDS : { is: 'fails' };
}
