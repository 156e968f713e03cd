/** The first words to somebody who added the assistant. Nothing personal: others may have added it for them. */
import { wording } from '../wording';
import type { Activity } from './activity';
import type { Line } from './line';
import { plain } from './reply-activities';
import { conversationName, type Tools } from './tools';

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
  activity: Activity,
  line: Line,
): Promise<void> {
  const conversation = conversationName(activity);
  if (greeted.get(conversation) !== undefined) return;
  greeted.set(conversation, true);
  try {
    // What this program is and who can read what comes with the first answer, which is never lost.
    await line.send([plain(`${wording.hello(null)}\n\n${wording.howToUse}`)]);
  } catch {
    greeted.delete(conversation); // the second telling may have more luck
    log.warn({ event: 'teams.greeting-not-sent' });
  }
}
