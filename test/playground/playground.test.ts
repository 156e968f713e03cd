/**
 * The built product in Microsoft's own client, offline. What that client does not do stands in
 * deployment/decisions/0047: it sends nothing for a button that shows in the chat what was pressed,
 * so here those are typed, and it does not say which message a thumb is under.
 */
import type { Page } from 'playwright-core';
import { wording } from '../../bot/wording';
import { aBrowserOfItsOwn, DESKTOP, describeInBrowser } from '../browser/chromium';
import { openHome, type Home } from '../faults/product';
import { openPlayground, type Playground } from './open-playground';
import { button, fill, goTo, mention, openTeams, press, say, seen } from './teams-page';

describeInBrowser('in Microsoft’s Agents Playground', () => {
  const open = aBrowserOfItsOwn();
  let home: Home;
  let ana: Playground;
  let grace: Playground;

  beforeAll(async () => {
    home = openHome();
    const { url } = await home.start();
    [ana, grace] = await Promise.all(
      ['ana-pires', 'grace-adeyemi'].map((who) => openPlayground(who, url)) as [
        Promise<Playground>,
        Promise<Playground>,
      ],
    );
  }, 120_000);
  afterAll(async () => {
    await Promise.all([ana, grace].map((one) => one.close()));
    await home.close();
  });

  async function teamsOf({ url }: Playground): Promise<Page> {
    const page = await open({ viewport: DESKTOP });
    await openTeams(page, url);
    return page;
  }
  /** For somebody who wants to see it: PICTURES=FOLDER. */
  const picture = async (page: Page, name: string): Promise<void> => {
    const folder = process.env.PICTURES;
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  it('an answer comes with its sources, follow-ups and one press to rate it, and the card changes where it stands', async () => {
    const page = await teamsOf(ana);
    await say(page, 'can i carry leave over to next year');
    await seen(page, '37.5 hours');
    await (await button(page, '1')).hover();
    await seen(page, /Annual leave and bank holidays/);
    await picture(page, 'answer');

    await press(page, wording.more);
    await seen(page, 'Does my leave build up while I am off sick?');
    await press(page, wording.feedback.yes);
    await seen(page, wording.teams.rated(wording.feedback.ask, wording.feedback.yes));
    expect(await page.getByText(wording.feedback.ask, { exact: true }).count()).toBe(0);
    await picture(page, 'rated');
  });

  it('a follow-up goes on from the answer', async () => {
    const page = await teamsOf(ana);
    await say(page, 'how many kit days do i get');
    await seen(page, '10 days');
    await say(page, 'and how many SPLIT days');
    await seen(page, '20 days');
  });

  it('a request by form is sent, approved on a card that says so, and the news comes by itself', async () => {
    const [page, approver] = [await teamsOf(ana), await teamsOf(grace)];
    await say(approver, 'hello');
    await seen(approver, wording.aboutThisProgram[0]);

    await say(page, 'i want to book annual leave');
    await seen(page, 'What is the first day you would like off?');
    await say(page, 'form');
    await button(page, wording.form.send);
    await picture(page, 'form-empty');
    await press(page, wording.form.send);
    await seen(page, /first day.*needed|Please/i);
    await picture(page, 'form-missing');
    await fill(page, 'What is the first day you would like off?', '3 May 2027');
    await fill(page, 'And the last day?', '7 May 2027');
    await press(page, wording.form.send);
    await seen(page, 'Monday 3 May to Friday 7 May 2027');
    await seen(page, wording.form.used);
    await picture(page, 'form-read-back');
    await say(page, wording.request.send);
    await seen(page, 'Not approved yet');
    await picture(page, 'receipt');

    await button(approver, wording.approvals.approve);
    await picture(approver, 'task');
    await press(approver, wording.approvals.approve);
    await seen(approver, /was approved by Grace Adeyemi/);
    expect(await approver.getByRole('button', { name: wording.approvals.approve }).count()).toBe(0);
    await picture(approver, 'approved');
    await seen(page, 'Good news. Your request has been');
    await picture(page, 'notice');
  });

  it('a request by chat is corrected, left for a question, sent and followed', async () => {
    const page = await teamsOf(ana);
    await say(page, 'book me off 10 to 14 may');
    await seen(page, 'Monday 10 May to Friday 14 May 2027');
    await say(page, 'no, to the 12th');
    await seen(page, 'Monday 10 May to Wednesday 12 May 2027');
    await say(page, 'do bank holidays count as leave');
    await seen(page, wording.request.back);
    await say(page, 'yes');
    await seen(page, 'Not approved yet');
    await picture(page, 'by-chat');
    await say(page, 'where are my requests');
    await seen(page, 'sent to Grace Adeyemi');
  });

  it('a thumb opens its dialog; where it is not said what it is under, nothing is kept and that is told', async () => {
    const page = await teamsOf(ana);
    await say(page, 'how many kit days do i get');
    await press(page, 'Dislike');
    await seen(page, 'What went wrong?');
    await press(page, 'Submit');
    await seen(page, 'Unable to reach app');
  });

  it.each(['Ward 7', 'Ward 7 team - Rota'])(
    'in %s who mentions it is answered, and nothing is asked aloud',
    async (place) => {
      const page = await teamsOf(ana);
      await goTo(page, place);
      await seen(page, 'I read only messages that mention me.');
      await mention(page, 'how much annual leave do i get');
      await seen(page, '27 days');
      await seen(page, wording.group.noLink);
      expect(await page.getByText(wording.feedback.ask).count()).toBe(0);
      await picture(page, place);
      await mention(page, 'where is my request');
      await seen(page, wording.group.private);
    },
  );
});
