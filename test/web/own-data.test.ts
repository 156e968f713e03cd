import { builtInKnowledge } from '../golden/stage';
import { bodyOf, browserOf } from './a-browser';
import { openTheChat } from './open-chat';

const NAMED = 'is priya nair allowed 33 days of annual leave';

describe('your data', () => {
  let open: Awaited<ReturnType<typeof openTheChat>>;
  beforeAll(() => void builtInKnowledge(), 60_000);
  beforeEach(async () => {
    open = await openTheChat();
  }, 30_000);
  afterEach(() => open.close());

  const anasChat = async () => {
    const ana = await browserOf(open.web.url, 'ana-pires');
    for (const text of [NAMED, 'book me off 3 to 7 may']) {
      await ana.say(text);
      await ana.get('/chat');
    }
    await ana.press('Yes, send it');
    return ana;
  };

  it('is counted in the chat, with where to read it and how to delete the words', async () => {
    const ana = await anasChat();
    await ana.get('/chat');
    await ana.say('show my data');
    const chat = bodyOf(await ana.get('/chat'));
    expect(chat).toMatch(/<strong>\d+ messages<\/strong> of yours/);
    expect(chat).toContain('<strong>1 request</strong> that you sent');
    expect(chat).toContain('choose “Your data”');
    expect(chat).toContain('delete my conversations');
    const help = bodyOf(await ana.get('/help'));
    expect(help).toContain('href="/my-data"');
    expect(help).toMatch(/show my data.*delete my conversations/);
  });

  it('is read on a page of its own, with how long each kind is kept, and kept as a file', async () => {
    const ana = await anasChat();
    const text = bodyOf(await ana.get('/my-data'));
    expect(text).toContain(NAMED);
    expect(text).toContain('Requests that you sent');
    expect(text).toContain('for 2 years after the last thing that happened to them');
    expect(text).toMatch(/PS-\w+: Sent/);
    const file = await ana.get('/my-data.json');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; .*\.json"$/);
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(file.text)).toMatchObject({
      version: 1,
      person: { name: 'Ana Pires' },
      keptMonths: { words: 12, requests: 24 },
      requests: [{ request: { service: 'book-annual-leave' } }],
    });
  });

  it('is nobody else’s, and needs a sign-in', async () => {
    await anasChat();
    const tom = await browserOf(open.web.url, 'tom-okafor');
    for (const path of ['/my-data', '/my-data.json'])
      expect((await tom.get(path)).text).not.toContain('priya');
    const reply = await fetch(`${open.web.url}/my-data`, { redirect: 'manual' });
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/who']);
  });

  it('holds no words once they were deleted, and still the requests', async () => {
    const ana = await anasChat();
    await ana.get('/chat');
    await ana.say('delete my conversations');
    const { text } = await ana.get('/my-data.json');
    expect(text).not.toContain('33 days');
    expect(text).toContain('book-annual-leave');
  });
});
