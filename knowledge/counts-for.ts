/** A clause never counts for a staff group that it does not name, nor before or after it is in force. */
import type { Clause } from './policies/schema';
import type { Question } from './question';

export const countsFor = (
  { staffGroups, effective, until }: Clause,
  { staffGroup, on }: Pick<Question, 'staffGroup' | 'on'>,
): boolean =>
  staffGroups.includes(staffGroup) && effective <= on && (until === undefined || on <= until);
