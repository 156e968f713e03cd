/**
 * One turn through this door: the sentence goes in, the reply is on disk, and then it is handed
 * over. What cannot be handed over now is the sender's, so the caller's 200 is never late.
 */
import type { Handled } from '../conversation/converse';
import { isOneToOne, type Activity } from './activity';
import { handOver } from './hand-over';
import { beginsWith } from './partway';
import { putCardAway } from './put-card-away';
import { showLife } from './show-life';
import type { Spoken } from './spoken';
import { conversationName, type Tools } from './tools';
import { withDeadline } from './within';

/** @throws what `converse` threw: then nothing was kept */
export async function takeTurnHere(tools: Tools, spoken: Spoken): Promise<void> {
  const name = JSON.stringify([conversationName(spoken.activity), spoken.message]);
  const before = tools.underWay.get(name);
  if (before !== undefined) return before; // delivered again while we are still at it
  const turn = takeAndHandOver(tools, spoken).finally(() => tools.underWay.delete(name));
  tools.underWay.set(name, turn);
  return turn;
}

async function takeAndHandOver(tools: Tools, spoken: Spoken): Promise<void> {
  const { outgoing, backlog, clock, wake, partway } = tools;
  const conversation = conversationName(spoken.activity);
  const handled = await converseWhileTyping(tools, spoken, conversation);
  const { reply, outgoing: id } = handled;
  if (handled.repeated) {
    // Sent before, it stays so; else the sender has it now. What this process has put off keeps
    // its pause.
    beginsWith(partway, id, spoken.line);
    if (!backlog.isBehind(conversation)) await outgoing.retryAt(id, clock(), 'asked for again');
    wake();
    return;
  }
  if (!spoken.isShown && reply.outcome !== 'signposted') {
    await outgoing.sent(id, clock(), null);
    return;
  }
  if (backlog.isBehind(conversation)) {
    backlog.left(conversation, id);
    beginsWith(partway, id, spoken.line);
    await outgoing.retryAt(id, clock(), 'waits behind another');
    wake();
    return;
  }
  await handOver(
    tools,
    { id, conversation, reply, attempts: 0 },
    spoken.line,
    spoken.address.user.id,
  );
  await putCardAway(tools, spoken, reply);
}

async function converseWhileTyping(
  tools: Tools,
  { activity, line, speaker, said, message, address, isShown }: Spoken,
  conversation: string,
): Promise<Handled> {
  const { converse, clock, patience } = tools;
  const life = isShown ? showLife(tools, line) : undefined;
  const onProgress = takesStreams(tools, activity, conversation) ? life?.onProgress : undefined;
  try {
    // Not the caller's signal: Teams hanging up must not lose an answer that can be told later.
    const door = isOneToOne(activity) ? 'teams' : 'group';
    const spoken = { door, conversation, message, speaker, said, at: clock() } as const;
    return await withDeadline(patience.turnWithinMs, (signal) =>
      converse(spoken, address, signal, onProgress),
    );
  } finally {
    await life?.end();
  }
}

/** Teams knows them in a chat between two. What waits behind another reply would be shown above it. */
const takesStreams = ({ backlog }: Tools, activity: Activity, conversation: string): boolean =>
  activity.channelId === 'msteams' && isOneToOne(activity) && !backlog.isBehind(conversation);
