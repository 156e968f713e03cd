/** A request of the speaker's own: how it is found, taken back and replaced. */
import { hasEnded, RequestId, type Draft, type FollowedRequest } from '../../dialogs';
import { wording } from '../wording';
import { plainReply } from './reply';
import type { Scene } from './room';
import type { Effect } from './store';
import { nameOf, namedInNotice } from './task-shown';

/** Requests before these are out of sight: nobody means them by "my request". */
const RECENT_REQUESTS = 50;

export const recentRequests = ({ tools, asking }: Scene): Promise<readonly FollowedRequest[]> =>
  tools.requests.ofPerson(asking.id, RECENT_REQUESTS);

export async function ownRequest(
  scene: Scene,
  reference: string,
): Promise<FollowedRequest | undefined> {
  const id = RequestId.safeParse(reference).data;
  return (await recentRequests(scene)).find(({ request }) => request.id === id);
}

/** @returns undefined where it waits for nobody's decision, so that it cannot be taken back from here */
export async function withdrawal(
  { tools, asking }: Scene,
  { request }: FollowedRequest,
): Promise<Extract<Effect, { kind: 'request-withdrawn' }> | undefined> {
  const open = (await tools.tasks.ofRequest(request.id)).find(({ state }) => state === 'open');
  if (open === undefined) return undefined;
  const { name } = await nameOf(tools, asking.id);
  const text = wording.approvals.task.withdrawn(name, namedInNotice(tools, request));
  const notice = plainReply({ outcome: 'status', text });
  return { kind: 'request-withdrawn', task: open.id, by: name, notice };
}

/** What becomes of the request that a draft replaces, when the draft is sent. */
export interface Replacing {
  readonly id: RequestId;
  /** Ends its approver's task, where it still waits for one. */
  readonly effects: readonly Effect[];
  readonly isWithdrawn: boolean;
}

/** @returns undefined where the draft replaces nothing, `ended` where what it replaces has ended meanwhile */
export async function replacing(
  scene: Scene,
  { replaces }: Draft,
): Promise<Replacing | 'ended' | undefined> {
  if (replaces === undefined) return undefined;
  const found = await ownRequest(scene, replaces);
  if (found === undefined || hasEnded(found)) return 'ended';
  const effect = await withdrawal(scene, found);
  return {
    id: replaces,
    effects: effect === undefined ? [] : [effect],
    isWithdrawn: effect !== undefined,
  };
}
