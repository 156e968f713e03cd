/** The first words to somebody who added the assistant. Nothing personal: others may have added it for them. */
import type { Activity } from './activity';
import type { Line } from './line';
import { plain } from './reply-activities';
import { placeName, type Tools } from './tools';

/** An installation is told by `installationUpdate`, by `conversationUpdate`, or by both. */
export const isArrival = ({ type, action, membersAdded, recipient }: Activity): boolean =>
  (type === 'installationUpdate' && (action === 'add' || action === 'add-upgrade')) ||
  (type === 'conversationUpdate' &&
    recipient !== undefined &&
    membersAdded?.some(({ id }) => id === recipient.id) === true);

export const isDeparture = ({ type, action }: Activity): boolean =>
  type === 'installationUpdate' && (action === 'remove' || action === 'remove-upgrade');

export async function greet(
  { greeted, log }: Pick<Tools, 'greeted' | 'log'>,
  { conversation }: Activity,
  line: Line,
  words: string,
): Promise<void> {
  const place = placeName(conversation.id);
  if (greeted.get(place) !== undefined) return;
  greeted.set(place, true);
  try {
    // To one person, what this program is and who can read what comes with the first answer, which is never lost.
    await line.send([plain(words)]);
  } catch {
    greeted.delete(place); // the second telling may have more luck
    log.warn({ event: 'teams.greeting-not-sent' });
  }
}
