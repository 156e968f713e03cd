/**
 * A stored conversation as a page shows it. What was said to a press of "Did this sort it?" is no
 * message of its own: it stands in place of the control that was pressed.
 */
import type { HistoryItem } from '../conversation/outgoing';
import type { Button, Reply } from '../conversation/reply';
import { london, longDay, today } from '../calendar/days';
import { replyHtml } from './reply-html';
import { showForm, showWay, type ShownForm } from './show-form';

export interface ShownButton {
  readonly label: string;
  /** The press as JSON: it comes back as it was sent, and is believed no more than any form. */
  readonly press: string;
  readonly look: 'primary' | 'secondary' | 'choice';
}

export interface ShownFeedback {
  readonly id: string;
  readonly interaction: string;
  /** Null until it was rated; then what is said in place of the question. */
  readonly thanks: string | null;
  readonly reasons: readonly ShownButton[];
  /** True where a comment may still help: it did not sort it. */
  readonly mayComment: boolean;
  /** True where they can ask the people team for a reply. */
  readonly mayAskReply: boolean;
}

interface ShownSource {
  readonly number: number;
  readonly title: string;
  readonly heading: string;
  readonly url: string | null;
}

export interface ShownMessage {
  readonly id: string;
  readonly kind: 'reply' | 'notice';
  /** True for what a person of the people team does or writes. */
  readonly isFromPerson: boolean;
  /** The day, where it is another than that of the message above. */
  readonly day: string | null;
  readonly time: string;
  readonly said: string | null;
  readonly html: string;
  /** The rest of a long answer, behind "More"; null where there is none. */
  readonly moreHtml: string | null;
  readonly sources: readonly ShownSource[];
  /** Those of the rest alone: they are folded away with it. */
  readonly moreSources: readonly ShownSource[];
  readonly buttons: readonly ShownButton[];
  /** Where a file may be added now. */
  readonly upload: Reply['upload'];
  /** The form of a request that stands open. */
  readonly form: ShownForm | null;
  /** The way to it. */
  readonly way: { readonly label: string; readonly press: string } | null;
  readonly feedback: ShownFeedback | null;
  readonly modelWritten: boolean;
  /** Where somebody who comes back reads on: the newest reply, or the first news after it. */
  readonly isFirstNew: boolean;
}

export interface ShownConversation {
  readonly messages: readonly ShownMessage[];
  /** Newer states of controls whose message is not among these. */
  readonly changedFeedback: readonly ShownFeedback[];
  /** Of the newest item; 0 where there is none. */
  readonly sequence: number;
}

/** @param items oldest first */
export function showConversation(items: readonly HistoryItem[], now: Date): ShownConversation {
  const acknowledged = new Map(items.flatMap(acknowledgementOf));
  const spoken = items.filter((item) => acknowledgementOf(item).length === 0);
  const lastReply = spoken.findLastIndex(({ kind }) => kind === 'reply');
  const askedUnder = newestToAsk(items);
  const messages = spoken.map((item, index) => ({
    ...showMessage(item, index >= lastReply),
    day: dayAbove(item, spoken[index - 1], now),
    feedback: feedbackUnder(item, askedUnder, acknowledged),
    isFirstNew: index === Math.min(lastReply + 1, spoken.length - 1),
  }));
  const shown = new Set(messages.map(({ feedback }) => feedback?.interaction));
  return {
    messages,
    changedFeedback: [...acknowledged]
      .filter(([interaction]) => !shown.has(interaction))
      .map(([interaction, reply]) => showFeedback(interaction, reply)),
    sequence: items.at(-1)?.sequence ?? 0,
  };
}

/** The interaction and the reply, where the reply answers a rating; a later one replaces it. */
function acknowledgementOf({ reply }: HistoryItem): readonly (readonly [string, Reply])[] {
  const { feedback } = reply;
  return feedback?.rated ? [[feedback.interaction, reply]] : [];
}

