/** A mail that says that there is news, while the process dies around it. */
import { LOGIN, mailServer, type Mail, type MailServerInTest } from '../support/mail-server';
import { browserOf } from '../web/a-browser';
import { eventually } from './eventually';
import { openHome, type Home } from './product';

const MINUTE = 60_000;
const DUE = 31 * MINUTE;
/** Longer than a mail is lent to the process that died with it. */
const AFTER_THE_LOAN = 2 * MINUTE;
/** It looks every 15 seconds, and a slow mail server makes it look again. */
const SEVERAL_LOOKS_MS = 45_000;
/** It starts four times. */
const LONGEST_MS = 180_000;
const NEXT_DAY = 24 * 60 * MINUTE;

describe('a mail to staff', () => {
  let home: Home;
  let post: MailServerInTest;

  beforeEach(async () => {
    home = openHome();
    post = await mailServer({ tls: 'none' });
  });
  afterEach(async () => {
    await home.close();
    await post.close();
  });

  const settings = () => ({
    SMTP_HOST: 'localhost',
    SMTP_PORT: String(post.port),
    SMTP_SECURITY: 'if-offered',
    SMTP_USER: LOGIN.user,
    SMTP_PASSWORD: LOGIN.password,
    SMTP_FROM: 'assistant@people.example',
  });
  const idOf = ({ headers }: Mail) => headers.get('message-id');
  const mailed = (many: number) =>
    eventually(
      `mail ${many}`,
      () => (post.mails.length >= many ? true : undefined),
      SEVERAL_LOOKS_MS,
    );

  it(
    'is lost by no kill, and is the same mail where it has to be sent again',
    async () => {
      const first = await home.start(settings());
      const ana = await browserOf(first.url, 'ana-pires');
      await ana.say('book me off 3 to 7 may');
      await ana.get('/chat');
      await ana.press('Yes, send it');
      await first.kill();

      post.script('silent-after-the-work');
      const second = await home.start(settings(), DUE);
      await mailed(1);
      await second.kill();
      const third = await home.start(settings(), DUE + AFTER_THE_LOAN);
      await mailed(2);
      expect(await third.end()).toBe(0);
      const fourth = await home.start(settings(), NEXT_DAY);
      const grace = await browserOf(fourth.url, 'grace-adeyemi');
      expect((await grace.get('/chat')).text).toContain('asks for your approval');
      expect(await fourth.end()).toBe(0);

      expect(post.mails.map(({ to }) => to)).toEqual([
        ['grace.adeyemi@fellbridge.example'],
        ['grace.adeyemi@fellbridge.example'],
      ]);
      expect(new Set(post.mails.map(idOf)).size).toBe(1);
      expect(post.mails[0]?.body).toMatch(/Sign in to read it:\s+http:\/\/localhost:\d+\/chat/);
    },
    LONGEST_MS,
  );

  it('is sent to nobody who read the news in time, or wants none', async () => {
    const first = await home.start(settings());
    const ana = await browserOf(first.url, 'ana-pires');
    await ana.say('book me off 3 to 7 may');
    await ana.get('/chat');
    await ana.press('Yes, send it');
    const grace = await browserOf(first.url, 'grace-adeyemi');
    await grace.press('Approve');
    const told = await eventually('the news for Ana', async () => {
      const { text } = await ana.get('/chat');
      return text.includes('<strong>approved</strong> by Grace Adeyemi') ? text : undefined;
    });
    expect(told).toContain('PS-');
    await ana.say('stop e-mails');
    expect(await first.end()).toBe(0);

    const second = await home.start(settings(), NEXT_DAY);
    const browser = await browserOf(second.url, 'tom-okafor');
    await browser.say('hello');
    expect(await second.end()).toBe(0);
    expect(post.mails).toEqual([]);
  });
});
