/** What is still asked after a turn, where the turn did not say so itself. */
import type { Played, Scene } from './room';
import type { Pending } from './pending';

/** @returns what the next message may answer */
export function pendingAfter({ turn, opened }: Scene, { reply, trace }: Played): Pending | null {
  const { pending } = opened.state;
  if (pending === null) return null;
  // What somebody says after they were met with people must never be sent to anybody as a reason.
  if (reply.outcome === 'signposted')
    return pending.kind === 'reason' ? { ...pending, asked: false, read: null } : null;
  const { said } = turn;
  const isBeside =
    trace.why === 'not a message' ||
    said.kind === 'files' ||
    (said.kind === 'press' && (said.press.kind === 'rate' || said.press.kind === 'explain'));
  return isBeside ? pending : null;
}
