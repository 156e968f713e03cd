/** An organisation's own wording with a slip of the pen in it, which staff notice and its writer did not. */
import { parseVariation, type CompiledPolicies, type VariationEntry } from '../../knowledge';
import { life } from './life-data';
import { wrongFrom } from './plan-life';

export function wrongWording(
  { policies, seeds }: Pick<CompiledPolicies, 'policies' | 'seeds'>,
  now: Date,
): VariationEntry {
  const { organisation, policy, was, became, by } = life.wrong;
  const right = seeds.find((seed) => seed.organisation === organisation && seed.policy === policy);
  const content = right?.content.replace(was, became) ?? '';
  const read = parseVariation(`${organisation}/${policy}.md`, content, policies);
  if ('errors' in read || content === right?.content)
    throw new Error(`The made-up slip "${became}" does not fit the wording of ${organisation}.`);
  return {
    organisation,
    policy,
    state: 'approved',
    content,
    clauses: read.clauses,
    by,
    at: wrongFrom(now),
  };
}
