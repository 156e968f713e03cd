/** Policies whose answers are rated worse than before at one organisation, by more than chance explains. */
import { setImmediate as letOthersIn } from 'node:timers/promises';
import { addDays, today } from '../calendar/days';
import {
  DAYS_TRIED,
  gotWorse,
  sumOf,
  type Rated,
  type RatedDay,
  type Worse,
} from '../feedback/got-worse';
import type { ConsoleTools } from './console-parts';
import type { PolicyDay } from './knowledge-reading';

/** What is compared: twelve weeks. */
export const COMPARED_DAYS = 84;
/** Of all that a page shows, luck may put one line there once in twenty times. */
const LUCK = 0.05;
/** The day on which it began is known to a few days only. */
const DAYS_AROUND = 4;
/** What began longer ago than four weeks is told as long as it goes on and nobody tried to mend it. */
export const LONGEST_DAYS = 70;
/** Looking further back must not find more by luck: of the chance it gets this share. */
const SHARE_OF_OLD = 0.1;

export interface WorsePolicy extends Worse {
  readonly policy: string;
  readonly organisation: string;
  /** Oldest first. */
  readonly changes: readonly Change[];
}

export interface Change {
  /** A London day. */
  readonly on: string;
  readonly did: 'worded' | 'taken-out';
  /** How it was rated from that day on: of that day, also what was asked before it. */
  readonly after: Rated;
}

interface Tools extends Pick<ConsoleTools, 'variations' | 'withheld'> {
  readonly policies: ConsoleTools['policies'];
}

/**
 * @param days of the last twelve weeks
 * @param only this policy is looked at; as unlikely as chance makes it when all are
 */
export async function worseRatings(
  tools: Tools,
  organisations: readonly string[],
  days: readonly PolicyDay[],
  now: Date,
  only?: string,
): Promise<readonly WorsePolicy[]> {
  const day = today(now);
  const series = bySeries(days.filter(({ organisation }) => organisations.includes(organisation)));
  const found: (Series & { readonly worse: Worse })[] = [];
  for (const own of series) {
    if (only !== undefined && own.policy !== only) continue;
    // Each policy that is looked at has its chance to be here by luck.
    const worse = likeliest(own.days.map(ratedOn), day, LUCK / series.length);
    if (worse !== undefined) found.push({ ...own, worse });
    // Whoever is in a conversation meanwhile goes first.
    await letOthersIn();
  }
  const told = await Promise.all(
    found.map(async ({ worse, ...own }) => ({
      ...worse,
      organisation: own.organisation,
      policy: own.policy,
      changes: await changesSince(tools, own, worse.since),
      lately: sumOf(own.days.filter((one) => one.day > addDays(day, -DAYS_TRIED)).map(ratedOn)),
    })),
  );
  return told.flatMap(({ lately, ...one }) =>
    one.since > addDays(day, -DAYS_TRIED) || isStillSo(one, lately) ? [one] : [],
  );
}

function likeliest(days: readonly RatedDay[], day: string, luck: number): Worse | undefined {
  const lately = gotWorse(days, day);
  const longAgo = gotWorse(days, day, LONGEST_DAYS);
  const isNew = lately !== undefined && lately.chance < luck * (1 - SHARE_OF_OLD);
  const isOld = longAgo !== undefined && longAgo.chance < luck * SHARE_OF_OLD;
  if (isNew && !(isOld && longAgo.chance < lately.chance)) return lately;
  return isOld ? longAgo : undefined;
}

/** Nothing was changed after it began, and what is rated now is rated worse than before, too. */
const isStillSo = ({ since, before, changes }: WorsePolicy, lately: Rated): boolean =>
  lately.poor * before.rated > before.poor * lately.rated &&
  changes.every(({ on }) => on <= addDays(since, DAYS_AROUND));

const ratedOn = ({ day, yes, partly, no }: PolicyDay) => ({
  day,
  rated: yes + partly + no,
  poor: partly + no,
});

interface Series {
  readonly organisation: string;
  readonly policy: string;
  readonly days: readonly PolicyDay[];
}

function bySeries(days: readonly PolicyDay[]): readonly Series[] {
  const series = new Map<string, PolicyDay[]>();
  for (const day of days) {
    const name = `${day.organisation} ${day.policy}`;
    const own = series.get(name);
    if (own === undefined) series.set(name, [day]);
    else own.push(day);
  }
  return [...series.values()].flatMap((own) => {
    const [first] = own;
    return first === undefined
      ? []
      : [{ organisation: first.organisation, policy: first.policy, days: own }];
  });
}

/** What may have begun it, and what was done about it since. */
async function changesSince(
  { variations, withheld, policies }: Tools,
  { organisation, policy, days }: Series,
  since: string,
): Promise<readonly Change[]> {
  const worded = (await variations.history(organisation))
    .filter((entry) => entry.policy === policy && entry.state !== 'draft')
    .map(({ at }) => ({ on: today(at), did: 'worded' as const }));
  const out = (await withheld.list([organisation]))
    .filter(({ clause }) => policyOf(policies, clause) === policy)
    .map(({ at }) => ({ on: today(at), did: 'taken-out' as const }));
  const first = addDays(since, -DAYS_AROUND);
  return [...worded, ...out]
    .filter(({ on }) => on >= first)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .map((change) => ({
      ...change,
      after: sumOf(days.filter(({ day }) => day >= change.on).map(ratedOn)),
    }));
}

/** Of a national clause, or of an own one, whose id has its policy behind the organisation's name. */
export const policyOf = (set: ConsoleTools['policies'], clause: string): string | undefined =>
  set.clause(clause)?.policy ?? /^[^/]+\/([a-z][a-z0-9-]*)\.\d+$/.exec(clause)?.[1];
