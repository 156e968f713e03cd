/** Whether each clause is found by its own ways of asking, as staff on its terms would ask them. */
import type { Finder } from '../find';
import { PolicyError } from './policy-error';
import type { Clause, Day } from './schema';

/** A clause further down is as good as not found. */
const AMONG = 3;

export async function checkFound(
  clauses: readonly Clause[],
  finder: Finder,
  today: Day,
  signal: AbortSignal,
): Promise<readonly PolicyError[]> {
  const wrong: PolicyError[] = [];
  for (const clause of clauses) {
    for (const ask of [clause.question, ...clause.asks, ...clause.yes, ...clause.no]) {
      const found = await firstFor(clause, ask, finder, today, signal);
      const problem = problemWith(clause, ask, found);
      if (problem !== undefined)
        wrong.push(new PolicyError(clause.file, clause.line, `${clause.id}: ${problem}`, remedyFor(clause, ask)));
    }
  }
  return wrong;
}

interface Placed {
  readonly id: string;
  readonly policy: string;
}

async function firstFor(
  clause: Clause,
  text: string,
  finder: Finder,
  today: Day,
  signal: AbortSignal,
): Promise<readonly Placed[]> {
  const [staffGroup = 'agenda-for-change'] = clause.staffGroups;
  const { candidates } = await finder.find(
    {
      text,
      before: null,
      organisation: undefined,
      staffGroup,
      pointOfView: clause.for === 'manager' ? 'manager' : 'staff',
      on: dayOf(clause, today),
      particulars: {},
    },
    signal,
  );
  return candidates.slice(0, AMONG);
}

/** Today, or the nearest day on which the clause is in force. */
function dayOf({ effective, until }: Clause, today: Day): Day {
  if (effective > today) return effective;
  return until !== undefined && until < today ? until : today;
}

function problemWith(clause: Clause, ask: string, found: readonly Placed[]): string | undefined {
  const place = found.findIndex(({ id }) => id === clause.id);
  const [first] = found;
  if (ask !== clause.question || place < 0)
    return place < 0 ? `"${ask}" finds ${found.map(({ id }) => id).join(', ') || 'nothing'}, and not this clause.` : undefined;
  // Two clauses of one policy may both answer; another policy may not come before the question's own.
  return first?.policy === clause.policy ? undefined : `its question "${ask}" finds ${first?.id ?? 'nothing'} first.`;
}

const remedyFor = ({ question }: Clause, ask: string): string =>
  ask === question
    ? 'Say in the question what sets it apart, or let the other clause answer it.'
    : 'Put in a word that says what it is about, move it to the clause that answers it, or take it out.';
