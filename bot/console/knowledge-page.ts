/** Knowledge health: what nobody could be told, and how each policy is used, rated and looked after. */
import { addDays, longDay, today } from '../calendar/days';
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { clauseAddress, policyHealthAddress } from './clause-address';
import { showWaiting } from './clause-wording';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { countedFor } from './counted-for';
import type { PolicyDay } from './knowledge-reading';
import { ownRules, type OwnRule } from './own-rules';
import { GROUPED_DAYS, questionGroups } from './question-groups';
import { whenInWords } from './when';
import { COMPARED_DAYS } from './worse-ratings';

const MOST_GROUPS = 12;
const MOST_FIGURES = 4;
/** Less of its words than this in the national clause is far. */
const FAR = 0.5;

export async function showKnowledge(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { knowledge } = reader.may;
  const { now } = request;
  const since = addDays(today(now), 1 - COMPARED_DAYS);
  const counted = await countedFor(tools, reader);
  const [grouped, days, own, out, waiting] = await Promise.all([
    questionGroups(tools, request, reader, counted),
    tools.ofKnowledge.policyDays(counted, since, addDays(today(now), 1)),
    ownRules(tools, knowledge),
    withheldNow(tools, reader, now),
    tools.wordingChanges.waiting(knowledge),
  ]);
  const body = tools.render('console/templates/knowledge.njk', {
    ...consoleFrame(reader, 'knowledge'),
    out,
    waiting: await Promise.all(waiting.map((one) => showWaiting(tools, request, reader, one))),
    groups: grouped.groups.slice(0, MOST_GROUPS),
    moreGroups: Math.max(0, grouped.groups.length - MOST_GROUPS),
    looked: grouped.looked,
    isCut: grouped.isCut,
    groupedDays: GROUPED_DAYS,
    weeks: COMPARED_DAYS / 7,
    policies: policyRows(tools, days, today(now)),
    own: own.map((rule) => ownRow(tools, reader, rule, today(now))),
    seesSeveral: knowledge.length > 1,
    tooSmall: counted.tooSmall,
  });
  return page(body);
}

async function withheldNow({ withheld, directory }: ConsoleTools, reader: Reader, now: Date) {
  const out = await withheld.list(reader.may.knowledge);
  return Promise.all(
    out.map(async ({ organisation, clause, reason, by, at }) => ({
      clause,
      href: clauseAddress(clause),
      organisation: reader.organisations.get(organisation) ?? organisation,
      reason,
      by: (await directory.person(by))?.name ?? by,
      when: whenInWords(at, now),
    })),
  );
}

/** Those most people were unhappy with first, then those asked most. */
function policyRows({ policies }: ConsoleTools, days: readonly PolicyDay[], day: string) {
  const rows = policies.policies.map(({ meta: { id, title, review } }) => {
    const own = days.filter(({ policy }) => policy === id);
    const sum = (of: (one: PolicyDay) => number): number =>
      own.reduce((total, one) => total + of(one), 0);
    return {
      title,
      href: policyHealthAddress(id),
      asked: sum(({ asked }) => asked),
      notCovered: sum(({ notCovered }) => notCovered),
      beingChecked: sum(({ beingChecked }) => beingChecked),
      rated: sum(({ yes, partly, no }) => yes + partly + no),
      poor: sum(({ partly, no }) => partly + no),
      review: longDay(review),
      isPast: review < day,
    };
  });
  return rows.toSorted(
    (one, other) =>
      other.poor - one.poor || other.asked - one.asked || one.title.localeCompare(other.title),
  );
}

const ownRow = (
  { policies }: ConsoleTools,
  { organisations }: Reader,
  { id, organisation, policy, heading, review, far }: OwnRule,
  day: string,
) => ({
  heading,
  href: clauseAddress(id),
  organisation: organisations.get(organisation) ?? organisation,
  policy: policies.policy(policy)?.meta.title ?? policy,
  shared: far && Math.round(100 * far.shared),
  isFar: far !== undefined && far.shared < FAR,
  figures: far?.otherFigures.slice(0, MOST_FIGURES) ?? [],
  review: longDay(review),
  isPast: review < day,
});
