/**
 * One turn through this door: the sentence goes in, the reply is on disk, and then it is handed
 * over. What cannot be handed over now is the sender's, so the caller's 200 is never late.
 */
import type { Handled } from '../conversation/converse';
import { isOneToOne } from './activity';
import { handOver } from './hand-over';
import { putCardAway } from './put-card-away';
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
  const { outgoing, backlog, clock, wake } = tools;
  const conversation = conversationName(spoken.activity);
  const handled = await converseWhileTyping(tools, spoken, conversation);
  const { reply, outgoing: id } = handled;
  if (handled.repeated) {
    // Sent before, it stays so; else the sender has it now. What this process has put off keeps
    // its pause.
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
  { converse, clock, patience, log }: Tools,
  { activity, line, speaker, said, message, address, isShown }: Spoken,
  conversation: string,
): Promise<Handled> {
  let typing: Promise<unknown> = Promise.resolve();
  const show = (): void => {
    typing = line.send([{ type: 'typing' }]).catch(() => {
      log.info({ event: 'teams.typing-not-shown' });
    });
  };
  const timer = isShown ? setTimeout(show, patience.typingAfterMs) : undefined;
  try {
    // Not the caller's signal: Teams hanging up must not lose an answer that can be told later.
    const door = isOneToOne(activity) ? 'teams' : 'group';
    const spoken = { door, conversation, message, speaker, said, at: clock() } as const;
    return await withDeadline(patience.turnWithinMs, (signal) => converse(spoken, address, signal));
  } finally {
    clearTimeout(timer);
    await typing; // it must not come after the reply
  }
}
