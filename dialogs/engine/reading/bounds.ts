/** How far back and ahead a day may lie. */
import type { FieldDefinition } from '../../catalogue/schema';
import { addDays, type Day } from './days';
import type { Problem } from './reading';

/** @returns what is wrong with the day for this field; undefined where it may stand */
export function outOfBounds(
  { onOrAfter, within }: Pick<FieldDefinition, 'onOrAfter' | 'within'>,
  day: Day,
  today: Day,
): Problem | undefined {
  if (onOrAfter === 'today' && day < today) return { kind: 'in-the-past', day };
  if (within === undefined) return undefined;
  const [first, last] = [addDays(today, -within.back), addDays(today, within.ahead)];
  return day < first || day > last ? { kind: 'too-far', day, first, last } : undefined;
}
