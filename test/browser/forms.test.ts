import type { Browser, BrowserContext, Page } from 'playwright-core';
import { wording } from '../../bot/wording';
import { builtInKnowledge } from '../golden/stage';
import { openTheChat } from '../web/open-chat';
import {
  barriersOn,
  describeInBrowser,
  launch,
  overflowOf,
  PHONE,
  smallTargetsOn,
} from './chromium';

describeInBrowser('a request as a form, on a phone', () => {
  let browser: Browser;
  let chat: Awaited<ReturnType<typeof openTheChat>>;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    builtInKnowledge();
    browser = await launch();
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    chat = await openTheChat();
    context = await browser.newContext({ viewport: PHONE, locale: 'en-GB' });
    page = await context.newPage();
  }, 30_000);
  afterEach(async () => {
    await context.close();
    await chat.close();
  });

  async function openForm(who: string, words: string): Promise<void> {
    await page.goto(`${chat.web.url}/who`);
    await page.getByRole('button', { name: who }).click();
    await say(words);
    await page.getByRole('button', { name: wording.form.instead }).click();
    await page.getByRole('button', { name: wording.form.send }).waitFor();
  }

  async function say(words: string): Promise<void> {
    const before = await page.locator('.turn').count();
    await page.getByLabel('Your message').fill(words);
    await page.keyboard.press('Enter');
    await page.locator('.turn').nth(before).waitFor();
  }

  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement.textContent')) === name) return;
    }
    throw new Error(`"${name}" cannot be reached with the Tab key.`);
  }

  it('has no barriers, fits, and can be hit by a thumb; so does one with mistakes', async () => {
    await openForm('Grace Adeyemi', 'one of my staff is changing her hours');
    expect(await barriersOn(page)).toEqual([]);

    await page.getByLabel('How many hours a week').fill('3 days');
    await page.getByRole('button', { name: wording.form.send }).click();
    await page.getByText(wording.form.summary).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    expect(await smallTargetsOn(page)).toEqual([]);
  });

  it('puts the reader at what is wrong, and from there at the field', async () => {
    await openForm('Ana Pires', 'i want to book annual leave');
    await page.getByLabel('What is the first day').fill('2020-05-03');
    await page.keyboard.press('Enter');
    await page.getByText(wording.form.summary).waitFor();
    expect(await page.evaluate('document.activeElement.className')).toContain('error-summary');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toMatch(/-firstDay$/);
    expect(await page.getByLabel('What is the first day').inputValue()).toBe('2020-05-03');
  });

  it('is filled in and sent with the keyboard alone', async () => {
    await openForm('Ana Pires', 'i want to book annual leave');
    await page.getByLabel('What is the first day').fill('2027-05-03');
    await page.getByLabel('And the last day?').fill('2027-05-07');
    await tabTo(wording.form.send);
    await page.keyboard.press('Enter');
    await page.getByText('Monday 3 May to Friday 7 May 2027').waitFor();
    expect(await page.locator('.request-form').count()).toBe(0);
    await page.getByRole('button', { name: wording.request.send }).press('Enter');
    await page.getByText('Your reference is').waitFor();
  });

  it('keeps what was typed while something else is asked', async () => {
    await openForm('Ana Pires', 'i want to book annual leave');
    await page.getByLabel('What is the first day').fill('2027-05-03');
    await page.getByLabel('Morning').check();
    await say('do bank holidays count as leave');

    expect(await page.locator('.request-form').count()).toBe(1);
    expect(await page.getByLabel('What is the first day').inputValue()).toBe('2027-05-03');
    expect(await page.getByLabel('Morning').isChecked()).toBe(true);
  });
});
