/** A question as a member of staff on Agenda for Change asks it, with nothing known of them. */
import type { Question } from '../../knowledge';

export const aQuestion = (text: string, more: Partial<Question> = {}): Question => ({
  text,
  before: null,
  organisation: undefined,
  staffGroup: 'agenda-for-change',
  pointOfView: 'staff',
  on: '2026-11-21',
  particulars: {},
  ...more,
});
