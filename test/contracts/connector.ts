import type { Connector } from '../../dialogs/dispatch/connector';
import { aRequest } from './samples';

/** A connector and the receiver behind it. */
export interface Receiving {
  readonly connector: Connector;
  /** The keys that the receiver holds a request for, each as often as it holds one. */
  held(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What every connector must do whose receiver takes an idempotency key. */
export function itIsAConnector(open: () => Promise<Receiving>): void {
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

  it('makes one request of one key, however often it is sent', async () => {
    const first = await send('PS-7F3K9Q');
    const again = await send('PS-7F3K9Q');

    expect(again).toEqual(first);
    expect(await receiving.held()).toEqual(['PS-7F3K9Q']);
  });

  it('makes one request of one key that is sent twice at the same moment', async () => {
    const [first, second] = await Promise.all([send('PS-7F3K9Q'), send('PS-7F3K9Q')]);

    expect(first).toEqual(second);
    expect(await receiving.held()).toEqual(['PS-7F3K9Q']);
  });

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
