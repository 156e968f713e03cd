/**
 * Requests that wait for somebody are told of once a day in their first reply: a notice may be
 * far up by then, and a conversation that began after it has none.
 */
import { wording } from '../wording';
import { awaiting } from './decide-task';
import type { Played, Scene } from './room';

export async function withWaiting(scene: Scene, played: Played): Promise<Played> {
  const { turn, asking, opened } = scene;
  const isToldToday = opened.state.tasksToldOn === asking.day;
  if (turn.speaker.kind !== 'person' || isToldToday || isNoMoment(played)) return played;
  const open = await awaiting(scene);
  const state = { ...played.state, tasksToldOn: asking.day };
  const isOfTasks = /\btasks?\b/.test(played.trace.why);
  if (open.length === 0 || isOfTasks) return { ...played, state };
  const text = `${played.reply.text}\n\n${wording.approvals.task.waiting(open.length)}`;
  return { ...played, state, reply: { ...played.reply, text } };
}

/** People first, and thanks for a rating are no place for it. */
const isNoMoment = ({ sensitivity, keepWords, reply }: Played): boolean =>
  sensitivity !== 'none' ||
  !keepWords ||
  reply.feedback?.rated != null ||
  reply.feedback?.satisfied != null;
