import { startServer, type RunningServer } from '../../bot/http/server';
import { createLog } from '../../bot/log';
import { answerBeforeBody } from '../support/answer-before-body';

describe('a route that asks who calls', () => {
  let server: RunningServer;
  const read: unknown[] = [];

  beforeEach(async () => {
    read.length = 0;
    server = await startServer({
      routes: [
        {
          method: 'POST',
          path: '/files',
          takes: 'bytes',
          limit: 1024 * 1024,
          admit: async ({ headers }) =>
            headers.authorization === 'known' ? undefined : { status: 401 },
          unread: async (_request, problem) => {
            read.push(problem);
            return { status: 400 };
          },
          handle: async ({ body }) => {
            read.push(body);
            return { status: 201 };
          },
        },
      ],
      host: '127.0.0.1',
      port: 0,
      log: createLog('silent'),
      clock: () => new Date(),
    });
  });
  afterEach(() => server.close());

  const url = () => `http://127.0.0.1:${server.port}/files`;
  const send = (authorization: string, body: Buffer) =>
    fetch(url(), {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/octet-stream' },
      body: Uint8Array.from(body),
    });

  it('answers a stranger while the body is still on its way, and reads nothing of it', async () => {
    expect(await answerBeforeBody(url())).toMatchObject({ status: 401 });
    expect(read).toEqual([]);
  });

  it('tells a stranger nothing of what is wrong with the body', async () => {
    expect((await send('nobody', Buffer.alloc(900_000))).status).toBe(401);
    expect((await send('nobody', Buffer.alloc(2_000_000))).status).toBe(401);
    expect(read).toEqual([]);
  });

  it('gives whom it knows the whole body, over the same connection', async () => {
    await send('nobody', Buffer.alloc(900_000));

    expect((await send('known', Buffer.from('a file'))).status).toBe(201);
    expect(read).toEqual([Buffer.from('a file')]);
  });
});
