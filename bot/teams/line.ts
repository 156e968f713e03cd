/**
 * A line to one conversation: what may be said through it, and nothing of who listens.
 *
 * Messages go to the conversation and not "in reply to" an activity: a chat between two shows no
 * threads, and a message that is told later has nothing to reply to.
 */
import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { connectorOf } from './connector-patches';
import type { Addressed } from './pace';
import type { ReplyActivity } from './reply-activities';
import type { Address } from './return-address';
import { createStream, type Informative, type OpenStream } from './stream';
import { within } from './within';

export type Sendable = ReplyActivity | { readonly type: 'typing' };

export interface Line {
  /**
   * @param instead what is said in the place of one that was not taken; undefined where nothing can be
   * @returns the channel's id of the last message, where it gave one
   * @throws what the connector threw; see send-problem
   */
  send(
    activities: readonly Sendable[],
    instead?: (refused: Sendable, error: unknown) => Sendable | undefined,
  ): Promise<string | null>;
  /** Puts another message in the place of one that was sent. @throws as `send` does */
  replace(id: string, activity: ReplyActivity): Promise<void>;
  /**
   * Says what is being done where the next words will stand, which end it. In a chat between two.
   *
   * @returns false where the channel would not show it
   * @throws as `send` does
   */
  inform(text: string): Promise<boolean>;
  /** What was begun so and has no end yet. */
  openStream(): OpenStream | undefined;
  /** The next words end what another line began. */
  goOn(stream: OpenStream): void;
}

export interface LineManner {
  /** The longest that one `send` may take, retrieving a token included. */
  readonly withinMs: number;
  /** Awaited before each message; what it throws, `send` throws. */
  readonly before: (to: Addressed) => Promise<void> | void;
  /** Between two calls for one stream. */
  readonly streamEveryMs: number;
  readonly clock: () => Date;
}

export function lineTo(
  address: Address,
  context: TurnContext,
  { withinMs, before, streamEveryMs, clock }: LineManner,
): Line {
  const { conversations } = connectorOf(context);
  const { id: to, tenantId: tenant = '' } = address.conversation;
  const addressee = { conversation: to, tenant };
  const post = async (
    activity: Sendable | Informative,
    abortSignal: AbortSignal,
  ): Promise<string | null> => {
    const message = addressed(activity, address);
    await before(addressee);
    const sent = await conversations.sendToConversation(to, message, { abortSignal });
    const { id = '' } = sent as Partial<typeof sent>; // an answer of 202 has none
    return id === '' ? null : id;
  };
  const stream = createStream(post, streamEveryMs, clock);
  const sendOne = async (activity: Sendable, signal: AbortSignal): Promise<string | null> => {
    const ended = 'text' in activity ? await stream.end(activity, signal) : undefined;
    return ended === undefined ? post(activity, signal) : ended.id;
  };
  const sendAll = async (
    [activities, instead]: Parameters<Line['send']>,
    signal: AbortSignal,
  ): Promise<string | null> => {
    let id: string | null = null;
    for (const activity of activities)
      try {
        id = await sendOne(activity, signal);
      } catch (error) {
        const other = instead?.(activity, error);
        if (other === undefined) throw error;
        id = await sendOne(other, signal);
      }
    return id;
  };
  return {
    send: (...what) => within(withinMs, (signal) => sendAll(what, signal)),
    replace: (id, activity) =>
      within(withinMs, async (abortSignal) => {
        await before(addressee);
        await conversations.updateActivity(to, id, addressed(activity, address), { abortSignal });
      }),
    inform: (text) => within(withinMs, (signal) => stream.inform(text, signal)),
    openStream: stream.open,
    goOn: stream.goOn,
  };
}

const addressed = (activity: object, { serviceUrl, channelId, bot, user, conversation }: Address) =>
  ({ ...activity, serviceUrl, channelId, from: bot, recipient: user, conversation }) as Parameters<
    ConnectorClient['conversations']['sendToConversation']
  >[1]; // the SDK's type wants mutable arrays and names
