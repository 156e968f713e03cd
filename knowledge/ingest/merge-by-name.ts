/** `leave.docx` beside `leave.pdf` is one policy by name: said twice counts once. */
import type { Clause, Policy } from '../policies/schema';

export function mergeByName(policies: readonly Policy[]): readonly Policy[] {
  const merged = new Map<string, Policy>();
  for (const policy of policies) {
    const same = merged.get(policy.meta.id);
    if (same === undefined) merged.set(policy.meta.id, policy);
    else
      merged.set(policy.meta.id, {
        ...same,
        clauses: [...same.clauses, ...newClauses(same, policy)],
      });
  }
  return [...merged.values()];
}

function newClauses(known: Policy, policy: Policy): Clause[] {
  const texts = new Set(known.clauses.map(({ text }) => text));
  const ids = new Set(known.clauses.map(({ id }) => id));
  return policy.clauses
    .filter(({ text }) => !texts.has(text))
    .map((clause) => {
      let id = clause.id;
      for (let repeat = 1; ids.has(id); repeat += 1) id = `${clause.id}-${repeat}`;
      ids.add(id);
      return { ...clause, id };
    });
}
