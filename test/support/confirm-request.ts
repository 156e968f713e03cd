/** Writes a confirmed request as a turn does: with its event `sent` and its delivery, in one transaction. */
import type { Stores } from '../../bot/storage/create-stores';
import type { Request } from '../../dialogs';
import { aCommit } from '../contracts/samples';

export async function confirmRequest(
  { conversations }: Stores,
  request: Request,
  system: string,
): Promise<void> {
  const turn = aCommit({
    conversation: `web-${request.id}`,
    door: 'web',
    person: request.requestedBy,
    effects: [{ kind: 'request-confirmed', request, system }],
  });
  const { kind } = await conversations.commit(turn);
  if (kind !== 'committed') throw new Error(`The request was not kept: ${kind}`);
}
