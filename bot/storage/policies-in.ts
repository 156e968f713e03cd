/** Which policies an interaction's clauses are of, as a list is filtered by them. */
import { z } from 'zod';

const Clauses = z.array(z.object({ clause: z.string() }));

/** `|annual-leave|`, also where it was an organisation's own rule beside that policy. */
export function policiesIn(clauses: string): string {
  const policies = Clauses.parse(JSON.parse(clauses)).map(({ clause }) =>
    clause.replace(/^[^/]*\//, '').replace(/\.\d+$/, ''),
  );
  return policies.length === 0 ? '' : `|${[...new Set(policies)].join('|')}|`;
}
