/** What a change that waits would make of the rules in force now: a sound file, faults, or nothing, since they moved on. */
import { checkDraft } from './check-draft';
import type { ConsoleTools } from './console-parts';
import { checkNewRule } from './new-rule';
import { baseOf, ownClause, placeOf, type OwnClause, type RulePlace } from './own-clause';
import { checkWithdrawal, type CheckedChange } from './withdrawn-draft';
import type { WordingChange } from './wording-changes';

/** Why a change that waits cannot be published as it is. */
export type Overtaken = 'rule-gone' | 'wording-changed' | 'national-changed' | 'number-taken';

export interface ChangeNow {
  /** The rule as it is in force; undefined where there is none, or none yet. */
  readonly own: OwnClause | undefined;
  readonly place: RulePlace | undefined;
  readonly overtaken: Overtaken | undefined;
}

type Tools = Pick<ConsoleTools, 'policies' | 'variations' | 'answering' | 'wordingChanges'>;

export async function changeNow(tools: Tools, change: WordingChange): Promise<ChangeNow> {
  const { organisation, policy, clause, rule } = change;
  const own = await ownClause(tools, [organisation], clause);
  if (rule === null) return { own, place: own, overtaken: overtakenBy(own, change) };
  const place = await placeOf(tools, organisation, policy, rule.replaces);
  return { own, place, overtaken: newRuleOvertaken(own, place, change) };
}

function overtakenBy(
  own: OwnClause | undefined,
  { was, national }: WordingChange,
): Overtaken | undefined {
  if (own === undefined) return 'rule-gone';
  const { text, values, asks } = own.written;
  const now = { text, values, ...(was.asks !== undefined && { asks }) };
  const nationalNow = own.national?.text ?? null;
  if (baseOf(now, nationalNow) === baseOf(was, national)) return undefined;
  return nationalNow === national ? 'wording-changed' : 'national-changed';
}

function newRuleOvertaken(
  own: OwnClause | undefined,
  place: RulePlace | undefined,
  { national }: WordingChange,
): Overtaken | undefined {
  if (own !== undefined) return 'number-taken';
  return place === undefined || (place.national?.text ?? null) !== national
    ? 'national-changed'
    : undefined;
}

/** @returns undefined where it was overtaken */
export async function draftOfChange(
  tools: Tools,
  { rule, clause, wording, withdraws }: WordingChange,
  { own, place, overtaken }: ChangeNow,
  now: Date,
): Promise<CheckedChange | undefined> {
  if (overtaken !== undefined) return undefined;
  if (rule !== null) return place && checkNewRule(tools, place, clause, { rule, wording }, now);
  if (withdraws) return own && checkWithdrawal(tools, own, now);
  return own && checkDraft(tools, own, wording, now);
}
