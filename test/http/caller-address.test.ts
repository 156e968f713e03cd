import { startServer, type RunningServer } from '../../bot/http/server';
import { json } from '../../bot/http/route';
import { createLog } from '../../bot/log';

describe('the limit on calls', () => {
  let server: RunningServer | undefined;
  afterEach(() => server?.close());

  const open = async (proxies?: number) => {
    server = await startServer({
      routes: [{ method: 'GET', path: '/', handle: async () => json({}) }],
      host: '127.0.0.1',
      port: 0,
      log: createLog('silent'),
      clock: () => new Date(),
      perMinute: 2,
      ...(proxies === undefined ? {} : { proxies }),
    });
    const url = `http://127.0.0.1:${server.port}/`;
    return async (...forwarded: readonly string[]): Promise<number> => {
      const headers = forwarded.length === 0 ? {} : { 'x-forwarded-for': forwarded.join(', ') };
      return (await fetch(url, { headers })).status;
    };
  };

  it('counts each caller behind our proxy by themselves', async () => {
    const call = await open(1);
    for (const caller of ['203.0.113.1', '203.0.113.2:50123', '[2001:db8::9]:50123'])
      expect([await call(caller), await call(caller), await call(caller)]).toEqual([200, 200, 429]);
  });

  it('reads no further left than our proxies wrote: nobody gets more by inventing addresses', async () => {
    const call = await open(2);
    const asked = ['198.51.100.1', '198.51.100.2', '198.51.100.3'].map((made) =>
      call(made, '203.0.113.1', '10.0.0.1'),
    );
    expect((await Promise.all(asked)).toSorted()).toEqual([200, 200, 429]);
  });

  it.each([
    [
      'without a proxy, whatever the call says',
      undefined,
      ['203.0.113.1', '203.0.113.2', '203.0.113.3'],
    ],
    ['where the proxy wrote no address', 1, ['unknown', 'hidden', '']],
  ])('goes by the nearest address %s', async (_, proxies, callers) => {
    const call = await open(proxies);
    const statuses: number[] = [];
    for (const caller of callers) statuses.push(await call(caller));
    expect(statuses).toEqual([200, 200, 429]);
  });
});
