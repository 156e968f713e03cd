import { once } from 'node:events';
import { connect } from 'node:net';
import { startServer } from '../../bot/http/server';
import { createLog } from '../../bot/log';

describe('the signal of a call', () => {
  it('is given when the caller goes away', async () => {
    let taken: (signal: AbortSignal) => void = () => undefined;
    const signalTaken = new Promise<AbortSignal>((resolve) => {
      taken = resolve;
    });
    const server = await startServer({
      routes: [
        {
          method: 'GET',
          path: '/slow',
          handle: async ({ signal }) => {
            taken(signal);
            await once(signal, 'abort');
            return { status: 200 };
          },
        },
      ],
      host: '127.0.0.1',
      port: 0,
      log: createLog('silent'),
      clock: () => new Date(),
    });
    const caller = connect(server.port, '127.0.0.1');
    caller.write('GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const signal = await signalTaken;
    const isGiven = once(signal, 'abort');

    caller.destroy();
    await isGiven;

    expect(signal.aborted).toBe(true);
    await server.close();
  });
});
