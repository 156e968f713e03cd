import { wording } from '../../bot/wording';
import { aBrowser, buttons, field, type Browser } from './a-browser';
import { NOON, openWeb, type OpenWeb } from './open-web';

const JSON_TOO = { accept: 'application/json' };
interface Fragments {
  readonly html: string;
  readonly feedback: readonly { readonly id: string; readonly html: string }[];
}

describe('feedback in the web chat', () => {
  let web: OpenWeb;
  let ana: Browser;

  beforeEach(async () => {
    web = await openWeb();
    ana = aBrowser(web.url);
    await ana.signIn('ana-pires');
  });
  afterEach(() => web.close());

  it('is asked under a reply, and thanked for in its place', async () => {
    await ana.say('leave');
    await ana.get('/chat');
    await ana.press('Yes');
    const { text } = await ana.get('/chat');

    expect(web.conversation.turns.at(-1)?.said).toEqual({
      kind: 'press',
      press: { kind: 'rate', interaction: 'i-1', rating: 'yes' },
    });
    expect(text).toContain(wording.feedback.thanks);
    expect(text).not.toContain(wording.feedback.ask);
    expect(text.match(/class="turn"/g)).toHaveLength(1);
  });

  it('asks why, and takes a reason and a comment', async () => {
    await ana.say('leave');
    await ana.get('/chat');
    await ana.press('No');
    const asked = await ana.get('/chat');
    await ana.press(wording.feedback.reasons.incomplete);
    const { text } = await ana.get('/chat');
    const comment = JSON.stringify({ kind: 'explain', interaction: 'i-1' });
    const form = { key: field(text, 'key'), message: field(text, 'message') };
    await ana.post('/chat', { ...form, press: comment, comment: 'Nothing on nights.' });

    expect(asked.text).toContain(wording.feedback.why);
    expect(text).toContain(wording.feedback.explained);
    expect(web.conversation.turns.slice(-2).map(({ said }) => said)).toEqual([
      {
        kind: 'press',
        press: { kind: 'explain', interaction: 'i-1', reason: 'incomplete' },
      },
      {
        kind: 'press',
        press: { kind: 'explain', interaction: 'i-1', comment: 'Nothing on nights.' },
      },
    ]);
  });

  it('takes the wish for a reply with the comment or without one, and asks once', async () => {
    await ana.say('leave');
    await ana.get('/chat');
    await ana.press('No');
    const { text } = await ana.get('/chat');
    expect(text).toContain(wording.feedback.reply.want);
    const press = JSON.stringify({ kind: 'explain', interaction: 'i-1' });
    const form = { key: field(text, 'key'), message: field(text, 'message'), press };
    await ana.post('/chat', { ...form, comment: '', reply: 'yes' });
    const asked = (await ana.get('/chat')).text;

    expect(web.conversation.turns.at(-1)?.said).toEqual({
      kind: 'press',
      press: { kind: 'explain', interaction: 'i-1', reply: true },
    });
    expect(asked).toContain(wording.feedback.reply.asked);
    expect(asked).not.toContain(wording.feedback.reply.want);
    expect(asked).toContain(wording.feedback.tellMore);
  });

  it('is asked once of a request: under the newest that asks, or where it was told', async () => {
    const asksAgain = { feedback: { interaction: 'i-1', rated: null } };
    const controls = (page: string) => page.match(/id="feedback-i-1"/g);
    await ana.say('leave');
    web.conversation.notice('web:ana-pires', 'It is done.', NOON, asksAgain);
    const { text: unrated } = await ana.get('/chat');
    await ana.press('Yes');
    web.conversation.notice('web:ana-pires', 'Here is a copy.', NOON, asksAgain);
    const { text: rated } = await ana.get('/chat');

    expect(controls(unrated)).toHaveLength(1);
    expect(unrated.indexOf('It is done.')).toBeLessThan(unrated.indexOf('feedback-i-1'));
    expect(controls(rated)).toHaveLength(1);
    expect(rated).not.toContain(wording.feedback.ask);
    expect(rated.indexOf('feedback-i-1')).toBeLessThan(rated.indexOf('Here is a copy.'));
  });

  it('asks 1 to 5 once a request is done, and no more whether it was sorted', async () => {
    const { satisfied, ask } = wording.feedback;
    await ana.say('leave');
    const asks = { feedback: { interaction: 'i-1', rated: null, satisfied: null } };
    web.conversation.notice('web:ana-pires', 'It is done.', NOON, asks);
    const { text } = await ana.get('/chat');
    expect(text).toContain(satisfied.ask);
    expect(text).not.toContain(ask);
    expect(text.indexOf('It is done.')).toBeLessThan(text.indexOf('satisfied-i-1'));

    await ana.press('4');
    const pressed = (await ana.get('/chat')).text;
    expect(pressed).toContain(satisfied.thanks(4));
    expect(pressed).not.toContain(satisfied.ask);
    const press = JSON.stringify({ kind: 'satisfied', interaction: 'i-1' });
    const form = { key: field(pressed, 'key'), message: field(pressed, 'message'), press };
    await ana.post('/chat', { ...form, comment: 'Quick and kind.' });
    expect(web.conversation.turns.slice(-2).map(({ said }) => said)).toEqual([
      { kind: 'press', press: { kind: 'satisfied', interaction: 'i-1', score: 4 } },
      {
        kind: 'press',
        press: { kind: 'satisfied', interaction: 'i-1', comment: 'Quick and kind.' },
      },
    ]);
  });

  it('reaches a script as the new state of the control', async () => {
    await ana.say('leave');
    const { text } = await ana.get('/chat');
    const press = buttons(text).find(({ label }) => label === 'Partly')?.press ?? '';
    const form = { key: field(text, 'key'), message: field(text, 'message') };
    const sent = await ana.post('/chat', { ...form, press, after: '1' }, JSON_TOO);

    const { html, feedback } = JSON.parse(sent.text) as Fragments;
    expect([html, feedback[0]?.id]).toEqual(['', 'feedback-i-1']);
    expect(feedback[0]?.html).toContain(wording.feedback.why);
  });
});
