/** What a check of a rule looks at, and what it comes to. */
import type { Draft } from '../../request';
import type { Asker } from '../asker';
import { addDays, type Day } from '../reading/days';
import { amountOf, type Amount } from './figure';

export interface Verdict {
  readonly is: 'holds' | 'fails' | 'unknown';
  /** The day up to which, or from which, it would hold. */
  readonly limit?: Day | undefined;
  /** The first day of the service that is known of. */
  readonly since?: Day | undefined;
  /** True where it holds once the field is that day. */
  readonly mends?: boolean;
}

/** What a check looks at. */
export interface Matter {
  readonly draft: Draft;
  readonly asker: Asker;
  readonly figure: (name: string) => Amount | undefined;
  readonly day: (field: string) => Day | undefined;
}

export const HOLDS: Verdict = { is: 'holds' };

export function matterOf(
  draft: Draft,
  asker: Asker,
  figures: Readonly<Record<string, string>>,
): Matter {
  return {
    draft,
    asker,
    figure: (name) => amountOf(figures[name]),
    day: (field) => {
      const value = draft.fields[field];
      return typeof value === 'string' ? value : undefined;
    },
  };
}

/** @param sunday the first day of the week */
export function dayOfWeek(sunday: Day | undefined, which: 'first' | 'last'): Day | undefined {
  return sunday === undefined || which === 'first' ? sunday : addDays(sunday, 6);
}
