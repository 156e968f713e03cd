/** What the people team tells somebody who asked for a reply to what they said of an answer. */
import { findService } from '../../dialogs';
import type { Interaction } from '../feedback/interaction';
import { wording } from '../wording';
import { asTyped } from './handover-shown';
import { plainReply, type Reply } from './reply';

/** "You said … What we did …", as the person reads it. @param said empty where it goes without saying */
export function replyText({
  said,
  done,
}: {
  readonly said: string;
  readonly done: string;
}): string {
  const { youSaid, weDid } = wording.feedback.reply;
  return [
    ...(said === '' ? [] : [`**${youSaid}** ${asTyped(said)}`]),
    `**${weDid}** ${asTyped(done)}`,
  ].join('\n\n');
}

/** A lock screen is read by others: what is sensitive is told to who asks for it. */
export function replyNotice(
  {
    interaction,
    isSensitive,
  }: { readonly interaction: Interaction; readonly isSensitive: boolean },
  by: string,
  text: string,
): Reply {
  const { notice, privateNotice, show } = wording.feedback.reply;
  const isPrivate = findService(interaction.service ?? '')?.isPrivate === true;
  if (!isSensitive && !isPrivate) {
    return plainReply({ outcome: 'handover', text: notice(by, text) });
  }
  return plainReply({
    outcome: 'handover',
    text: privateNotice,
    buttons: [{ label: show, press: { kind: 'show-reply', interaction: interaction.id } }],
  });
}
