/** The delivery worker as it is, and a receiving service on this machine that takes all at once. */
import { createServer } from 'node:http';
import { startDispatch } from '../../../dialogs';
import type { Delivering } from '../../assemble-connectors';
import type { Directory } from '../../directory/directory';
import type { Stores } from '../../storage/create-stores';
import { perSecond } from './raw-commits';
import { onLoopback, type Loopback } from './on-loopback';

export interface DeliverParts {
  readonly stores: Stores;
  readonly directory: Directory;
  readonly delivering: Delivering;
  readonly receiver: Loopback;
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

/** Gives each request a reference and keeps nothing. */
export async function startReceiver(): Promise<Loopback> {
  let given = 0;
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const key = request.headers['idempotency-key'];
      const reference = `D-${(given += 1)}`;
      // Not chained: restify, loaded by a test of the same process, makes writeHead return nothing.
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ key, reference }));
    });
  });
  return onLoopback(server);
}
