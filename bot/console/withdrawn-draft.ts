/** An organisation's own rules without one of them: whether the others still stand, and what is left of the file. */
import { parseVariation, removeClause } from '../../knowledge';
import { today } from '../calendar/days';
import { faultsInWords, type SoundDraft } from './check-draft';
import type { ConsoleTools } from './console-parts';
import type { Fault } from './fault';
import type { OwnClause } from './own-clause';

export type CheckedChange =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'sound'; readonly draft: SoundDraft };

type Tools = Pick<ConsoleTools, 'policies' | 'variations' | 'answering'>;

/** Another rule may lead to it, or use its figures: then that one is changed first. */
export async function checkWithdrawal(
  tools: Tools,
  { organisation, policy, clause, content: file }: OwnClause,
  now: Date,
): Promise<CheckedChange> {
  const content = removeClause(file, clause.number, today(now)) ?? null;
  const read =
    content === null
      ? { clauses: [] }
      : parseVariation(clause.file, content, tools.policies.policies);
  if ('errors' in read) return faultsInWords(read.errors);
  const others = (await tools.variations.current(organisation)).filter(
    (each) => each.policy !== policy.meta.id,
  );
  const all = [...others, ...read.clauses];
  const faults = await tools.answering.checkWording({ organisation, clauses: all }, today(now));
  if (faults.length > 0) return faultsInWords(faults);
  const { clauses } = read;
  return { kind: 'sound', draft: { content, clauses, all, before: clause, changed: undefined } };
}
