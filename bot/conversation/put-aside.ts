/** A question about one request that gives way to another request: it is said, so that nobody answers the first. */
import { wording } from '../wording';
import type { Reply } from './reply';
import type { Played, Scene } from './room';

export function withPutAside({ opened }: Scene, played: Played): Played {
  const before = opened.state.pending;
  const now = played.state.pending?.request ?? requestShown(played.reply);
  if (before === null || now === undefined || now === before.request) return played;
  const text = `${wording.approvals.putAside(before.request)}\n\n${played.reply.text}`;
  return { ...played, reply: { ...played.reply, text } };
}

/** The one request whose decision or withdrawal the buttons of a reply are about. */
export function requestShown({ buttons }: Pick<Reply, 'buttons'>): string | undefined {
  const shown = new Set(
    buttons.flatMap(({ press }) =>
      'request' in press && press.kind !== 'show-task' && press.kind !== 'ask-withdraw'
        ? [press.request]
        : [],
    ),
  );
  return shown.size === 1 ? [...shown][0] : undefined;
}
