/** A desk that misbehaves over real HTTP, as the script says; after its last line it behaves. */
import { createServer, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { onLoopback } from '../../bot/cli/bench/on-loopback';

export type Fault =
  /** Answers this. The request is not taken. */
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** Takes the request, and then never answers. */
  | 'silent-after-the-work'
  /** Takes the request, and then cuts the line. */
  | 'cut-after-the-work'
  /** Takes the request, and then answers what is not JSON. */
  | 'broken-words-after-the-work';

export interface FaultyDesk {
  readonly url: string;
  held(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const Handed = z.object({ key: z.string(), summary: z.string() });

export async function faultyDesk(...script: readonly Fault[]): Promise<FaultyDesk> {
  const faults = [...script];
  const held = new Map<string, { reference: string; summary: string }>();

  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      answer(res, Handed.parse(JSON.parse(Buffer.concat(parts).toString('utf8'))));
    });
  });

  function answer(res: ServerResponse, { key, summary }: z.infer<typeof Handed>): void {
    const fault = faults.shift();
    if (typeof fault === 'object') {
      // Not chained: restify, loaded by another test of the same process, makes writeHead return nothing.
      res.writeHead(fault.status, fault.headers);
      res.end(fault.body ?? '');
      return;
    }
    const known = held.get(key);
    const taken = known ?? { reference: `F-${held.size + 1}`, summary };
    held.set(key, taken);
    if (fault === 'silent-after-the-work') return;
    if (fault === 'cut-after-the-work') {
      res.destroy();
      return;
    }
    const status = known === undefined ? 201 : known.summary === summary ? 200 : 409;
    const words = JSON.stringify({ key, reference: taken.reference });
    // Not chained: restify, loaded by another test of the same process, makes writeHead return nothing.
    res.writeHead(status);
    res.end(fault === undefined ? words : words.slice(0, -5));
  }

  const { url, close } = await onLoopback(server);
  return {
    url,
    held: async () => [...held.keys()],
    close,
  };
}
