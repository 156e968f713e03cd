import { builtInKnowledge } from '../golden/stage';
import { browserOf } from './a-browser';
import { openTheChat } from './open-chat';
import { NOON, type OpenWeb } from './open-web';

describe('approving in the web chat', () => {
  let open: Awaited<ReturnType<typeof openTheChat>>;
  let web: OpenWeb;
  beforeAll(() => void builtInKnowledge(), 60_000);
  beforeEach(async () => {
    open = await openTheChat();
    ({ web } = open);
  }, 30_000);
  afterEach(() => open.close());

  const signedIn = (who: string) => browserOf(web.url, who);
  /** Grace has spoken before; Ana has sent a request. */
  const waiting = async () => {
    const grace = await signedIn('grace-adeyemi');
    await grace.say('hello');
    const ana = await signedIn('ana-pires');
    await ana.say('book me off 3 to 7 may');
    await ana.get('/chat');
    await ana.press('Yes, send it');
    return { grace, ana };
  };

  it('is a press under the news of the request, and the requester reads by whom', async () => {
    const { grace, ana } = await waiting();
    const asked = (await grace.get('/chat')).text;
    expect(asked).toContain('<strong>Ana Pires</strong> asks for your approval');
    expect(asked).toContain('News about a request');
    expect(asked).toMatch(/class="nhsuk-button" name="press"[^>]*>Approve</);
    expect(asked).toMatch(
      /class="nhsuk-button nhsuk-button--secondary" name="press"[^>]*>Decline</,
    );

    expect((await grace.press('Approve')).status).toBe(303);

    expect((await grace.get('/chat')).text).toContain('<strong>Approved</strong>');
    await open.tell();
    expect((await ana.get('/chat')).text).toContain('<strong>approved</strong> by Grace Adeyemi');
    expect(await open.stores.outbox.claim(NOON)).toBeDefined();
  });

  it('is there for an approver who opens the chat for the first time, below what this program is', async () => {
    const ana = await signedIn('ana-pires');
    await ana.say('book me off 3 to 7 may');
    await ana.get('/chat');
    await ana.press('Yes, send it');
    const grace = await signedIn('grace-adeyemi');
    const first = (await grace.get('/chat')).text;

    expect(first).toMatch(/I am a computer program[^]*Ana Pires<\/strong> asks for your approval/);
    expect(first).not.toContain('id="latest"');
    await grace.press('Approve');
    expect((await grace.get('/chat')).text).not.toContain('I am a computer program');
  });

  it('reads the reason back, and tells it after a yes', async () => {
    const { grace, ana } = await waiting();
    await grace.get('/chat');
    await grace.press('Decline');
    await grace.say('We are short that week.');
    await open.tell();
    expect((await ana.get('/chat')).text).not.toContain('We are short that week.');

    await grace.get('/chat');
    await grace.press('Yes, tell Ana');
    await open.tell();
    expect((await ana.get('/chat')).text).toContain('We are short that week.');
    expect(await open.stores.outbox.nextDue()).toBeUndefined();
  });

  it('is refused where somebody else sends the press, in the words for no such request', async () => {
    await waiting();
    const [task] = await open.stores.tasks.openFor('grace-adeyemi');
    const tom = await signedIn('tom-okafor');
    await tom.say(`approve ${task!.request.id}`);
    await tom.say('approve PS-ZZZZZZ');

    const shown = (await tom.get('/chat')).text.replaceAll(/<\/?span[^>]*>/g, '');
    const words = (reference: string) =>
      `I can’t find a request ${reference} among those that wait for you.`;
    expect(shown).toContain(words(task!.request.id));
    expect(shown).toContain(words('PS-ZZZZZZ'));
    expect(await open.stores.outbox.nextDue()).toBeUndefined();
  });

  it('tells a manager who comes for the first time that something waits, once that day', async () => {
    const ana = await signedIn('ana-pires');
    await ana.say('book me off 3 to 7 may');
    await ana.get('/chat');
    await ana.press('Yes, send it');
    const grace = await signedIn('grace-adeyemi');
    await grace.say('hello');
    await grace.say('thanks');

    const shown = (await grace.get('/chat')).text;
    expect(shown.match(/1 request waits for your decision/g)).toHaveLength(1);
  });
});
