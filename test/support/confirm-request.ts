/** Writes a confirmed request as a turn does: with its event `sent` and its delivery or task, in one transaction. */
import type { Stores } from '../../bot/storage/create-stores';
import type { Request } from '../../dialogs';
import type { Effect } from '../../bot/conversation/store';
import { aCommit } from '../contracts/samples';

type Confirmed = Extract<Effect, { kind: 'request-confirmed' }>;

export async function confirmRequest(
  { conversations }: Stores,
  request: Request,
  system: string,
  approval?: Confirmed['approval'],
): Promise<void> {
  const turn = aCommit({
    conversation: `web-${request.id}`,
    door: 'web',
    person: request.requestedBy,
    effects: [{ kind: 'request-confirmed', request, system, ...(approval && { approval }) }],
  });
  const { kind } = await conversations.commit(turn);
  if (kind !== 'committed') throw new Error(`The request was not kept: ${kind}`);
}
