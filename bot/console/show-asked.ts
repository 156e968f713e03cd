/** What the desk waits for: an answer of the requester, or somebody who reads it. */
import type { RequestEvent } from '../../dialogs';
import type { DeskRequestWithEvents } from '../desk/desk-request';
import type { Tag } from './tags';

const ASKED: Tag = { text: 'Asked, not answered yet', colour: 'purple' };
const ANSWERED: Tag = { text: 'Answered', colour: 'orange' };

export const waitingTag = ({ waiting }: Pick<DeskRequestWithEvents, 'waiting'>): Tag | null =>
  waiting === null ? null : waiting === 'asked' ? ASKED : ANSWERED;

/** @param here answers of this requester, of which some may not have reached the desk */
export function askedOf(
  { waiting, events }: Pick<DeskRequestWithEvents, 'waiting' | 'events'>,
  here: readonly RequestEvent[],
): { readonly tag: Tag | null; readonly onItsWay: string | null } {
  const there = new Set(events.map(({ question }) => String(question)));
  const late = here.find(({ question }) => question !== undefined && !there.has(question));
  return { tag: waitingTag({ waiting }), onItsWay: late?.note ?? null };
}
