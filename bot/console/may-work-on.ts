/**
 * Whose requests somebody may read and work, by what our own store has of them: what a manager asks
 * for about somebody is not theirs to read or to decide, also while no desk has it yet.
 */
import type { Request } from '../../dialogs';
import type { Reader } from './console-parts';
import type { ParkedFor } from './reading';

export const mayWorkOn = (
  { may, person }: Pick<Reader, 'may' | 'person'>,
  { organisation, fields }: Pick<Request, 'organisation' | 'fields'>,
): boolean => may.requests.includes(organisation) && fields.person !== person.id;

export const parkedFor = ({ may, person }: Pick<Reader, 'may' | 'person'>): ParkedFor => ({
  organisations: may.requests,
  notAbout: person.id,
});
