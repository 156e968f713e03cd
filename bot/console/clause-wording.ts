/** What a clause's page leads to: an own rule is changed there, and what becomes of it is told. */
import type { HttpRequest } from '../http/route';
import {
  clauseAddress,
  newRuleAddress,
  wordingAddress,
  wordingChangeAddress,
  wordingHistoryAddress,
} from './clause-address';
import type { ConsoleTools, Reader } from './console-parts';
import type { ClauseFound } from './find-clause';
import { whenInWords } from './when';
import type { WordingChange } from './wording-changes';

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
      begin:
        mayWrite && policy !== undefined ? newRuleAddress(policy.meta.id, { clause: id }) : null,
      history: null,
      waiting: [],
      own: await rulesOver(tools, reader, organisations, id),
    };
  }
  const all = await tools.wordingChanges.ofClause([ownOf], id);
  const waiting = all.filter(({ state }) => state === 'waiting');
  return {
    begin: null,
    change: clause !== undefined && reader.may.wording.includes(ownOf) ? wordingAddress(id) : null,
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
  { id, organisation, policy, clause, rule, by, at, reason }: WordingChange,
) => ({
  href: wordingChangeAddress(id),
  clause: rule === null ? clause : `New rule: ${rule.heading}`,
  policy: policies.policy(policy)?.meta.title ?? policy,
  organisation: organisations.get(organisation) ?? organisation,
  by: (await directory.person(by))?.name ?? by,
  when: whenInWords(at, now),
  reason,
});
