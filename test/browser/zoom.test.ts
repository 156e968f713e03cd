/** A window of 1,280 by 1,024 pixels at 400%: what is left of it is as small as a stamp. */
import type { Page } from 'playwright-core';
import { wording } from '../../bot/wording';
import { builtInKnowledge } from '../golden/stage';
import { openTheChat } from '../web/open-chat';
import { press, say, signIn } from './chat-page';
import { aBrowserOfItsOwn, describeInBrowser, overflowOf, troubleOn } from './chromium';
import { tabTo } from './keyboard';

const ZOOMED = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };

describeInBrowser('the web chat at 400% zoom', () => {
  const open = aBrowserOfItsOwn();
  let chat: Awaited<ReturnType<typeof openTheChat>>;
  let page: Page;

  beforeAll(() => {
    builtInKnowledge();
  }, 60_000);
  beforeEach(async () => {
    chat = await openTheChat();
    page = await open(ZOOMED);
  }, 30_000);
  afterEach(() => chat.close());

  const isFine = async () => {
    expect(await troubleOn(page)).toEqual([]);
    // Nothing that stays in its place may take the room that reading needs.
    expect(await page.evaluate(FIXED_HEIGHT)).toBeLessThan(ZOOMED.viewport.height / 2);
  };

  const signInAs = (name: string) => signIn(page, chat.web.url, name);

  it('shows every page that is open to all without scrolling sideways', async () => {
    for (const path of ['/who', '/help', '/offline', '/policies', '/policies?q=sick+pay']) {
      await page.goto(chat.web.url + path);
      await isFine();
    }
    await page.goto(`${chat.web.url}/policies/annual-leave#annual-leave.1`);
    await isFine();
  });

  it('shows an answer, a form with its mistakes, and the request read back', async () => {
    await signInAs('Ana Pires');
    await isFine();
    await say(page, 'how much leave do i get');
    await isFine();
    await say(page, 'i want to book annual leave');
    await press(page, wording.form.instead);
    await isFine();
    await page.getByLabel('What is the first day').fill('2020-05-03');
    await page.getByRole('button', { name: wording.form.send }).click();
    await page.getByText(wording.form.summary).waitFor();
    await isFine();
    await page.getByLabel('What is the first day').fill('2027-05-03');
    await page.getByLabel('And the last day?').fill('2027-05-07');
    await page.getByRole('button', { name: wording.form.send }).click();
    await page.getByText('Monday 3 May to Friday 7 May 2027').waitFor();
    await isFine();
  });

  it('shows an approval, and a reason that is read back', async () => {
    await signInAs('Ana Pires');
    await say(page, 'book me off 3 to 7 may');
    await press(page, wording.request.send);
    page = await open(ZOOMED);
    await signInAs('Grace Adeyemi');
    await page.getByText('asks for your approval').waitFor();
    await isFine();
    await press(page, wording.approvals.decline);
    await say(page, 'We are short that week.');
    await isFine();
  });

  it('shows all that is kept about somebody', async () => {
    await signInAs('Ana Pires');
    await say(page, 'how much leave do i get');
    await page.goto(`${chat.web.url}/my-data`);
    await isFine();
  });

  it('lets what has the keyboard be seen above what stays in its place', async () => {
    await signInAs('Ana Pires');
    await say(page, 'how much leave do i get');
    await page.evaluate('scrollTo(0, 0)');
    for (const name of [wording.feedback.yes, wording.feedback.no]) {
      await tabTo(page, name, 'Shift+Tab');
      expect(await page.evaluate(IS_COVERED)).toBe(false);
    }
  });

  it('has room for larger letters and wider lines, as people set them', async () => {
    await signInAs('Ana Pires');
    await say(page, 'how much leave do i get');
    // WCAG 2.2, 1.4.12.
    await page.evaluate(`for (const each of document.querySelectorAll('*'))
      each.style.cssText += 'line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important'`);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });
});

/** How much of the window is covered by what does not scroll with the page. */
const FIXED_HEIGHT = `[...document.querySelectorAll('body *')]
  .filter((each) => ['fixed', 'sticky'].includes(getComputedStyle(each).position))
  .reduce((sum, each) => sum + each.getBoundingClientRect().height, 0)`;

/** Whether something else lies over the middle of what has the focus. */
const IS_COVERED = `(() => {
  const box = document.activeElement.getBoundingClientRect();
  const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return over === null || !(document.activeElement.contains(over) || over.contains(document.activeElement));
})()`;
