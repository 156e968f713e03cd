/** What Teams would say of a reply, as it is drawn for it. Empty where it would take all of it. */
import type { Reply } from '../../bot/conversation/reply';
import { replyActivities } from '../../bot/teams/reply-activities';
import { complaintAbout } from './activity-complaint';

const conversation = { id: 'a:one', conversationType: 'personal' };
const envelope = {
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  channelId: 'msteams',
  from: { id: '28:assistant' },
  recipient: { id: '29:ana' },
  conversation,
};

export const complaintsAboutReply = (reply: Reply): string[] =>
  replyActivities(reply, {
    user: '29:ana',
    publicUrl: 'https://people.example.nhs.uk',
    nonce: 'out-1',
  }).flatMap((activity) => complaintAbout({ ...activity, ...envelope }, conversation.id) ?? []);
