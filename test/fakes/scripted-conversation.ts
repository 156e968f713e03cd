/**
 * A conversation that says what the test wrote. It keeps the promises a door relies on: a
 * repeated message changes nothing, and what was said is in the history, in order.
 */
import type { Converse } from '../../bot/conversation/converse';
import type { HistoryItem, OutgoingMessages } from '../../bot/conversation/outgoing';
import { plainReply, type Reply } from '../../bot/conversation/reply';
import type { Press, Turn } from '../../bot/conversation/turn';
import { wording } from '../../bot/wording';

export interface ScriptedConversation {
  readonly converse: Converse;
  readonly outgoing: Pick<OutgoingMessages, 'history'>;
  /** Every turn that had an effect, in order. */
  readonly turns: readonly Turn[];
  /** The next turn fails before anything is kept. */
  failNext(): void;
  /** Something that happened meanwhile. */
  notice(conversation: string, text: string, at: Date, over?: Partial<Reply>): void;
}

/** @param script what is answered to a text; anything else is answered with its own words */
export function scriptedConversation(
  script: Readonly<Record<string, Partial<Reply>>> = {},
): ScriptedConversation {
  const said: (HistoryItem & { conversation: string; message: string | null })[] = [];
  const turns: Turn[] = [];
  let failing = false;
  const next = () => said.length + 1;

  return {
    turns,
    failNext() {
      failing = true;
    },
    notice(conversation, text, at, over = {}) {
      const sequence = next();
      const reply = aReply({ text, outcome: 'status', ...over });
      said.push({ conversation, message: null, sequence, at, kind: 'notice', said: null, reply });
    },
    async converse(turn) {
      if (failing) {
        failing = false;
        throw new Error('The script says that this turn fails.');
      }
      const { conversation, message, at } = turn;
      const before = said.find(
        (each) => each.conversation === conversation && each.message === message,
      );
      if (before !== undefined) {
        return { reply: before.reply, outgoing: `o-${before.sequence}`, repeated: true };
      }
      turns.push(turn);
      const sequence = next();
      const reply = replyTo(turn, script, sequence);
      const words = saidIn(turn);
      said.push({ conversation, message, sequence, at, kind: 'reply', said: words, reply });
      return { reply, outgoing: `o-${sequence}`, repeated: false };
    },
    outgoing: {
      history: async (conversation, after, limit) =>
        said
          .filter((each) => each.conversation === conversation && each.sequence > after)
          .slice(0, limit),
    },
  };
}

export const aReply = (over: Partial<Reply> = {}): Reply =>
  plainReply({ outcome: 'answered', text: 'As you wish.', ...over });

const wordsOf = (press: Press): string => (press.kind === 'say' ? press.text : `(${press.kind})`);

function saidIn({ said }: Pick<Turn, 'said'>): string {
  if (said.kind === 'files') return said.files.map(({ name }) => name).join(', ');
  return said.kind === 'text' ? said.text : wordsOf(said.press);
}

function replyTo(
  { said }: Turn,
  script: Readonly<Record<string, Partial<Reply>>>,
  sequence: number,
): Reply {
  if (said.kind === 'press' && said.press.kind === 'rate') {
    const { interaction, rating } = said.press;
    const buttons = Object.entries(wording.feedback.reasons).map(([reason, label]) => ({
      label,
      press: { kind: 'explain', interaction, reason } as Press, // keys of the closed list
    }));
    return aReply({
      outcome: 'small-talk',
      text: rating === 'yes' ? wording.feedback.thanks : wording.feedback.why,
      buttons: rating === 'yes' ? [] : buttons,
      feedback: { interaction, rated: rating, ...(rating !== 'yes' && { reply: 'offered' }) },
    });
  }
  if (said.kind === 'press' && said.press.kind === 'explain') {
    const { interaction, reply } = said.press;
    const state = reply === true ? 'asked' : 'offered';
    const feedback = { interaction, rated: 'no', reply: state } as const;
    const { explained, reply: words } = wording.feedback;
    const text = reply === true ? words.asked : explained;
    return aReply({ outcome: 'small-talk', text, feedback });
  }
  if (said.kind === 'press' && said.press.kind === 'satisfied') {
    const { interaction, score = 4 } = said.press;
    const text = wording.feedback.satisfied.thanks(score);
    const feedback = { interaction, rated: null, satisfied: score };
    return aReply({ outcome: 'small-talk', text, feedback });
  }
  const words = saidIn({ said });
  const feedback = { interaction: `i-${sequence}`, rated: null };
  return aReply({ text: `You said: ${words}`, feedback, ...script[words] });
}
