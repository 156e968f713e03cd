/** Puts changed wording, or a new rule, before the person who approves it. */
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { wordingChangeAddress } from './clause-address';
import type { ConsoleTools, Reader } from './console-parts';
import type { OwnClause, RulePlace } from './own-clause';
import type { NewWordingChange } from './wording-changes';

type Written = Pick<
  NewWordingChange,
  'id' | 'clause' | 'rule' | 'withdraws' | 'was' | 'wording' | 'reason'
>;

/** @param instead an earlier change that these words go on from; empty for none */
export async function proposeWording(
  { wordingChanges }: Pick<ConsoleTools, 'wordingChanges'>,
  { now }: HttpRequest,
  { person }: Reader,
  { organisation, policy, national }: RulePlace,
  written: Written,
  instead = '',
): Promise<HttpResponse> {
  const change = {
    ...written,
    organisation,
    policy: policy.meta.id,
    national: national?.text ?? null,
    by: person.id,
    at: now,
  };
  await wordingChanges.propose(change, instead === '' ? undefined : instead);
  return seeOther(wordingChangeAddress(written.id));
}

/** What is changed of a rule that stands: its writer saw this. */
export const standing = ({ clause, written }: OwnClause) => ({
  clause: clause.id,
  rule: null,
  withdraws: false,
  was: { text: written.text, values: written.values, asks: written.asks },
});
