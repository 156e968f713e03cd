/**
 * Whether a notice may still go where it was to go. It tells of somebody's request, and may be days
 * late: by then the account can be blocked, or the person gone.
 */
import type { OutgoingMessage } from '../conversation/outgoing';
import type { Address } from './return-address';
import type { Tools } from './tools';

/** By the account that the conversation belongs to, as for whoever speaks there. */
export async function isStillTheirs(
  { directory, settings }: Pick<Tools, 'directory' | 'settings'>,
  { person }: Pick<OutgoingMessage, 'person'>,
  { user, conversation }: Address,
): Promise<boolean> {
  const { tenantId } = conversation;
  // Without authentication an unknown sender speaks as somebody whose account it is not.
  if (settings.appId === undefined || user.aadObjectId === undefined || tenantId === undefined)
    return (await directory.person(person)) !== undefined;
  return (await directory.byAadObjectId(tenantId, user.aadObjectId))?.id === person;
}
