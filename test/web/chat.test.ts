import { QUIET_MS } from '../../bot/web/sessions';
import { wording } from '../../bot/wording';
import { aBrowser, buttons, field, type Browser } from './a-browser';
import { NOON, openWeb, type OpenWeb } from './open-web';

const JSON_TOO = { accept: 'application/json' };
interface Fragments {
  readonly html: string;
  readonly message: string;
  readonly sequence: number;
  readonly feedback: readonly { readonly id: string; readonly html: string }[];
}

const citation = {
  number: 1,
  policy: 'annual-leave',
  clause: 'annual-leave.1',
  title: 'Annual leave',
  heading: 'How much you get',
  quote: 'You get 27 days a year.',
  version: '2026.1',
  url: '/policies/annual-leave#annual-leave.1',
  file: null,
};

describe('the web chat', () => {
  let web: OpenWeb;
  let ana: Browser;

  beforeEach(async () => {
    web = await openWeb({
      script: {
        leave: { text: 'You get **27 days**. [1] [2]', citations: [citation], modelWritten: true },
        long: {
          text: 'Short answer. [1]',
          more: 'The rest of it. [1] [2]',
          citations: [citation, { ...citation, number: 2, heading: 'Carrying leave over' }],
        },
        book: {
          outcome: 'request',
          buttons: [
            { label: 'Yes, send it', press: { kind: 'confirm', draft: 'd1', nonce: 'n1' } },
            { label: 'Cancel', press: { kind: 'cancel', draft: 'd1' } },
          ],
        },
      },
    });
    ana = aBrowser(web.url);
    await ana.signIn('ana-pires');
  });
  afterEach(() => web.close());

  it('tears no reference at the end of a line', async () => {
    await ana.say('is PS-7F3K9Q & TP-000001 done');
    const { text } = await ana.get('/chat');

    expect(text).toContain(
      'is <span class="reference">PS-7F3K9Q</span> &amp; <span class="reference">TP-000001</span>',
    );
  });

  it('answers a question with links to the clauses it comes from', async () => {
    const sent = await ana.say('leave');
    const { text } = await ana.get('/chat');

    expect([sent.status, sent.location]).toEqual([303, '/chat#latest']);
    expect(text).toContain('<strong>27 days</strong>');
    expect(text).toContain('href="/policies/annual-leave#annual-leave.1"');
    expect(text).toContain('Annual leave: How much you get');
    expect(text).toContain('[2]'); // points at nothing, so it stays plain words
    expect(text.match(/class="citation"/g)).toHaveLength(1);
  });

  it('keeps what is more to read behind one press', async () => {
    await ana.say('long');
    const { text } = await ana.get('/chat');

    const [before = '', folded = '', after = ''] = text.split(/<details|<\/details>/);
    expect(before).toContain('Short answer.');
    expect(folded).toContain(wording.more);
    expect(folded).toMatch(/The rest of it\. <a class="citation"/);
    expect(folded).toContain('Annual leave: Carrying leave over');
    expect(after).toContain('Annual leave: How much you get');
    expect(after).not.toContain('Carrying leave over');
  });

  it('hands over the person, the text and a conversation of their own', async () => {
    await ana.say('  hello\r\nthere ');

    expect(web.conversation.turns).toMatchObject([
      {
        door: 'web',
        conversation: 'web:ana-pires',
        speaker: { kind: 'person', person: { id: 'ana-pires' } },
        said: { kind: 'text', text: 'hello\nthere' },
        at: NOON,
      },
    ]);
  });

  it('takes a form that was sent twice for one message', async () => {
    await Promise.all([ana.say('leave'), ana.say('leave')]);
    await ana.say('leave');

    expect(web.conversation.turns).toHaveLength(1);
  });

  it('takes other words from the same page for another message', async () => {
    await ana.say('leave');
    await ana.say('book');

    expect(web.conversation.turns).toHaveLength(2);
  });

  it('shows what a person typed as words, never as HTML', async () => {
    await ana.say('<b onclick="x">bold</b> [a](javascript:x) ![b](http://elsewhere/c)');
    const { text } = await ana.get('/chat');

    expect(text).not.toMatch(/<b onclick|href="javascript|src="http/);
    expect(text).toContain('&lt;b onclick=&quot;x&quot;&gt;');
  });

  it('sends a confirmation by its button, and drops the buttons of older replies', async () => {
    await ana.say('book');
    await ana.get('/chat');
    await ana.press('Yes, send it');
    const { text } = await ana.get('/chat');

    expect(web.conversation.turns.at(-1)?.said).toEqual({
      kind: 'press',
      press: { kind: 'confirm', draft: 'd1', nonce: 'n1' },
    });
    expect(buttons(text).map(({ label }) => label)).not.toContain('Cancel');
  });

  it('refuses a button that was tampered with, and does nothing', async () => {
    const { text } = await ana.get('/chat');
    const form = { key: field(text, 'key'), message: field(text, 'message') };
    const sent = await ana.post('/chat', { ...form, press: '{"kind":"approve"}' });

    expect(sent.status).toBe(422);
    expect(web.conversation.turns).toEqual([]);
  });

  it('says that a text is too long, and gives it back', async () => {
    const long = 'leave '.repeat(20_000).trim();
    const sent = await ana.say(long);

    expect(sent.status).toBe(422);
    expect(sent.text).toContain(wording.errors.tooLong(4000));
    expect(sent.text).toContain(long);
    expect(sent.text).toContain('<title>Error: ');
  });

  it('says on its page that far too much was sent, and to a script in a line', async () => {
    const book = 'x'.repeat(1_100_000);
    const asPage = await ana.say(book);
    const line = await ana.say(book, JSON_TOO);

    expect([asPage.status, line.status]).toEqual([413, 413]);
    expect(asPage.text).toContain('<title>Error: ');
    expect(asPage.text).toContain(wording.errors.tooLong(4000));
    expect(JSON.parse(line.text)).toEqual({ error: wording.errors.tooLong(4000) });
    expect(web.conversation.turns).toEqual([]);
  });

  it('keeps the words and their message id when the turn fails, so that pressing again is the same message', async () => {
    const before = field((await ana.get('/chat')).text, 'message');
    web.conversation.failNext();
    const failed = await ana.say('leave');
    const again = await ana.say('leave');

    expect(failed.status).toBe(503);
    expect(failed.text).toContain('>leave</textarea>');
    expect(field(failed.text, 'message')).toBe(before);
    expect(again.status).toBe(303);
  });

  it('gives a script the new messages as a fragment, and an id for the next one', async () => {
    const sent = await ana.say('leave', JSON_TOO);
    const got = JSON.parse(sent.text) as Fragments;

    expect(got).toMatchObject({ sequence: 1, feedback: [] });
    expect(got.message).toMatch(/^id-/);
    expect(got.html).toContain('id="m-1"');
  });

  it('tells a script what came in meanwhile, and nothing twice', async () => {
    const key = field((await ana.get('/chat')).text, 'key');
    web.conversation.notice('web:ana-pires', 'Good news.', NOON);
    const first = await ana.get('/chat/updates?after=0', { 'x-session-key': key });
    const second = await ana.get('/chat/updates?after=1', { 'x-session-key': key });

    const news = JSON.parse(first.text) as Fragments;
    expect(news.sequence).toBe(1);
    expect(news.html).toContain('News about a request');
    expect(JSON.parse(second.text)).toMatchObject({ sequence: 1, html: '' });
  });

  describe('keeps people apart', () => {
    it('shows nobody the conversation of another', async () => {
      await ana.say('a secret');
      const tom = aBrowser(web.url);
      const { text } = await tom.signIn('tom-okafor');

      expect(text).not.toContain('a secret');
    });

    it('tells a page that another person left open nothing', async () => {
      const key = field((await ana.get('/chat')).text, 'key');
      await ana.signIn('tom-okafor');
      const { status } = await ana.get('/chat/updates?after=0', { 'x-session-key': key });

      expect(status).toBe(401);
    });

    it('sends somebody who is not signed in to choose who they are', async () => {
      const stranger = aBrowser(web.url);

      expect(await stranger.get('/chat')).toMatchObject({ status: 303, location: '/who' });
      expect(await stranger.get('/chat/updates?after=0')).toMatchObject({ status: 401 });
      expect(await stranger.post('/chat', { text: 'leave' })).toMatchObject({
        location: '/who?ended=quiet',
      });
      expect(web.conversation.turns).toEqual([]);
    });

    it('signs out after five minutes of quiet, and a page that only asks for news is quiet', async () => {
      const key = field((await ana.get('/chat')).text, 'key');
      web.wait(QUIET_MS - 1000);
      const meanwhile = await ana.get('/chat/updates?after=0', { 'x-session-key': key });
      web.wait(1000);

      expect(meanwhile.status).toBe(200);
      expect(await ana.get('/chat')).toMatchObject({ location: '/who' });
    });

    it('stays while somebody types', async () => {
      const key = field((await ana.get('/chat')).text, 'key');
      web.wait(QUIET_MS - 1000);
      await ana.get('/chat/updates?after=0&active=1', { 'x-session-key': key });
      web.wait(2000);

      expect((await ana.get('/chat')).status).toBe(200);
    });

    it('forgets who sat there when they leave the page', async () => {
      const { text } = await ana.get('/chat');
      const left = await ana.post('/leave', { key: field(text, 'key') });

      expect(left).toMatchObject({ status: 303, location: '/policies' });
      expect(await ana.get('/chat')).toMatchObject({ location: '/who' });
    });
  });
});
