import type { Page } from 'playwright-core';
import { createDisguise } from '../../bot/console/disguise';
import { aLongTalk, converse, CONVERSATION } from '../console/a-conversation';
import { openConsole, type OpenConsole } from '../console/open-console';
import { publishQuarter } from '../support/publish-months';
import { talkOn } from '../support/talk-on-stores';
import { aBrowserOfItsOwn, describeInBrowser, DESKTOP } from './chromium';

const transcript = `/console/transcripts/${createDisguise('a-secret-for-tests').seal(CONVERSATION)}`;
const PAGES = [
  '/console',
  '/console/overview',
  '/console/conversations',
  '/console/phone',
  '/console/reviews',
  '/console/transcripts',
  transcript,
  '/console/regressions',
  '/console/content-tasks',
  '/console/knowledge',
  '/console/requests?status=all',
  '/console/parked',
  '/console/measures',
  '/console/person-data',
  '/console/audit',
  '/my-data',
];

describeInBrowser('the console by keyboard alone', () => {
  const openPage = aBrowserOfItsOwn();
  let open: OpenConsole;

  beforeAll(async () => {
    open = await openConsole({ talk: talkOn });
    await converse(open.stores, aLongTalk);
    await publishQuarter(open.stores, 'fellbridge');
  });
  afterAll(() => open.close());

  it.each(PAGES)(
    'reaches all that can be used on %s, in its order, and shows where it is',
    async (path) => {
      const page = await openPage({ viewport: DESKTOP });
      await page.goto(`${open.url}/who`);
      await page.locator('button[value="olu-martins"]').press('Enter');
      await page.goto(open.url + path);
      const all = await markUsable(page);
      expect(all.length).toBeGreaterThan(3);

      for (const next of all) {
        await page.keyboard.press('Tab');
        expect(await focusOf(page)).toMatchObject({ name: next, isSeen: true });
      }
    },
  );

  it.each(PAGES)('passes over the menu on %s by its first link', async (path) => {
    const page = await openPage({ viewport: DESKTOP });
    await page.goto(`${open.url}/who`);
    await page.locator('button[value="olu-martins"]').press('Enter');
    await page.goto(open.url + path);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('maincontent');
  });
});

/** Names each thing that can be used, in the order of the page; of a group of radios it is the one that is chosen, or the first. */
const markUsable = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const isUsable = (one) => {
      if (!one.checkVisibility() || one.matches(':disabled, [type=hidden], [tabindex="-1"]'))
        return false;
      if (one.type !== 'radio') return true;
      const group = [...document.querySelectorAll('input[type=radio]')].filter(
        ({ name, form }) => name === one.name && form === one.form,
      );
      return one === (group.find(({ checked }) => checked) ?? group[0]);
    };
    const all = document.querySelectorAll('a[href], button, input, select, textarea, summary');
    return [...all].filter(isUsable).map((one, index) => {
      const words = (one.textContent || one.name || '').trim().slice(0, 30);
      one.dataset.name = index + ' ' + words.replaceAll(/\\s+/g, ' ');
      return one.dataset.name;
    });
  })()`);

/** Of radios and boxes the mark beside them shows it: what is drawn there is the page's own. */
const focusOf = (page: Page): Promise<{ name: string; isSeen: boolean }> =>
  page.evaluate(`(() => {
    const one = document.activeElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const isDrawn = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    return {
      name: one.dataset.name ?? one.tagName,
      isSeen: isDrawn || one.matches('[type=radio], [type=checkbox]'),
    };
  })()`);
