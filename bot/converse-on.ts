/** The conversation on open stores: which of them are its tools is said here alone. */
import type { Converse } from './conversation/converse';
import { createConverse, type ConverseParts } from './conversation/create-converse';
import type { Stores } from './storage/create-stores';

type Stored = 'store' | 'requests' | 'tasks' | 'handovers' | 'ownData';

export const converseOn = (
  { conversations, requestLog, tasks, handovers, ownData }: Stores,
  tools: Omit<ConverseParts['tools'], Stored>,
  { stopwatch, onRequestSent }: Pick<ConverseParts, 'stopwatch' | 'onRequestSent'>,
): Converse =>
  createConverse({
    store: conversations,
    tools: { ...tools, store: conversations, requests: requestLog, tasks, handovers, ownData },
    stopwatch,
    onRequestSent,
  });
