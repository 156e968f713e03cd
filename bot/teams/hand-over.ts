/** Hands one stored message to the channel, once, and writes down what became of it. */
import type { Reply } from '../conversation/reply';
import type { Line } from './line';
import { ownChat } from './own-chat';
import type { Partway } from './partway';
import { inWords, replyActivities, type ReplyActivity } from './reply-activities';
import { sendProblem } from './send-problem';
import { Stopped } from './stream';
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

type Needs = Pick<Tools, 'outgoing' | 'backlog' | 'partway' | 'log' | 'clock' | 'settings'>;

export async function handOver(
  tools: Needs,
  message: Message,
  line: Line,
  user: string,
): Promise<void> {
  const { outgoing, backlog, log, clock, settings, partway } = tools;
  const { publicUrl, appId } = settings;
  const drawing = { user, publicUrl, nonce: message.id, ownChat: ownChat(appId) };
  let so: Partway = partway.get(message.id) ?? NOTHING_TOLD;
  if (so.stream !== undefined) line.goOn(so.stream);
  try {
    for (const activity of replyActivities(message.reply, drawing).slice(so.told)) {
      const id = await sendRichOrPlain(line, activity, message.reply, tools);
      const words = 'text' in activity ? id : so.words;
      so = { told: so.told + 1, last: id, words, stream: undefined };
      partway.set(message.id, so);
    }
  } catch (error) {
    partway.set(message.id, { ...so, stream: line.openStream() });
    await setAside(tools, message, error);
    return;
  }
  partway.delete(message.id);
  await outgoing.sent(message.id, clock(), so.last, so.words);
  backlog.settled(message.conversation, message.id);
  log.info({ event: 'teams.sent', outgoing: message.id, attempts: message.attempts });
}

const NOTHING_TOLD: Partway = { told: 0, last: null, words: null, stream: undefined };

/**
 * What the channel refuses is said in words: all that matters, without the trimmings. Whoever
 * pressed Stop gets no answer; but what was begun or changed for them they are told.
 */
const sendRichOrPlain = (
  line: Line,
  activity: ReplyActivity,
  reply: Reply,
  { log, clock }: Needs,
): Promise<string | null> =>
  line.send([activity], (refused, error) => {
    if (error instanceof Stopped) return isAnswerAlone(reply) ? undefined : refused;
    const problem = sendProblem(error, clock());
    if (problem.kind !== 'form' || refused.type === 'typing') return undefined;
    log.error({ event: 'teams.form-refused', reason: problem.reason });
    return inWords(refused);
  });

const ANSWERS: ReadonlySet<Reply['outcome']> = new Set([
  'answered',
  'partly-answered',
  'not-covered',
  'clarify',
]);

const isAnswerAlone = ({ outcome, request, form, upload }: Reply): boolean =>
  ANSWERS.has(outcome) && request === null && form === null && upload === null;

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
