/** A request log in memory, for requests that were put into it. */
import type { FollowedRequest, Request, RequestEvent, RequestLog } from '../../dialogs';

export function memoryRequestLog(...requests: readonly Request[]): RequestLog {
  const events: RequestEvent[] = [];
  const cursors = new Map<string, number>();
  const followed = (request: Request): FollowedRequest => ({
    request,
    events: events.filter((event) => event.request === request.id),
  });
  return {
    find: async (id) => requests.filter((request) => request.id === id).map(followed)[0],
    ofPerson: async (person, limit) =>
      requests
        .filter(({ requestedBy }) => requestedBy === person)
        .slice(0, limit)
        .map(followed),
    cursor: async (system) => cursors.get(system) ?? 0,
    record: async (system, cursor, event) => {
      if (cursor <= (cursors.get(system) ?? 0)) return 'repeated';
      cursors.set(system, cursor);
      if (!requests.some(({ id }) => id === event.request)) return 'unknown-request';
      const known = events.some(
        ({ request, kind }) => request === event.request && kind === 'received',
      );
      if (event.kind === 'received' && known) return 'repeated';
      events.push(event);
      return 'recorded';
    },
  };
}
