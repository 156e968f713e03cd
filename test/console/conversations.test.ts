import { bodyOf, browserOf, field, sendForm, type Browser } from '../web/a-browser';
import { converse, CONVERSATION } from './a-conversation';
import { ask, ID } from './ask-for-a-person';
import { MINUTE, openConsole, type OpenConsole } from './open-console';

const PATH = `/console/conversations/${ID}`;
const LIST = '/console/conversations';
type Tail<All> = All extends [unknown, ...infer Rest] ? Rest : never;

describe('conversations for us', () => {
  let open: OpenConsole;
  let fern: Browser;

  beforeEach(async () => {
    open = await openConsole();
    fern = await signedIn('fern-lacey');
  });
  afterEach(() => open.close());

  const signedIn = (person: string) => browserOf(open.url, person);
  const asked = (...given: Tail<Parameters<typeof ask>>) => ask(open, ...given);
  const post = async (form: Record<string, string>, browser = fern) => {
    const { text } = await browser.get(PATH);
    // Only the reply's form names its message.
    return sendForm(browser, PATH, { message: field(text, 'message') || 'form-0001', ...form });
  };
  const take = (browser = fern) => post({ do: 'take' }, browser);
  const told = async () =>
    (await open.stores.outgoing.history(CONVERSATION, 0, 50))
      .filter(({ kind }) => kind === 'notice')
      .map(({ reply }) => reply.text.split('\n')[0]);
  const audits = async () =>
    (await open.stores.reading.audits(20)).map(({ who, did, reason }) => [who, did, reason]);

  it('are listed with how long they wait against the promise, and who has them', async () => {
    expect(bodyOf(await fern.get(LIST))).toContain('Nobody is waiting.');
    await asked();

    const waiting = bodyOf(await fern.get(LIST));
    expect(waiting).toMatch(/TP-7F3K9Q<\/a>.*Ana Pires.*58 minutes.*First reply by Today, 15:00/);
    expect(waiting).toContain('Nobody yet');
    open.wait(200 * MINUTE);
    await fern.signIn('fern-lacey');
    expect(bodyOf(await fern.get(LIST))).toContain('Late: promised by Today, 15:00');
    expect(bodyOf(await fern.get('/console'))).toContain(
      '1 person waits for your reply in the chat',
    );
    await take();
    expect(bodyOf(await fern.get(LIST))).toMatch(/Late: .*You/);
    expect(bodyOf(await (await signedIn('kofi-mensah-reid')).get(LIST))).toContain('Fern Lacey');
  });

  it('show what the person let go along, escaped, and nothing that was not kept; the look is written down', async () => {
    await asked();

    const shown = bodyOf(await fern.get(PATH));

    expect(shown).toContain('my &lt;i&gt;payslip&lt;/i&gt; is wrong, ask Priya Nair');
    expect(shown).toContain('You get 29 days.');
    expect(shown).toContain('It is about &lt;b&gt;May&lt;/b&gt;.');
    expect(shown).not.toContain('must not be kept');
    expect(shown).not.toContain('Your reply');
    expect(await audits()).toEqual([['fern-lacey', 'read-handover', null]]);
  });

  it('show only what they wrote since, where the conversation did not go along', async () => {
    await asked({ along: null });

    const shown = bodyOf(await fern.get(PATH));

    expect(shown).toContain('They asked without their conversation');
    expect(shown).not.toContain('payslip');
    expect(shown).toContain('It is about');
  });

  it.each([
    ['another organisation', 'hannah-silva', 404],
    ['another organisation’s reviewer', 'joseph-amadi', 404],
    ['nobody of the people team', 'grace-adeyemi', 403],
    ['an analyst', 'yusuf-demir', 403],
  ])('are closed to %s', async (_, person, status) => {
    await asked();
    const browser = await signedIn(person);

    const page = await browser.get(PATH);
    const pressed = await post({ do: 'take' }, browser);

    expect([page.status, pressed.status]).toEqual([status, status]);
    expect(`${page.text}${pressed.text}${(await browser.get(LIST)).text}`).not.toMatch(
      /Ana Pires|payslip|It is about/,
    );
    expect(await told()).toEqual([]);
    expect(await audits()).toEqual([]);
  });

  it('are not for somebody’s own manager, nor for themselves', async () => {
    const who = {
      conversation: 'web:fern-lacey',
      person: 'fern-lacey',
      organisation: 'fellbridge',
    };
    await asked({}, 'About my manager.', who);

    for (const person of ['nadia-rahman', 'fern-lacey']) {
      const browser = await signedIn(person);
      expect((await browser.get(PATH)).status).toBe(404);
      expect(bodyOf(await browser.get(LIST))).toContain('Nobody is waiting.');
    }
    expect((await (await signedIn('kofi-mensah-reid')).get(PATH)).status).toBe(200);
  });

  it('are taken by one press, once; the other is told who has it', async () => {
    await asked();
    const kofi = await signedIn('kofi-mensah-reid');
    const { text } = await kofi.get(PATH);

    expect(await take()).toMatchObject({ status: 303, location: PATH });
    expect(await take()).toMatchObject({ status: 303, location: PATH });
    const late = await kofi.post(PATH, { key: field(text, 'key'), do: 'take' });

    expect(late.status).toBe(409);
    expect(bodyOf(late)).toContain('Fern Lacey has this.');
    expect(await told()).toEqual([
      expect.stringMatching(/^\*\*Fern Lacey\*\*, people services, has this now/),
    ]);
    expect((await audits()).filter(([, did]) => did === 'changed-handover')).toEqual([
      ['fern-lacey', 'changed-handover', 'Took it'],
    ]);
  });

  it('can be taken over, and the person is told', async () => {
    await asked();
    await take();
    const kofi = await signedIn('kofi-mensah-reid');
    expect(bodyOf(await kofi.get(PATH))).toContain('Take it over from Fern Lacey');

    expect(await post({ do: 'take', from: 'fern-lacey' }, kofi)).toMatchObject({ status: 303 });

    expect(await told()).toEqual([
      expect.any(String),
      expect.stringMatching(/^\*\*Kofi Mensah-Reid\*\*.*in place of Fern Lacey/),
    ]);
    const unsent = await post({ do: 'answer', note: 'Hello <Ana>' });
    expect([unsent.status, bodyOf(unsent)]).toEqual([
      409,
      expect.stringContaining('Kofi Mensah-Reid has this.'),
    ]);
    expect(unsent.text).toContain('Hello &lt;Ana&gt;');
  });

  it('are answered in the chat, once however often it is sent, as the words stand', async () => {
    await asked();
    await take();
    const { text } = await fern.get(PATH);
    const form = {
      key: field(text, 'key'),
      message: field(text, 'message'),
      do: 'answer',
      note: 'Hello **Ana** <b>[1]</b>\r\nWhich month?',
    };

    const [first, second] = [await fern.post(PATH, form), await fern.post(PATH, form)];

    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await told()).toHaveLength(2);
    expect((await told())[1]).toBe(
      String.raw`**Fern Lacey, people services:** Hello \*\*Ana\*\* \<b\>\[1\]\</b\>`,
    );
    const after = bodyOf(await fern.get(`${PATH}?done=answered`));
    expect(after).toContain('Your reply was sent.');
    expect(after).toContain('Hello **Ana** &lt;b&gt;[1]&lt;/b&gt; Which month?');
    expect(after).toContain('Answered');
  });

  it('ask for words, not too many, and keep what was written', async () => {
    await asked();
    await take();

    const empty = await post({ do: 'answer', note: '  ' });
    const long = await post({ do: 'answer', note: 'x'.repeat(2001) });

    expect([empty.status, long.status]).toEqual([422, 422]);
    expect(empty.text).toContain('Write your reply');
    expect(long.text).toContain('x'.repeat(2001));
    expect(await told()).toHaveLength(1);
  });

  it('are closed by a press, and shown among the closed ones', async () => {
    await asked();
    await take();

    expect(await post({ do: 'close' })).toMatchObject({ status: 303, location: PATH });

    expect((await told())[1]).toMatch(/has closed this .*Open it again/);
    expect(bodyOf(await fern.get(LIST))).toContain('Nobody is waiting.');
    expect(bodyOf(await fern.get(`${LIST}?show=closed`))).toMatch(
      /Ana Pires.*Today, 12:00.*Fern Lacey/,
    );
    const late = await post({ do: 'answer', note: 'One more thing' });
    expect([late.status, bodyOf(late)]).toEqual([
      409,
      expect.stringContaining('It was closed by Fern Lacey.'),
    ]);
  });

  it('change nothing for a form of another page, or of another site', async () => {
    await asked();
    const { text } = await fern.get(PATH);
    const form = { key: field(text, 'key'), do: 'take' };

    const wrong = await fern.post(PATH, { ...form, key: 'guessed' });
    const foreign = await fern.post(PATH, form, { origin: 'https://elsewhere.example' });

    expect([wrong.status, foreign.status]).toEqual([403, 403]);
    expect(await fern.post(PATH, { key: form.key, do: 'dance' })).toMatchObject({ status: 422 });
    expect(await told()).toEqual([]);
  });

  it('say so where the person has left, and send them nothing', async () => {
    const who = { conversation: 'web:gone', person: 'somebody-gone', organisation: 'fellbridge' };
    await asked({}, 'Hello', who);
    await take();

    const shown = bodyOf(await fern.get(PATH));
    expect(shown).toContain('They have left the staff directory.');
    expect(shown).not.toContain('Your reply');
    expect((await post({ do: 'answer', note: 'Hello' })).status).toBe(422);
    expect(await post({ do: 'close' })).toMatchObject({ status: 303 });
  });

  it('show no words once the person has deleted theirs, and that they were there', async () => {
    await asked();
    await take();
    await post({ do: 'answer', note: 'Hello Ana' });
    await converse(open.stores, [
      {
        message: 'delete',
        expectedVersion: 3,
        effects: [{ kind: 'conversations-deleted', person: 'ana-pires' }],
      },
    ]);

    const shown = bodyOf(await fern.get(PATH));

    expect(shown).toContain('They had their words deleted.');
    expect(shown.match(/The words were deleted\./g)).toHaveLength(2);
    expect(shown).not.toMatch(/payslip|It is about|Hello Ana/);
    expect(bodyOf(await fern.get(`${LIST}?show=closed`))).toContain('They deleted their words');
  });

  it('stand in the audit of who read and did what', async () => {
    await asked();
    await take();

    const shown = bodyOf(await (await signedIn('olu-martins')).get('/console/audit'));

    expect(shown).toContain(`href="${PATH}"`);
    expect(shown).toContain('Worked on a conversation for us');
    expect(shown).toContain('Took it');
  });
});
