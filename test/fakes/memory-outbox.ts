/** An outbox in memory. It keeps the promises of a real one, except that it ends with the process. */
import { type Delivery, LOAN_MS, type Outbox, type Request, type RequestId } from '../../dialogs';

interface Kept {
  readonly request: Request;
  readonly system: string;
  failures: number;
  due: number;
  ended: 'settled' | 'parked' | undefined;
  reference: string | undefined;
  reason: string | undefined;
}

export interface MemoryOutbox extends Outbox {
  post(request: Request, system: string, now: Date): void;
  look(id: RequestId): Readonly<Kept> | undefined;
}

export function memoryOutbox(): MemoryOutbox {
  const kept = new Map<RequestId, Kept>();
  const open = (): Kept[] => [...kept.values()].filter(({ ended }) => ended === undefined);
  const change = (id: RequestId, changes: Partial<Kept>): void => {
    const found = kept.get(id);
    if (found === undefined) throw new Error(`The outbox has no delivery ${id}.`);
    if (found.ended === undefined) Object.assign(found, changes);
  };
  return {
    post: (request, system, now) => {
      if (kept.has(request.id)) return;
      const fresh = { ended: undefined, reference: undefined, reason: undefined };
      kept.set(request.id, { request, system, failures: 0, due: now.getTime(), ...fresh });
    },
    look: (id) => kept.get(id),
    claim: async (now): Promise<Delivery | undefined> => {
      const next = open()
        .filter(({ due }) => due <= now.getTime())
        .sort((a, b) => a.due - b.due)[0];
      if (next === undefined) return undefined;
      next.due = now.getTime() + LOAN_MS;
      return { request: next.request, system: next.system, failures: next.failures };
    },
    settle: async (id, reference) => {
      change(id, { ended: 'settled', reference });
    },
    retryAt: async (id, when, reason) => {
      change(id, { due: when.getTime(), failures: (kept.get(id)?.failures ?? 0) + 1, reason });
    },
    park: async (id, reason) => {
      change(id, { ended: 'parked', reason });
    },
    nextDue: async () => {
      const soonest = Math.min(...open().map(({ due }) => due));
      return Number.isFinite(soonest) ? new Date(soonest) : undefined;
    },
  };
}
