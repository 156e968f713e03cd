/**
 * Whether somebody will have served long enough by a day. The directory knows since when they hold
 * their posts and, of most, when their NHS service began; what came before it does not know.
 */
import type { Check } from '../../catalogue/rule-schema';
import { sundayOf, type Day } from '../reading/days';
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
  if (isServed(since, least, limit)) return HOLDS;
  // Nobody has worked here for longer than they have worked in the NHS.
  if (since === undefined || nhsServiceStart === undefined) return { is: 'unknown', limit, since };
  const atLatest = check.shortAlsoOn === undefined ? limit : matter.day(check.shortAlsoOn);
  const isShort =
    !isServed(nhsServiceStart, least, limit) && !isServed(nhsServiceStart, least, atLatest);
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

/** Of several posts, where none was chosen: the longest held. */
function employedSinceOf({ draft, asker: { posts } }: Matter): Day | undefined {
  const chosen = posts.filter(({ id }) => id === draft.filledIn.postId);
  const days = (chosen.length > 0 ? chosen : posts).flatMap((post) => post.employedSince ?? []);
  return days.sort()[0];
}

function isServed(since: Day | undefined, least: Amount, by: Day | undefined): boolean {
  const full = since === undefined ? undefined : later(since, least);
  return full !== undefined && by !== undefined && full <= by;
}
