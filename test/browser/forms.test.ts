import type { Page } from 'playwright-core';
import { wording } from '../../bot/wording';
import { builtInKnowledge } from '../golden/stage';
import { openTheChat } from '../web/open-chat';
import { say, signIn } from './chat-page';
import { aBrowserOfItsOwn, describeInBrowser, PHONE, troubleOn } from './chromium';
import { tabTo } from './keyboard';

describeInBrowser('a request as a form, on a phone', () => {
  const open = aBrowserOfItsOwn();
  let chat: Awaited<ReturnType<typeof openTheChat>>;
  let page: Page;

  beforeAll(() => {
    builtInKnowledge();
  }, 60_000);
  beforeEach(async () => {
    chat = await openTheChat();
    page = await open({ viewport: PHONE });
  }, 30_000);
  afterEach(() => chat.close());

  async function openForm(who: string, words: string): Promise<void> {
    await signIn(page, chat.web.url, who);
    await say(page, words);
    await page.getByRole('button', { name: wording.form.instead }).click();
    await page.getByRole('button', { name: wording.form.send }).waitFor();
  }

  it('has no barriers, fits, and can be hit by a thumb; so does one with mistakes', async () => {
    await openForm('Grace Adeyemi', 'one of my staff is changing her hours');
    expect(await troubleOn(page)).toEqual([]);

    await page.getByLabel('How many hours a week').fill('3 days');
    await page.getByRole('button', { name: wording.form.send }).click();
    await page.getByText(wording.form.summary).waitFor();
    expect(await troubleOn(page)).toEqual([]);
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
    await tabTo(page, wording.form.send);
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
    await say(page, 'do bank holidays count as leave');

    expect(await page.locator('.request-form').count()).toBe(1);
    expect(await page.getByLabel('What is the first day').inputValue()).toBe('2027-05-03');
    expect(await page.getByLabel('Morning').isChecked()).toBe(true);
  });
});