function showMessage(
  { sequence, at, kind, said, reply }: HistoryItem,
  withButtons: boolean,
): Omit<ShownMessage, 'day' | 'feedback' | 'isFirstNew'> {
  return {
    id: `m-${sequence}`,
    kind,
    isFromPerson: kind === 'notice' && reply.outcome === 'handover',
    time: london(at).toFormat('HH:mm'),
    said,
    html: replyHtml(reply.text, reply.citations),
    moreHtml: reply.more === null ? null : replyHtml(reply.more, reply.citations),
    sources: shownSources(reply.citations.filter((source) => !isOnlyBelow(source, reply))),
    moreSources: shownSources(reply.citations.filter((source) => isOnlyBelow(source, reply))),
    // What older buttons offered is over: the newest reply has the ones that count.
    buttons: withButtons ? reply.buttons.map(showButton) : [],
    upload: withButtons ? reply.upload : null,
    form: withButtons ? showForm(reply.form, `m-${sequence}`) : null,
    way: withButtons ? showWay(reply) : null,
    modelWritten: reply.modelWritten,
  };
}

const shownSources = (citations: Reply['citations']): readonly ShownSource[] =>
  citations.map(({ number, title, heading, url }) => ({ number, title, heading, url }));

/** A source of what is folded away, and of nothing that is read without unfolding. */
function isOnlyBelow({ number }: Reply['citations'][number], { text, more }: Reply): boolean {
  const mark = `[${number}]`;
  return more?.includes(mark) === true && !text.includes(mark);
}

/**
 * A receipt asks whether it is sorted, and so does the news that it is done: the control stands
 * once, under the newer of them, and stays where it was pressed.
 *
 * @returns where each interaction's control stands
 */
function newestToAsk(items: readonly HistoryItem[]): ReadonlyMap<string, HistoryItem> {
  const under = new Map<string, HistoryItem>();
  const rated = new Set<string>();
  for (const item of items) {
    const { feedback } = item.reply;
    if (feedback === null) continue;
    if (feedback.rated) rated.add(feedback.interaction);
    else if (!rated.has(feedback.interaction)) under.set(feedback.interaction, item);
  }
  return under;
}

function feedbackUnder(
  item: HistoryItem,
  askedUnder: ReadonlyMap<string, HistoryItem>,
  acknowledged: ReadonlyMap<string, Reply>,
): ShownFeedback | null {
  const { reply } = item;
  if (reply.feedback === null || askedUnder.get(reply.feedback.interaction) !== item) return null;
  const { interaction } = reply.feedback;
  return showFeedback(interaction, acknowledged.get(interaction));
}

function showFeedback(interaction: string, answer: Reply | undefined): ShownFeedback {
  return {
    id: `feedback-${interaction}`,
    interaction,
    thanks: answer === undefined ? null : replyHtml(answer.text, []),
    reasons: answer?.buttons.map(showButton) ?? [],
    mayComment: answer !== undefined && answer.feedback?.rated !== 'yes',
    mayAskReply: answer?.feedback?.reply === 'offered',
  };
}

/** What decides something looks so; everything else is a choice. */
const LOOKS: Readonly<Partial<Record<Button['press']['kind'], ShownButton['look']>>> = {
  confirm: 'primary',
  cancel: 'secondary',
  approve: 'primary',
  decline: 'secondary',
  'tell-reason': 'primary',
  'change-reason': 'secondary',
  'not-now': 'secondary',
  'take-out-file': 'secondary',
  'keep-files': 'secondary',
  withdraw: 'primary',
  keep: 'secondary',
  'reply-to-person': 'primary',
  'for-person': 'primary',
  'for-assistant': 'secondary',
  'drop-note': 'secondary',
};

function showButton({ label, press }: Button): ShownButton {
  return { label, press: JSON.stringify(press), look: LOOKS[press.kind] ?? 'choice' };
}

function dayAbove(item: HistoryItem, before: HistoryItem | undefined, now: Date): string | null {
  const day = today(item.at);
  if (before === undefined ? day === today(now) : day === today(before.at)) return null;
  return day === today(now) ? 'Today' : longDay(day);
}
