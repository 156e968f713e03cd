import { wording } from '../../bot/wording';
import { builtInKnowledge } from '../golden/stage';
import { aPdf } from '../support/some-files';
import { aBrowser, field, type Browser } from './a-browser';
import { openTheChat } from './open-chat';

const DAYS = { 'f-firstDay': '2027-05-03', 'f-lastDay': '2027-05-07' };

/** Without a script: what a page sends, and what comes back. */
describe('a form in the web chat', () => {
  let open: Awaited<ReturnType<typeof openTheChat>>;
  let ana: Browser;
  beforeAll(() => void builtInKnowledge(), 60_000);
  beforeEach(async () => {
    open = await openTheChat();
    ana = aBrowser(open.web.url);
    await ana.signIn('ana-pires');
    await ana.say('i want to book annual leave');
    await ana.get('/chat');
    await ana.press(wording.form.instead);
  }, 30_000);
  afterEach(() => open.close());

  const press = async (label: string, more: Readonly<Record<string, string>> = {}) => {
    await ana.get('/chat');
    await ana.press(label, more);
    return (await ana.get('/chat')).text;
  };

  it('has a label for each field, and the hint of those that have one', async () => {
    const { text } = await ana.get('/chat');

    expect(text).toMatch(/<label class="[^"]*" for="(m-\d+-firstDay)">\s*What is the first day/);
    expect(text).toContain('type="date"');
    expect(text).toContain(wording.form.optional('Which half of the day?'));
    expect(text.match(/<fieldset/g)).toHaveLength(1);
  });

  it('is read back, and sent by the button under it', async () => {
    expect(await press(wording.form.send, DAYS)).toContain('Monday 3 May to Friday 7 May 2027');
    expect(await press(wording.request.send)).toContain('<strong>Sent</strong>');
  });

  it('says what is wrong at the field and in a list above, and keeps what was written', async () => {
    const text = await press(wording.form.send, { ...DAYS, 'f-lastDay': '31 june' });

    expect(text).toContain('<title>Error: ');
    const [, id] =
      /href="#(m-\d+-lastDay)"\s*>\s*The last day: There is no 31 June/.exec(text) ?? [];
    expect(text).toContain(`id="${id}-error"`);
    expect(text).toMatch(new RegExp(`<input[^>]*id="${id}"[^>]*type="text"[^>]*value="31 june"`));
    expect(text).toMatch(new RegExp(`<input[^>]*aria-describedby="${id}-error"`));
    expect(text).toContain('value="2027-05-03"');
  });

  it('goes back to the chat with what was written', async () => {
    const text = await press(wording.form.leave, { 'f-firstDay': '2027-05-03', 'f-lastDay': '' });

    expect(text).toContain('And the last day?');
    expect(text).not.toContain('f-firstDay');
  });

  it('sent again by going back is not done again', async () => {
    const { text } = await ana.get('/chat');
    const [, message = ''] = /name="message" value="([^"]*)"/.exec(text) ?? [];
    await ana.press(wording.form.send, { ...DAYS, message });
    await ana.press(wording.form.send, { ...DAYS, message });

    const turns = await open.stores.outgoing.history('web:ana-pires', 0, 10);
    expect(turns).toHaveLength(3);
  });

  it('gives back a book, and sends who needs people to them', async () => {
    await ana.get('/chat');
    const book = 'a'.repeat(20_001);
    expect((await ana.press(wording.form.send, { 'f-note': book })).status).toBe(422);
    await ana.press(wording.form.send, { 'f-note': `i want to kill myself ${book}` });

    expect((await ana.get('/chat')).text).toContain('116 123');
  });

  it('stands with the form for files, and stays when one is added or refused', async () => {
    await ana.say('cancel');
    await ana.get('/chat');
    await ana.say('i want to hand in my fit note');
    await press(wording.form.instead);
    const add = async (name: string, bytes: Uint8Array) => {
      const { text } = await ana.get('/chat');
      const form = new FormData();
      for (const part of ['key', 'message', 'draft']) form.set(part, field(text, part));
      form.append('files', new Blob([Uint8Array.from(bytes)]), name);
      return ana.postForm('/chat/files', form);
    };
    expect((await add('note.pdf', Buffer.from('<script>'))).text).toMatch(
      /Your file was not added[^]*data-mark=[^]*id="upload"/,
    );
    await add('note.pdf', aPdf());
    const { text } = await ana.get('/chat');
    expect(text).toContain('I have added “note.pdf”.');
    expect(text).toMatch(/data-mark=[^]*id="upload"/);

    const days = { 'f-firstDay': '2026-11-23', 'f-lastDay': '2026-12-06', 'f-advice': 'not-fit' };
    expect(await press(wording.form.send, days)).toContain('Your file “note.pdf” goes with it.');
  });

  it('draws no HTML of what was written', async () => {
    const text = await press(wording.form.send, { 'f-note': '<script>x</script>"' });

    expect(text).not.toContain('<script>x');
    expect(text).toContain('&lt;script&gt;x');
  });
});
