import { startServer, type RunningServer } from '../../bot/http/server';
import { createLog } from '../../bot/log';

describe('a body that a route does not take', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const taken = async () => ({ status: 201 });
    server = await startServer({
      routes: [
        { method: 'POST', path: '/words', handle: taken },
        { method: 'POST', path: '/bytes', takes: 'bytes', handle: taken },
        { method: 'POST', path: '/files', takes: 'files', handle: taken },
      ],
      host: '127.0.0.1',
      port: 0,
      log: createLog('silent'),
      clock: () => new Date(),
    });
  });
  afterAll(() => server.close());

  const post = async (path: string, type: string, body: string) => {
    const headers = { 'content-type': type };
    const url = `http://127.0.0.1:${server.port}${path}`;
    const reply = await fetch(url, { method: 'POST', headers, body });
    return { status: reply.status, text: await reply.text() };
  };

  it.each([
    ['/words', 'text/plain', 'application/json'],
    ['/bytes', 'application/json', 'application/octet-stream'],
    ['/files', 'application/json', 'multipart/form-data'],
  ])('is refused at %s with what it does take', async (path, sent, taken) => {
    const { status, text } = await post(path, sent, '{}');

    expect([status, text.includes(taken)]).toEqual([415, true]);
  });

  it('is refused in words where it is broken or too large', async () => {
    expect(await post('/words', 'application/json', '{')).toMatchObject({ status: 400 });
    expect(await post('/files', 'multipart/form-data; boundary=x', '{')).toMatchObject({
      status: 400,
    });
    const book = await post('/words', 'application/json', 'x'.repeat(65 * 1024));
    expect(book).toEqual({
      status: 413,
      text: '{"error":"The body is larger than 64 KiB. Send less."}',
    });
  });
});
