/**
 * The sender: replies that did not reach Teams in their turn, and notices that nobody asked for.
 *
 * Each is tried once a round. A message that fails is put off, longer each time; it goes on after
 * a restart. Rounds are a second apart, so that with at most 14 messages each, most of them
 * words and a card, the app stays under the 30 a second that Teams allows.
 */
import { startLoop, type Loop } from '../../dialogs';
import type { OutgoingMessage } from '../conversation/outgoing';
import { giveUp, handOver, setAside } from './hand-over';
import { lineTo } from './line';
import { Address } from './return-address';
import { mayReplyTo } from './service-url';
import { placeName, type Tools } from './tools';

const BATCH = 14;
const REST_MS = 1_000;
const PAUSE_AFTER_ERROR_MS = 5_000;

export function startSending(tools: Tools): Loop {
  return startLoop({
    round: async () => {
      const messages = await tools.outgoing.claim('teams', tools.clock(), BATCH);
      await Promise.all(messages.map((message) => sendOne(tools, message)));
      return REST_MS;
    },
    onError: (error) => {
      tools.log.error({ event: 'teams.sender-failed' }, error);
    },
    pauseAfterErrors: () => PAUSE_AFTER_ERROR_MS,
  });
}

async function sendOne(tools: Tools, message: OutgoingMessage): Promise<void> {
  const { adapter, left, patience, settings } = tools;
  const address = Address.safeParse(message.returnAddress);
  if (!address.success) return giveUp(tools, message, 'no return address');
  if (left.get(placeName(address.data.conversation.id)) !== undefined)
    return giveUp(tools, message, 'app removed');
  // Checked when it was stored, too; but the list may have changed, and a store can be edited.
  if (!mayReplyTo(address.data.serviceUrl, { loopbackToo: settings.appId === undefined }))
    return giveUp(tools, message, 'return address not allowed');

  try {
    await adapter.speakAgain(address.data, (context) =>
      handOver(
        tools,
        message,
        lineTo(address.data, context, patience.sendWithinMs),
        address.data.user.id,
      ),
    );
  } catch (error) {
    await setAside(tools, message, error);
  }
}
