/**
 * Whether somebody will have served long enough by a day. The directory knows since when they hold
 * their posts and, of most, when their NHS service began; what came before it does not know.
 */
import type { Check } from '../../catalogue/rule-schema';
import { addDays, sundayOf, type Day } from '../reading/days';
import { earlier, later, type Amount } from './figure';
import { dayOfWeek, HOLDS, type Matter, type Verdict } from './matter';

type ServiceCheck = Extract<Check, { kind: 'service' }>;

export function judgeService(check: ServiceCheck, matter: Matter): Verdict {
  const least = matter.figure(check.least);
  const limit = dayBy(check, matter);
  if (least === undefined || limit === undefined) return HOLDS;
  const { nhsServiceStart } = matter.asker;
  const employedSince = employedSinceOf(matter);
  const since = check.where === 'nhs' ? nhsServiceStart : employedSince;
  const isServed = (from: Day | undefined, by: Day | undefined): boolean =>
    hasServed(from, least, by, check.by.day === 'last');
  if (isServed(since, limit)) return HOLDS;
  if (check.dueOrBorn === true && (matter.day(check.by.field) ?? '') <= matter.asker.today)
    return { is: 'unknown', since };
  // Nobody has worked here for longer than they have worked in the NHS.
  if (since === undefined || nhsServiceStart === undefined) return { is: 'unknown', limit, since };
  const atLatest =
    check.shortAlsoOn === undefined ? limit : lastDayOf(matter.day(check.shortAlsoOn), check);
  const isShort = !isServed(nhsServiceStart, limit) && !isServed(nhsServiceStart, atLatest);
  return { is: isShort ? 'fails' : 'unknown', limit, since };
}

/** Undefined until the field has its day. */
function dayBy({ by }: ServiceCheck, { figure, day }: Matter): Day | undefined {
  const of = day(by.field);
  if (of === undefined || by.day === 'itself') return of;
  const weeks = by.weeks === undefined ? undefined : figure(by.weeks);
  if (weeks === undefined)
    return by.weeks === undefined ? dayOfWeek(sundayOf(of), by.day) : undefined;
  return dayOfWeek(earlier(sundayOf(of), weeks), by.day);
}

function lastDayOf(day: Day | undefined, { by }: ServiceCheck): Day | undefined {
  if (day === undefined || by.day === 'itself') return day;
  return dayOfWeek(sundayOf(day), by.day);
}

/** Of several posts, where none was chosen: the longest held. */
function employedSinceOf({ draft, asker: { posts } }: Matter): Day | undefined {
  const chosen = posts.filter(({ id }) => id === draft.filledIn.postId);
  const days = (chosen.length > 0 ? chosen : posts).flatMap((post) => post.employedSince ?? []);
  return days.sort()[0];
}

/** By the end of a week, that week counts, and of weeks so does the one in which the work began. */
function hasServed(
  since: Day | undefined,
  least: Amount,
  by: Day | undefined,
  toTheEnd: boolean,
): boolean {
  if (since === undefined || by === undefined) return false;
  const from = toTheEnd && least.unit === 'weeks' ? sundayOf(since) : since;
  const full = later(from, least);
  return full !== undefined && full <= addDays(by, toTheEnd ? 1 : 0);
}
