/** A question about one request that gives way to another request: it is said, so that nobody answers the first. */
import { wording } from '../wording';
import type { Played, Scene } from './room';
import type { Pending } from './pending';
import { requestShown } from './task-shown';

export function withPutAside({ opened }: Scene, played: Played): Played {
  const now = requestOf(played.state.pending ?? null) ?? requestShown(played.reply);
  const before = requestOf(opened.state.pending);
  if (before === undefined || now === undefined || now === before) return played;
  const text = `${wording.approvals.putAside(before)}\n\n${played.reply.text}`;
  return { ...played, reply: { ...played.reply, text } };
}

const requestOf = (pending: Pending | null): string | undefined =>
  pending !== null && 'request' in pending ? pending.request : undefined;
