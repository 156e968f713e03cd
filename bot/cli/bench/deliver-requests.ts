/** The delivery worker as it is, and a receiving service on this machine that takes all at once. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startDispatch } from '../../../dialogs';
import type { Delivering } from '../../assemble-connectors';
import type { Directory } from '../../directory/directory';
import type { Stores } from '../../storage/create-stores';
import { perSecond } from './raw-commits';

export interface DeliverParts {
  readonly stores: Stores;
  readonly directory: Directory;
  readonly delivering: Delivering;
  readonly receiver: Receiver;
  readonly clock: () => Date;
}

/** @returns how many a second were lent, sent and marked as received */
export async function deliver(parts: DeliverParts, many: number): Promise<number> {
  const { stores, directory, delivering, receiver, clock } = parts;
  const connectors = delivering.connect({
    stores,
    directory,
    clock,
    deskAt: { url: receiver.url, secret: 'nobody asks for it' },
    readFile: async () => undefined,
  });
  let delivered = 0;
  let rate = 0;
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const dispatch = startDispatch({
      outbox: stores.outbox,
      connectors,
      clock,
      chance: Math.random,
      onProgress: (progress) => {
        if (progress.kind !== 'delivered') return;
        delivered += 1;
        if (delivered !== many) return;
        rate = perSecond(many, started);
        dispatch.stop().then(resolve, reject);
      },
      onError: reject,
    });
  });
  return rate;
}

export interface Receiver {
  readonly url: string;
  close(): Promise<void>;
}

/** Gives each request a reference and keeps nothing. */
export async function startReceiver(): Promise<Receiver> {
  let given = 0;
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const key = request.headers['idempotency-key'];
      const reference = `D-${(given += 1)}`;
      response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ key, reference }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
