/**
 * A line to one conversation: what may be said through it, and nothing of who listens.
 *
 * Messages go to the conversation and not "in reply to" an activity: a chat between two shows no
 * threads, and a message that is told later has nothing to reply to.
 */
import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { connectorOf } from './connector-patches';
import type { ReplyActivity } from './reply-activities';
import type { Address } from './return-address';
import { within } from './within';

export interface Line {
  /** @returns the channel's id of the last message, where it gave one
   *  @throws what the connector threw; see send-problem */
  send(
    activities: readonly (ReplyActivity | { readonly type: 'typing' })[],
  ): Promise<string | null>;
  /** Puts another message in the place of one that was sent. @throws as `send` does */
  replace(id: string, activity: ReplyActivity): Promise<void>;
}

/** @param withinMs the longest that one `send` may take, retrieving a token included */
export function lineTo(address: Address, context: TurnContext, withinMs: number): Line {
  const { conversations } = connectorOf(context);
  const sendAll = async (
    activities: Parameters<Line['send']>[0],
    abortSignal: AbortSignal,
  ): Promise<string | null> => {
    const to = address.conversation.id;
    let id: string | null = null;
    for (const activity of activities) {
      const response = await conversations.sendToConversation(to, addressed(activity, address), {
        abortSignal,
      });
      id = response.id === '' ? null : response.id;
    }
    return id;
  };
  return {
    send: (activities) => within(withinMs, (signal) => sendAll(activities, signal)),
    replace: (id, activity) =>
      within(withinMs, async (abortSignal) => {
        const to = address.conversation.id;
        await conversations.updateActivity(to, id, addressed(activity, address), { abortSignal });
      }),
  };
}

const addressed = (activity: object, { serviceUrl, channelId, bot, user, conversation }: Address) =>
  ({ ...activity, serviceUrl, channelId, from: bot, recipient: user, conversation }) as Parameters<
    ConnectorClient['conversations']['sendToConversation']
  >[1]; // the SDK's type wants mutable arrays and names
