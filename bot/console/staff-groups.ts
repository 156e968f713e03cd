/** The contract terms a question can be asked on, as a form offers them. */
import { STAFF_GROUPS, type StaffGroup } from '../../knowledge';

const WORDS: Readonly<Record<StaffGroup, string>> = {
  'agenda-for-change': 'Agenda for Change',
  'medical-and-dental': 'Medical and dental',
  'very-senior-manager': 'Very senior manager',
  bank: 'Bank',
  'local-contract': 'Local contract',
};

export const staffGroupInWords = (group: StaffGroup): string => WORDS[group];

export const staffGroupChoices = (chosen: StaffGroup) =>
  STAFF_GROUPS.map((value) => ({ value, text: WORDS[value], selected: value === chosen }));
