/** A message as it is held against every service of the catalogue. */
import type { Asker } from './asker';
import { namesAsTokens } from './names-as-tokens';
import { clauses, plain, type Clause } from './plain';
import { withoutOpening } from './questions';

export interface BareClause extends Clause {
  /** Without "hi, I was wondering if". */
  readonly bare: string;
  /** The same with a token where a name stands. */
  readonly named: () => string;
}

export interface Said {
  readonly whole: string;
  readonly clauses: readonly BareClause[];
}

let last:
  { readonly text: string; readonly reports: Asker['reports']; readonly said: Said } | undefined;

/** Cut up once: a message is held against what staff and what managers ask for. */
export function saidIn(text: string, { reports }: Asker): Said {
  if (last?.text !== text || last.reports !== reports)
    last = { text, reports, said: cutUp(text, reports) };
  return last.said;
}

function cutUp(text: string, reports: Asker['reports']): Said {
  return {
    whole: plain(text),
    clauses: clauses(text).map((clause) => {
      const bare = withoutOpening(clause.plain);
      let named: string | undefined;
      return { ...clause, bare, named: () => (named ??= namesAsTokens(bare, reports)) };
    }),
  };
}
