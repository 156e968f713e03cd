/**
 * A stored conversation as a page shows it. What was said to a press of "Did this sort it?" is no
 * message of its own: it stands in place of the control that was pressed.
 */
import type { HistoryItem } from '../conversation/outgoing';
import type { Reply } from '../conversation/reply';
import { london, longDay, today } from '../calendar/days';
import { replyHtml } from './reply-html';
import { showButton, type ShownButton } from './show-button';
import { feedbackIn, isAcknowledgement, type ShownFeedback } from './show-feedback';
import { showForm, showWay, type ShownForm } from './show-form';

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
  const feedback = feedbackIn(items);
  const spoken = items.filter((item) => !isAcknowledgement(item));
  const lastReply = spoken.findLastIndex(({ kind }) => kind === 'reply');
  const messages = spoken.map((item, index) => ({
    ...showMessage(item, index >= lastReply),
    day: dayAbove(item, spoken[index - 1], now),
    feedback: feedback.under(item),
    isFirstNew: index === Math.min(lastReply + 1, spoken.length - 1),
  }));
  const shown = new Set(messages.map((message) => message.feedback?.id));
  return {
    messages,
    changedFeedback: feedback.acknowledged.filter(({ id }) => !shown.has(id)),
    sequence: items.at(-1)?.sequence ?? 0,
  };
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

function dayAbove(item: HistoryItem, before: HistoryItem | undefined, now: Date): string | null {
  const day = today(item.at);
  if (before === undefined ? day === today(now) : day === today(before.at)) return null;
  return day === today(now) ? 'Today' : longDay(day);
}
