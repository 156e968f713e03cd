import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { startServer, type RunningServer } from '../../bot/http/server';
import { createLog } from '../../bot/log';

describe('a call that cannot be read, or offers another protocol', () => {
  let server: RunningServer;

  beforeEach(async () => {
    server = await startServer({
      routes: [{ method: 'GET', path: '/health', handle: async () => ({ status: 200 }) }],
      host: '127.0.0.1',
      port: 0,
      log: createLog('silent'),
      clock: () => new Date(),
    });
  });
  afterEach(() => server.close());

  async function answerTo(...lines: readonly string[]): Promise<string> {
    const caller = connect(server.port, '127.0.0.1');
    caller.write(`${lines.join('\r\n')}\r\nconnection: close\r\n\r\n`);
    return text(caller);
  }

  it.each(['[', 'a b', 'x:99999', '%', 'x%zz', ''])(
    'is refused where its host is "%s", and the next one is answered',
    async (host) => {
      const refused = await answerTo('GET /health HTTP/1.1', `host: ${host}`);
      expect(refused).toMatch(/^HTTP\/1\.1 [24]00 /);

      expect(await answerTo('GET /health HTTP/1.1', 'host: localhost')).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  it.each(['http://[', '//', '//[', '/\\', '*', 'nowhere'])(
    'is refused where its address is "%s", and the next one is answered',
    async (target) => {
      const refused = await answerTo(`GET ${target} HTTP/1.1`, 'host: localhost');
      expect(refused).toMatch(/^HTTP\/1\.1 4\d\d /);

      expect(await answerTo('GET /health HTTP/1.1', 'host: localhost')).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  it('is answered as any other where it offers an upgrade, and keeps nothing from ending', async () => {
    const caller = connect(server.port, '127.0.0.1');
    caller.write(
      'GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n',
    );
    const [answer] = (await once(caller, 'data')) as [Buffer];

    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /);
    await server.close();
    caller.destroy();
  });
});
