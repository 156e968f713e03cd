import type { Page } from 'playwright-core';
import { openConsole, type OpenConsole } from '../console/open-console';
import { aBrowserOfItsOwn, describeInBrowser, DESKTOP, PHONE, troubleOn } from './chromium';

const shots = process.env.SHOTS;

describeInBrowser('the menu of the console', () => {
  const openPage = aBrowserOfItsOwn();
  let open: OpenConsole;
  let page: Page;
  beforeAll(async () => {
    open = await openConsole();
  });
  afterAll(() => open.close());

  const openAs = async (viewport: typeof PHONE, path = '/console/person-data') => {
    page = await openPage({ viewport });
    await page.goto(`${open.url}/who`);
    await page.locator('button[value="olu-martins"]').click();
    await page.goto(`${open.url}${path}`);
  };
  const shoot = async (name: string) => {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
  };

  it('is one line on a phone, so that the page begins on the first screen', async () => {
    await openAs(PHONE);
    await shoot('menu-closed');

    const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect(heading?.y).toBeLessThan(PHONE.height / 2);
    expect(await page.getByRole('link', { name: 'Knowledge health' }).count()).toBe(0);
    expect(await troubleOn(page)).toEqual([]);
  });

  it('opens with the keyboard, says where one is, and leads on', async () => {
    await openAs(PHONE);
    await page.getByText('Menu', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await shoot('menu-open');

    const here = page.getByRole('link', { name: 'A person’s data' });
    expect(await here.getAttribute('aria-current')).toBe('page');
    expect(await troubleOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Knowledge health' }).press('Enter');
    await page.getByRole('heading', { name: 'Knowledge health', level: 1 }).waitFor();
  });

  it('stands in the header on a wide page, once', async () => {
    await openAs(DESKTOP);
    expect(await page.getByRole('link', { name: 'Knowledge health' }).count()).toBe(1);
    expect(await page.getByText('Menu', { exact: true }).isVisible()).toBe(false);
  });

  it.each([
    ['transcripts', '/console/transcripts?reason=incomplete'],
    ['person-data', '/console/person-data'],
    ['measures', '/console/measures'],
  ])('and %s have no barrier on a phone', async (name, path) => {
    await openAs(PHONE, path);
    if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
    expect(await troubleOn(page)).toEqual([]);
  });
});
