/** Hands one stored message to the channel, once, and writes down what became of it. */
import type { Reply } from '../conversation/reply';
import type { Line } from './line';
import { inWords, replyActivities } from './reply-activities';
import type { Drawing } from './reply-card';
import { sendProblem } from './send-problem';
import type { Tools } from './tools';

export interface Message {
  readonly id: string;
  readonly conversation: string;
  readonly reply: Reply;
  /** How often it failed before. */
  readonly attempts: number;
}

/** After so many tries, spread over a day and more, nobody waits for it any longer. */
const MOST_ATTEMPTS = 30;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

type Needs = Pick<Tools, 'outgoing' | 'backlog' | 'log' | 'clock' | 'settings'>;

export async function handOver(
  tools: Needs,
  message: Message,
  line: Line,
  user: string,
): Promise<void> {
  const { outgoing, backlog, log, clock, settings } = tools;
  let channelId: string | null;
  try {
    const drawing = { user, publicUrl: settings.publicUrl, nonce: message.id };
    channelId = await sendRichOrPlain(line, message.reply, drawing, tools);
  } catch (error) {
    await setAside(tools, message, error);
    return;
  }
  await outgoing.sent(message.id, clock(), channelId);
  backlog.settled(message.conversation, message.id);
  log.info({ event: 'teams.sent', outgoing: message.id, attempts: message.attempts });
}

/** What the channel refuses is said in words: all that matters, without the trimmings. */
const sendRichOrPlain = (
  line: Line,
  reply: Reply,
  drawing: Drawing,
  { log, clock }: Needs,
): Promise<string | null> =>
  line.send(replyActivities(reply, drawing), (refused, error) => {
    const problem = sendProblem(error, clock());
    if (problem.kind !== 'form' || refused.type === 'typing') return undefined;
    log.error({ event: 'teams.form-refused', reason: problem.reason });
    return inWords(refused);
  });

export async function setAside(
  tools: Needs,
  message: Omit<Message, 'reply'>,
  error: unknown,
): Promise<void> {
  const { outgoing, clock, log, backlog } = tools;
  const problem = sendProblem(error, clock());
  if (problem.kind !== 'later' || message.attempts + 1 >= MOST_ATTEMPTS) {
    await giveUp(tools, message, problem.reason);
    return;
  }
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** message.attempts, LONGEST_PAUSE_MS);
  const wait = Math.max(pause, problem.waitMs);
  backlog.left(message.conversation, message.id);
  await outgoing.retryAt(message.id, new Date(clock().getTime() + wait), problem.reason);
  log.warn({
    event: 'teams.send-failed',
    outgoing: message.id,
    reason: problem.reason,
    waitMs: wait,
  });
}

export async function giveUp(
  { outgoing, backlog, log }: Pick<Tools, 'outgoing' | 'backlog' | 'log'>,
  { id, conversation }: Pick<Message, 'id' | 'conversation'>,
  reason: string,
): Promise<void> {
  await outgoing.giveUp(id, reason);
  backlog.settled(conversation, id);
  log.warn({ event: 'teams.gave-up', outgoing: id, reason });
}
