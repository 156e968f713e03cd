/** A request log in memory. It ends with the process. */
import type { FollowedRequest, Request, RequestEvent, RequestLog } from '../../dialogs';

export interface MemoryRequestLog extends RequestLog {
  /** As a turn does that confirms it. */
  begin(request: Request): void;
  /** @returns false where it was received before, and is not so twice */
  add(event: RequestEvent): boolean;
}

export function memoryRequestLog(...begun: readonly Request[]): MemoryRequestLog {
  const requests: Request[] = [];
  const events: RequestEvent[] = [];
  const cursors = new Map<string, number>();
  const followed = (request: Request): FollowedRequest => ({
    request,
    events: events.filter((event) => event.request === request.id),
  });
  const log: MemoryRequestLog = {
    begin: (request) => {
      requests.push(request);
      const nobody = { by: null, note: null, receiverReference: null };
      log.add({ request: request.id, kind: 'sent', at: request.confirmedAt, ...nobody });
    },
    add: (event) => {
      const known = events.some(
        ({ request, kind }) => request === event.request && kind === 'received',
      );
      if (event.kind === 'received' && known) return false;
      events.push(event);
      return true;
    },
    find: async (id) => requests.filter((request) => request.id === id).map(followed)[0],
    ofPerson: async (person, limit) =>
      requests
        .filter(({ requestedBy }) => requestedBy === person)
        .reverse()
        .slice(0, limit)
        .map(followed),
    cursor: async (system) => cursors.get(system) ?? 0,
    record: async (system, cursor, event) => {
      if (cursor <= (cursors.get(system) ?? 0)) return 'repeated';
      cursors.set(system, cursor);
      if (!requests.some(({ id }) => id === event.request)) return 'unknown-request';
      return log.add(event) ? 'recorded' : 'repeated';
    },
  };
  for (const request of begun) log.begin(request);
  return log;
}
