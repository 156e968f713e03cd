import type { Page } from 'playwright-core';
import { wording } from '../../bot/wording';
import { openConsole, type OpenConsole } from '../console/open-console';
import { builtInKnowledge } from '../golden/stage';
import { talkOn } from '../support/talk-on-stores';
import { say, signIn } from './chat-page';
import { aBrowserOfItsOwn, describeInBrowser, DESKTOP, PHONE, troubleOn } from './chromium';

const shots = process.env.SHOTS;
const QUESTION = 'can i buy extra annual leave';

/** A poor rating in the web chat, and where it leads: to a question that is asked again, and back to the person. */
describeInBrowser('a poor rating', () => {
  const openPage = aBrowserOfItsOwn();
  let open: OpenConsole;

  beforeEach(async () => {
    const knowledge = builtInKnowledge();
    open = await openConsole({ talk: talkOn, policies: knowledge.set, answering: knowledge });
  }, 60_000);
  afterEach(() => open.close());

  const look = async (page: Page, name: string) => {
    if (shots) await page.screenshot({ path: `${shots}/review-${name}.png`, fullPage: true });
    expect(await troubleOn(page)).toEqual([]);
  };
  /** By the keyboard alone: what is pressed leads to another page. */
  const enter = async (page: Page, button: string) => {
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: button, exact: true }).first().press('Enter');
    await loaded;
  };

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)(
    'goes from the chat through the queue and back, %s',
    async (size, viewport) => {
      const { feedback } = wording;
      const chat = await openPage({ viewport });
      await signIn(chat, open.url, 'Ana Pires');
      await say(chat, QUESTION);
      const control = chat.locator('.feedback').last();
      await control.getByRole('button', { name: feedback.no, exact: true }).press('Enter');
      await control.getByText(feedback.why).waitFor();
      await look(chat, `asked-why-${size}`);
      await control
        .getByRole('button', { name: feedback.reasons.incomplete, exact: true })
        .press('Enter');
      await control.getByText(feedback.explained).waitFor();
      await control.locator('summary').press('Enter');
      await control
        .getByLabel(feedback.whatWouldHelp)
        .fill('Nothing here says how. Priya Nair bought 2 days.');
      await control.getByLabel(feedback.reply.want).press('Space');
      await look(chat, `asks-for-reply-${size}`);
      await control.getByRole('button', { name: feedback.send, exact: true }).press('Enter');
      await control.getByText(feedback.reply.asked).waitFor();

      const page = await openPage({ viewport });
      await signIn(page, open.url, 'Nadia Rahman');
      await page.goto(`${open.url}/console/reviews`);
      await look(page, `queue-${size}`);
      expect(await page.locator('main').innerText()).toContain('[name] bought 2 days.');
      await page.getByRole('link', { name: QUESTION }).press('Enter');
      await page.waitForURL(/#review-/);
      await enter(page, 'Take it');
      await page.getByLabel('Wrong', { exact: true }).press('Space');
      await page
        .getByLabel('If not, what was the matter?')
        .selectOption({ label: 'No clause says it' });
      await enter(page, 'Keep this review');
      await look(page, `judged-${size}`);

      await page.getByRole('link', { name: 'Keep it as a regression question' }).press('Enter');
      await page.waitForURL('**/regression');
      await page.getByLabel('Search for a clause').fill('carry leave');
      await enter(page, 'Search');
      const found = page.getByRole('checkbox').first();
      await found.press('Space');
      expect(await found.isChecked()).toBe(true);
      await look(page, `keep-question-${size}`);
      await enter(page, 'Keep the question');
      await enter(page, 'Run now');
      expect(await page.locator('#results').innerText()).toContain('1 question');
      await look(page, `regressions-${size}`);

      await page.goBack();
      await page.goto(`${open.url}/console/reviews`);
      await page.getByRole('link', { name: QUESTION }).press('Enter');
      await page.waitForURL(/#review-/);
      await enter(page, 'Make it a content task');
      await look(page, `content-tasks-${size}`);
      await page.getByRole('link', { name: /a clause is missing/ }).press('Enter');
      await page.waitForURL('**/content-tasks/*');
      await page.getByLabel('Done', { exact: true }).press('Space');
      await enter(page, 'Move it on');
      await page.getByLabel('What we did …').fill('We wrote who decides about buying leave.');
      await look(page, `task-done-${size}`);
      await enter(page, 'Send the reply');
      await page.goto(`${open.url}/console/reviews`);
      expect(await page.locator('main').innerText()).toContain('There is nothing to review.');

      await chat.reload();
      const told = chat.locator('.notice').last();
      expect(await told.innerText()).toContain('We wrote who decides about buying leave.');
      expect(await told.innerText()).toContain('Nadia Rahman');
      await look(chat, `told-${size}`);
    },
    60_000,
  );
});
