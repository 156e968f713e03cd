/** Stands before restify: what it cannot read never gets to it. */
import type { IncomingMessage, Server } from 'node:http';

/**
 * Restify takes an address apart before any handler, and what it cannot read ends the process:
 * `Host: [` did. It also claims `upgrade`, so that a call which offers another protocol is never
 * answered, and keeps the process from ending. Without a listener Node answers it as any other.
 */
export function refuseUnreadable(server: Server): void {
  server.removeAllListeners('upgrade');
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (req, res) => {
    if (isReadable(req)) {
      for (const listener of listeners) listener.call(server, req, res);
      return;
    }
    res.writeHead(400, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
    res.end(JSON.stringify({ error: 'The address of this call could not be read.' }));
  });
}

function isReadable({ headers, url = '' }: IncomingMessage): boolean {
  const base = `http://${headers.host ?? 'localhost'}`;
  return url.startsWith('/')
    ? URL.canParse(base + url) && URL.canParse(url, 'http://localhost')
    : URL.canParse(url, base);
}
