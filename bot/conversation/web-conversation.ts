/** The one conversation of the web chat that each person has. */
import type { PersonId } from '../directory/directory';

export const webConversationOf = (person: PersonId): string => `web:${person}`;
