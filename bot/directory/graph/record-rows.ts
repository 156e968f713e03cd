/**
 * What the files beside Microsoft Graph hold: what it does not know. The columns are those of the
 * plain folder; what Graph knows may be left empty, or out. A filled cell goes before Graph's.
 */
import type { z } from 'zod';
import {
  Day,
  DAY_OR_EMPTY,
  Email,
  Guid,
  HOURS_WANTED,
  hasItsHours,
  mayBeEmpty,
  PersonRow,
  PostCells,
  Words,
} from '../rows';

const text = mayBeEmpty(Words, 'must be words, or empty.');

export const RecordPersonRow = PersonRow.extend({
  name: text,
  givenName: text,
  email: mayBeEmpty(Email, 'must be an e-mail address, or empty.'),
  /** Names their account, where its number does not: a guest, or one of several. */
  aadObjectId: mayBeEmpty(Guid, 'must be a GUID, or empty.').transform((id) => id?.toLowerCase()),
  /** The number in their account, where it is not the id. */
  employeeId: text,
});
export type RecordPersonRow = z.infer<typeof RecordPersonRow>;

export const RecordPostRow = PostCells.extend({
  title: text,
  place: text,
  manager: text,
  start: mayBeEmpty(Day, DAY_OR_EMPTY),
}).refine(hasItsHours, HOURS_WANTED);
export type RecordPostRow = z.infer<typeof RecordPostRow>;
