/**
 * The sender: replies that did not reach Teams in their turn, and notices that nobody asked for.
 *
 * Each is tried once a round. A message that fails is put off, longer each time; it goes on after
 * a restart. Notices keep inside the limits that Teams publishes; what would have to wait for
 * long is put off too. A notice goes only to who is still in the directory by then.
 */
import { setTimeout as rest } from 'node:timers/promises';
import { startLoop, type Loop } from '../../dialogs';
import type { OutgoingMessage } from '../conversation/outgoing';
import { giveUp, handOver, setAside } from './hand-over';
import { lineTo } from './line';
import { type Addressed, type Pace, TooFast } from './pace';
import { Address } from './return-address';
import { mayReplyTo } from './service-url';
import { isStillTheirs } from './still-theirs';
import { mannerOf, placeName, type Tools } from './tools';

const BATCH = 14;
const REST_MS = 1_000;
const PAUSE_AFTER_ERROR_MS = 5_000;
/** A tenant's room comes back within it; a conversation that is full is left alone for a while. */
const LONGEST_WAIT_MS = 1_500;

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
  const { adapter, left, settings } = tools;
  const address = Address.safeParse(message.returnAddress);
  if (!address.success) return giveUp(tools, message, 'no return address');
  if (left.get(placeName(address.data.conversation.id)) !== undefined)
    return giveUp(tools, message, 'app removed');
  // Checked when it was stored, too; but the list may have changed, and a store can be edited.
  if (!mayReplyTo(address.data.serviceUrl, { loopbackToo: settings.appId === undefined }))
    return giveUp(tools, message, 'return address not allowed');
  if (message.kind === 'notice' && !(await isStillTheirs(tools, message, address.data)))
    return giveUp(tools, message, 'no longer in the directory');

  // A reply is waited for, also where it is late already.
  const { pace } = tools;
  const pacing =
    message.kind === 'notice' ? (to: Addressed): Promise<void> => inTurn(pace, to) : pace.note;
  try {
    await adapter.speakAgain(address.data, (context) =>
      handOver(
        tools,
        message,
        lineTo(address.data, context, { ...mannerOf(tools), before: pacing }),
        address.data.user.id,
      ),
    );
  } catch (error) {
    await setAside(tools, message, error);
  }
}

/** @throws TooFast where its turn is too far off */
async function inTurn(pace: Pace, to: Addressed): Promise<void> {
  for (let wait = pace.take(to); wait > 0; wait = pace.take(to)) {
    if (wait > LONGEST_WAIT_MS) throw new TooFast(wait);
    await rest(wait);
  }
}
