/** What a clause's page leads to: an own rule is changed there, and what becomes of it is told. */
import type { HttpRequest } from '../http/route';
import {
  clauseAddress,
  newRuleAddress,
  withdrawAddress,
  wordingAddress,
  wordingChangeAddress,
  wordingHistoryAddress,
} from './clause-address';
import type { ConsoleTools, Reader } from './console-parts';
import type { ClauseFound } from './find-clause';
import { whenInWords } from './when';
import { changesOfRule, type WordingChange } from './wording-changes';

export async function wordingLinks(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  { id, clause, policy, ownOf, organisations }: ClauseFound,
) {
  if (ownOf === undefined) {
    const mayWrite = organisations.some((one) => reader.may.wording.includes(one));
    return {
      change: null,
      withdraw: null,
      begin:
        mayWrite && policy !== undefined ? newRuleAddress(policy.meta.id, { clause: id }) : null,
      history: null,
      waiting: [],
      own: await rulesOver(tools, reader, organisations, id),
    };
  }
  const all = changesOfRule(await tools.wordingChanges.ofClause([ownOf], id));
  const mayChange = clause !== undefined && reader.may.wording.includes(ownOf);
  const waiting = all.filter(({ state }) => state === 'waiting');
  return {
    begin: null,
    change: mayChange ? wordingAddress(id) : null,
    withdraw: mayChange ? withdrawAddress(id) : null,
    history: wordingHistoryAddress(id),
    waiting: await Promise.all(waiting.map((one) => showWaiting(tools, request, reader, one))),
    own: [],
  };
}

/** Own rules that stand in place of a national clause, or are shown with it. */
async function rulesOver(
  { variations }: ConsoleTools,
  reader: Reader,
  organisations: readonly string[],
  id: string,
) {
  const all = await Promise.all(organisations.map((one) => variations.current(one)));
  return all
    .flat()
    .filter(({ replaces, beside }) => replaces === id || beside.includes(id))
    .map((own) => ({
      href: clauseAddress(own.id),
      heading: own.heading,
      organisation: reader.organisations.get(own.organisation) ?? own.organisation,
    }));
}

/** One change that waits, as a line of a list. */
export const showWaiting = async (
  { directory, policies }: Pick<ConsoleTools, 'directory' | 'policies'>,
  { now }: Pick<HttpRequest, 'now'>,
  { organisations }: Reader,
  { id, organisation, policy, clause, rule, withdraws, by, at, reason }: WordingChange,
) => ({
  href: wordingChangeAddress(id),
  clause: withdraws
    ? `To be withdrawn: ${clause}`
    : rule === null
      ? clause
      : `New rule: ${rule.heading}`,
  withdraws,
  policy: policies.policy(policy)?.meta.title ?? policy,
  organisation: organisations.get(organisation) ?? organisation,
  by: (await directory.person(by))?.name ?? by,
  when: whenInWords(at, now),
  reason,
});
