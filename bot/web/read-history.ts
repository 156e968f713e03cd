/** Everything said in a conversation after a point, however long it is. */
import type { HistoryItem, OutgoingMessages } from '../conversation/outgoing';

const AT_A_TIME = 200;

/** Oldest first. */
export async function readHistory(
  outgoing: Pick<OutgoingMessages, 'history'>,
  conversation: string,
  after: number,
): Promise<readonly HistoryItem[]> {
  const read: HistoryItem[] = [];
  for (;;) {
    const from = read.at(-1)?.sequence ?? after;
    const next = await outgoing.history(conversation, from, AT_A_TIME);
    read.push(...next);
    if (next.length < AT_A_TIME) return read;
  }
}
