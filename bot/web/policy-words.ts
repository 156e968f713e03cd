/** How the fields of a clause read on its page. */
import type { Clause, StaffGroup } from '../../knowledge';
import { STAFF_GROUPS } from '../../knowledge';
import { longDay } from '../calendar/days';

const GROUPS: Readonly<Record<StaffGroup, string>> = {
  'agenda-for-change': 'staff on Agenda for Change',
  'medical-and-dental': 'doctors and dentists',
  'very-senior-manager': 'very senior managers',
  bank: 'bank workers',
  'local-contract': 'staff on local contracts',
};

const SIDES: Readonly<Record<Clause['for'], string>> = {
  everyone: '',
  staff: '',
  manager: 'Written for managers.',
};

/** How sure we are, in words. */
export const CONFIDENCE: Readonly<Record<Clause['confidence'], string>> = {
  confirmed: 'Confirmed: we have seen an official source.',
  reported: 'Reported: we have seen it in other sources, not in an official one.',
  unconfirmed: 'Not confirmed: we have not seen a source. Your people team can confirm it.',
};

/** For instance `Staff on Agenda for Change and bank workers.` */
export function appliesTo({ staffGroups, for: side }: Pick<Clause, 'staffGroups' | 'for'>): string {
  const names = staffGroups.map((group) => GROUPS[group]);
  const groups =
    staffGroups.length === STAFF_GROUPS.length
      ? 'all staff'
      : new Intl.ListFormat('en-GB').format(names);
  return `${groups.charAt(0).toUpperCase()}${groups.slice(1)}. ${SIDES[side]}`.trim();
}

/** Undefined while the clause is in force. `until` is the last day on which it is. */
export function forceOf(
  { effective, until }: Pick<Clause, 'effective' | 'until'>,
  day: string,
): { readonly tag: string; readonly says: string } | undefined {
  if (effective > day) {
    return { tag: 'Not yet in force', says: `This rule starts on ${longDay(effective)}.` };
  }
  if (until !== undefined && until < day) {
    return { tag: 'No longer in force', says: `This rule ended on ${longDay(until)}.` };
  }
  return undefined;
}
