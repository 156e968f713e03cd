/**
 * A gate on the way to the desk: passes calls on, and lets a test do something terrible between
 * the moment the desk has taken a request and the moment the assistant hears of it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { onLoopback } from '../../bot/cli/bench/on-loopback';

type Kind = 'requests' | 'answers';

export interface DeskGate {
  readonly url: string;
  /** Where the desk is now; undefined while it is down: calls are cut off. */
  leadTo(desk: string | undefined): void;
  /** Done once, when the desk has taken the next call of that kind and nobody knows of it yet. */
  beforeTheNextAnswer(act: () => Promise<void>, kind?: Kind): void;
  /** Done once, when the next call of that kind is on its way and the desk has not seen it. */
  beforeTheNextCall(act: () => Promise<void>, kind: Kind): void;
  close(): Promise<void>;
}

interface Act {
  readonly act: () => Promise<void>;
  readonly kind: Kind;
  readonly deskHasIt: boolean;
}

export async function startDeskGate(): Promise<DeskGate> {
  let desk: string | undefined;
  let act: Act | undefined;

  async function pass(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (desk === undefined) {
      res.destroy();
      return;
    }
    const now = req.method === 'POST' && req.url === `/desk/api/${act?.kind}` ? act : undefined;
    if (now !== undefined) {
      act = undefined;
      if (now.deskHasIt) await ask(desk, req);
      await now.act();
      res.destroy();
      return;
    }
    const { status, body } = await ask(desk, req);
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(body);
  }

  const server = createServer((req, res) => {
    pass(req, res).catch(() => res.destroy());
  });
  const { url, close } = await onLoopback(server);
  return {
    url,
    leadTo: (next) => (desk = next),
    beforeTheNextAnswer: (next, kind = 'requests') => {
      act = { act: next, kind, deskHasIt: true };
    },
    beforeTheNextCall: (next, kind) => {
      act = { act: next, kind, deskHasIt: false };
    },
    close,
  };
}

async function ask(desk: string, req: IncomingMessage): Promise<{ status: number; body: string }> {
  const { authorization = '', 'idempotency-key': key = '' } = req.headers;
  const body = await text(req);
  const answer = await fetch(`${desk}${req.url ?? ''}`, {
    method: req.method ?? 'GET',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': String(key) },
    ...(body === '' ? {} : { body }),
  });
  return { status: answer.status, body: await answer.text() };
}
