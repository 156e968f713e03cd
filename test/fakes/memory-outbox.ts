/** An outbox in memory. It keeps every promise of a real one, except that it ends with the process. */
import {
  type Delivery,
  LOAN_MS,
  type Outbox,
  type Request,
  type RequestEvent,
  type RequestId,
} from '../../dialogs';
import { type MemoryRequestLog, memoryRequestLog } from './memory-request-log';

interface Kept {
  readonly request: Request;
  readonly system: string;
  failures: number;
  due: number;
  ended: 'settled' | 'parked' | undefined;
  reference: string | undefined;
}

export interface MemoryOutbox extends Outbox {
  post(request: Request, system: string, now: Date): void;
  look(id: RequestId): Readonly<Kept> | undefined;
}

export function memoryOutbox(log: MemoryRequestLog = memoryRequestLog()): MemoryOutbox {
  const kept = new Map<RequestId, Kept>();
  const open = (): Kept[] => [...kept.values()].filter(({ ended }) => ended === undefined);
  /** @returns false where the delivery has ended */
  const change = (id: RequestId, changes: Partial<Kept>): boolean => {
    const found = kept.get(id);
    if (found === undefined || found.ended !== undefined) return false;
    Object.assign(found, changes);
    return true;
  };
  const tell = (event: Omit<RequestEvent, 'at' | 'by'>, now: Date): void => {
    log.add({ ...event, at: now.toISOString(), by: null });
  };
  return {
    post: (request, system, now) => {
      if (kept.has(request.id)) return;
      const fresh = { failures: 0, ended: undefined, reference: undefined };
      kept.set(request.id, { request, system, due: now.getTime(), ...fresh });
      log.begin(request);
    },
    look: (id) => kept.get(id),
    claim: async (now): Promise<Delivery | undefined> => {
      const [next] = open()
        .filter(({ due }) => due <= now.getTime())
        .sort((a, b) => a.due - b.due);
      if (next === undefined) return undefined;
      next.due = now.getTime() + LOAN_MS;
      return { request: next.request, system: next.system, failures: next.failures };
    },
    settle: async (request, reference, now) => {
      if (!change(request, { ended: 'settled', reference })) return;
      tell({ request, kind: 'received', note: null, receiverReference: reference }, now);
    },
    retryAt: async (id, when) => {
      change(id, { due: when.getTime(), failures: (kept.get(id)?.failures ?? 0) + 1 });
    },
    park: async (request, reason, now) => {
      if (!change(request, { ended: 'parked' })) return;
      tell({ request, kind: 'parked', note: reason, receiverReference: null }, now);
    },
    replay: async (id, now) => {
      const found = kept.get(id);
      if (found?.ended !== 'parked') return false;
      Object.assign(found, { ended: undefined, failures: 0, due: now.getTime() });
      return true;
    },
    nextDue: async () => {
      const soonest = Math.min(...open().map(({ due }) => due));
      return Number.isFinite(soonest) ? new Date(soonest) : undefined;
    },
  };
}
