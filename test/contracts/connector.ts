import type { Connector } from '../../dialogs/dispatch/connector';
import { aRequest } from './samples';

/** A connector and the receiver behind it. */
export interface Receiving {
  readonly connector: Connector;
  /** The keys that the receiver holds a request for, each as often as it holds one. */
  held(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * What a connector promises of one key:
 * - `once`: the receiver takes an idempotency key;
 * - `once-where-seen`: the receiver is asked first, so that only two sendings at one moment can double it;
 * - `at-least-once`: the receiver cannot tell, but every copy carries the same reference.
 */
export type Promised = 'once' | 'once-where-seen' | 'at-least-once';

/** What every connector must do, and what it promises. */
export function itIsAConnector(open: () => Promise<Receiving>, promised: Promised = 'once'): void {
  let receiving: Receiving;

  beforeEach(async () => {
    receiving = await open();
  });
  afterEach(() => receiving.close());

  const send = (id: string, changes = {}): Promise<{ reference: string }> =>
    receiving.connector.send(
      { request: aRequest({ id, ...changes }), system: 'desk', failures: 0 },
      id,
      AbortSignal.timeout(5_000),
    );

  it('hands the request over and brings the receiver’s own reference', async () => {
    const { reference } = await send('PS-7F3K9Q');

    expect(reference).not.toBe('');
    expect(await receiving.held()).toEqual(['PS-7F3K9Q']);
  });

  it('brings the same reference of one key, however often it is sent', async () => {
    const first = await send('PS-7F3K9Q');
    const again = await send('PS-7F3K9Q');

    expect(again).toEqual(first);
    const copies = promised === 'at-least-once' ? 2 : 1;
    expect(await receiving.held()).toEqual(Array<string>(copies).fill('PS-7F3K9Q'));
  });

  if (promised === 'once-where-seen') {
    it('makes no more of a key that was sent twice at the same moment', async () => {
      const both = await Promise.all([send('PS-7F3K9Q'), send('PS-7F3K9Q')]);
      const held = await receiving.held();

      expect(both).toContainEqual(await send('PS-7F3K9Q'));
      expect(await send('PS-7F3K9Q')).toEqual(await send('PS-7F3K9Q'));
      expect(await receiving.held()).toEqual(held);
    });
  } else {
    it('brings the same reference of one key that is sent twice at the same moment', async () => {
      const [first, second] = await Promise.all([send('PS-7F3K9Q'), send('PS-7F3K9Q')]);

      expect(first).toEqual(second);
      const held = await receiving.held();
      expect(held).toHaveLength(promised === 'once' ? 1 : 2);
    });
  }

  it('counts a key as delivered where its words were different the first time', async () => {
    const first = await send('PS-7F3K9Q', { summary: 'As it was described the first time.' });
    const again = await send('PS-7F3K9Q', { summary: 'As it is described now.' });

    expect(again).toEqual(first);
  });

  it('gives each key a reference of its own', async () => {
    const first = await send('PS-7F3K9Q');
    const other = await send('PS-7F3K9R');

    expect(other.reference).not.toBe(first.reference);
  });

  it('stops when it is told to stop', async () => {
    const request = aRequest();
    const sending = receiving.connector.send(
      { request, system: 'desk', failures: 0 },
      request.id,
      AbortSignal.abort(),
    );

    await expect(sending).rejects.toThrow();
  });
}
