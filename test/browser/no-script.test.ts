/** The whole way of a request where no script runs: forms alone. */
import type { Page } from 'playwright-core';
import { wording } from '../../bot/wording';
import { builtInKnowledge } from '../golden/stage';
import { aPdf } from '../support/some-files';
import { openTheChat } from '../web/open-chat';
import { signIn } from './chat-page';
import { aBrowserOfItsOwn, describeInBrowser, overflowOf, PHONE } from './chromium';

describeInBrowser('the web chat without a script, on a phone', () => {
  const open = aBrowserOfItsOwn();
  let chat: Awaited<ReturnType<typeof openTheChat>>;

  beforeAll(() => {
    builtInKnowledge();
  }, 60_000);
  beforeEach(async () => {
    chat = await openTheChat();
  }, 30_000);
  afterEach(() => chat.close());

  async function openAs(name: string): Promise<Page> {
    const page = await open({ viewport: PHONE, javaScriptEnabled: false });
    await signIn(page, chat.web.url, name);
    return page;
  }
  async function say(page: Page, text: string): Promise<void> {
    await page.getByLabel('Your message').fill(text);
    await press(page, 'Send');
  }
  async function press(page: Page, name: string): Promise<void> {
    // A click returns when the form is on its way; the page that answers may come later.
    const answered = page.waitForEvent('load');
    await page.getByRole('button', { name, exact: true }).last().click();
    await answered;
    expect(await overflowOf(page)).toBe(0);
  }
  const newest = (page: Page): Promise<string> => page.locator('.turn').last().innerText();

  it('answers, with a citation that opens the clause', async () => {
    const page = await openAs('Ana Pires');
    await say(page, 'how much leave do i get');
    expect(await newest(page)).toContain('29 days');

    const link = page.locator('.sources__list a').first();
    expect(await link.getAttribute('href')).toMatch(/^\/policies\/annual-leave-and-bank-holidays/);
  });

  it('fills in a form, tells its mistakes, sends it once, and has it approved', async () => {
    const ana = await openAs('Ana Pires');
    await say(ana, 'i want to book annual leave');
    await press(ana, wording.form.instead);
    await ana.getByLabel('What is the first day').fill('2027-05-07');
    await ana.getByLabel('And the last day?').fill('2027-05-03');
    await press(ana, wording.form.send);
    expect(await newest(ana)).toContain(wording.form.summary);
    expect(await ana.title()).toMatch(/^Error: /);

    await ana.getByLabel('What is the first day').fill('2027-05-03');
    await ana.getByLabel('And the last day?').fill('2027-05-07');
    await press(ana, wording.form.send);
    expect(await newest(ana)).toContain('Monday 3 May to Friday 7 May 2027');
    await press(ana, wording.request.send);
    expect(await newest(ana)).toContain('Your reference is');
    await ana.reload();
    expect(await ana.getByText('Your reference is').count()).toBe(1);

    const grace = await openAs('Grace Adeyemi');
    await press(grace, wording.approvals.approve);
    await chat.tell();
    await ana.getByRole('link', { name: wording.web.lookForNews }).click();
    await ana.getByText('by Grace Adeyemi').waitFor();
    await press(ana, wording.feedback.yes);
    await ana.getByText(wording.feedback.thanks).waitFor();
  });

  it('takes a file', async () => {
    const ana = await openAs('Ana Pires');
    await say(ana, 'i want to claim £7.60 for parking on 4 january 2027');
    await ana.locator('.upload summary, details:has(.upload__form) summary').first().click();
    await ana.locator('.upload__file').setInputFiles({
      name: 'ticket.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(aPdf('£7.60')),
    });
    await press(ana, wording.files.add);

    expect(await ana.locator('.turn').last().innerText()).toContain('ticket.pdf');
  });

  it('reads and leaves', async () => {
    const ana = await openAs('Ana Pires');
    for (const path of ['/policies', '/policies?q=leave', '/help', '/my-data']) {
      await ana.goto(chat.web.url + path);
      expect(await overflowOf(ana)).toBe(0);
    }
    await ana.getByRole('button', { name: 'Leave this page' }).click();
    await ana.goto(`${chat.web.url}/chat`);
    expect(new URL(ana.url()).pathname).toBe('/who');
  });
});
