/** One policy: how it was asked and rated week by week, and how each of its clauses did. */
import { addDays, longDay, startOfDay, today } from '../calendar/days';
import type { Within } from '../directory/people-team';
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import {
  clauseAddress,
  newRuleAddress,
  wordingChangeAddress,
  wordingHistoryAddress,
} from './clause-address';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { countedFor } from './counted-for';
import type { ClauseUse, PolicyDay } from './knowledge-reading';
import { notice } from './notice';
import { organisationFilter } from './organisation-filter';
import { sinceChanges } from './since-changes';
import { changeInWords } from './week-lines';
import { whenInWords } from './when';
import { COMPARED_DAYS, worseRatings } from './worse-ratings';

/** Newest first: the page must stay quick. */
const MOST_USES = 2000;
const WEEK = 7;

export async function showPolicyHealth(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { now, query } = request;
  const policy = tools.policies.policy(request.params.policy ?? '');
  if (policy === undefined) return noPolicy(tools, reader);
  const { id, title, owner, version, review } = policy.meta;
  const organisation = organisationFilter(reader, reader.may.knowledge, query);
  const counted = await countedFor(tools, reader);
  const chosen = {
    ...counted,
    organisations: organisation.chosen.filter((one) => counted.organisations.includes(one)),
  };
  const since = addDays(today(now), 1 - COMPARED_DAYS);
  const [all, uses, out] = await Promise.all([
    tools.ofKnowledge.policyDays(counted, since),
    tools.ofKnowledge.usesOf(chosen, id, startOfDay(since), MOST_USES),
    tools.withheld.list(organisation.chosen),
  ]);
  const days = all.filter((one) => one.policy === id);
  const worse = (await worseRatings(tools, counted.organisations, all, now, id)).filter((one) =>
    organisation.chosen.includes(one.organisation),
  );
  const body = tools.render('console/templates/policy-health.njk', {
    ...consoleFrame(reader, 'knowledge'),
    policy: { title, owner, version, review: longDay(review), href: `/policies/${id}` },
    address: request.path,
    newRule: reader.may.wording.length > 0 ? newRuleAddress(id) : null,
    organisations: organisation.choices,
    worse: worse.map((one) => ({
      organisation: reader.organisations.get(one.organisation) ?? one.organisation,
      since: longDay(one.since),
      before: one.before,
      after: one.after,
      changes: one.changes.map(changeInWords),
    })),
    weeks: weeksOf(
      days.filter((one) => organisation.chosen.includes(one.organisation)),
      today(now),
    ),
    clauses: clauseRows(tools, await ownOf(tools, organisation.chosen, id), uses, {
      policy: id,
      out: new Set(out.map(({ clause }) => clause)),
    }),
    tooSmall: counted.tooSmall,
    changes: await changeRows(tools, reader, chosen, id, now),
    isCut: timesOf(uses) === MOST_USES,
    most: MOST_USES,
  });
  return page(body);
}

async function ownOf(
  { variations }: ConsoleTools,
  organisations: readonly string[],
  policy: string,
) {
  const all = await Promise.all(organisations.map((one) => variations.current(one)));
  return all.flat().filter((clause) => clause.policy === policy);
}

async function changeRows(
  tools: ConsoleTools,
  reader: Reader,
  within: Within,
  policy: string,
  now: Date,
) {
  const found = await sinceChanges(tools, within, policy, now);
  return Promise.all(
    found.map(async ({ clause, heading, organisation, at, by, change, ...ratings }) => ({
      heading,
      href: clauseAddress(clause),
      seeHref: change === undefined ? wordingHistoryAddress(clause) : wordingChangeAddress(change),
      organisation: reader.organisations.get(organisation) ?? organisation,
      when: whenInWords(at, now),
      by: (await tools.directory.person(by))?.name ?? by,
      ...ratings,
    })),
  );
}

/** Oldest last; each ends on this day of the week. */
function weeksOf(days: readonly PolicyDay[], day: string) {
  return Array.from({ length: COMPARED_DAYS / WEEK }, (_, back) => {
    const to = addDays(day, -back * WEEK);
    const from = addDays(to, 1 - WEEK);
    const own = days.filter((one) => one.day >= from && one.day <= to);
    const sum = (of: (one: PolicyDay) => number): number =>
      own.reduce((total, one) => total + of(one), 0);
    return {
      from: longDay(from),
      asked: sum(({ asked }) => asked),
      notCovered: sum(({ notCovered }) => notCovered),
      beingChecked: sum(({ beingChecked }) => beingChecked),
      rated: sum(({ yes, partly, no }) => yes + partly + no),
      poor: sum(({ partly, no }) => partly + no),
    };
  });
}

/** An own rule counts wherever it was shown; a national clause where it answered first. */
function clauseRows(
  { policies }: ConsoleTools,
  own: Awaited<ReturnType<typeof ownOf>>,
  uses: readonly ClauseUse[],
  { policy, out }: { readonly policy: string; readonly out: ReadonlySet<string> },
) {
  const ownIds = new Set(own.map(({ id }) => id));
  const national = policies.policy(policy)?.clauses ?? [];
  return [...own, ...national]
    .map(({ id, heading }) => {
      const isOwn = ownIds.has(id);
      const shown = uses.filter(({ clauses }) =>
        isOwn ? clauses.includes(id) : clauses[0] === id,
      );
      const rated = shown.filter(({ rating }) => rating !== null);
      return {
        heading,
        id,
        href: clauseAddress(id),
        isOwn,
        isOut: out.has(id),
        shown: timesOf(shown),
        rated: timesOf(rated),
        poor: timesOf(rated.filter(({ rating }) => rating !== 'yes')),
      };
    })
    .toSorted((one, other) => other.poor - one.poor || other.shown - one.shown);
}

const timesOf = (uses: readonly ClauseUse[]): number =>
  uses.reduce((sum, { times }) => sum + times, 0);

const noPolicy = (tools: ConsoleTools, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'knowledge'), 404, {
    heading: 'We can’t find that policy',
    says: ['The address may be wrong, or the policy may have been taken out.'],
    links: [{ text: 'See all policies', href: '/console/knowledge' }],
  });
