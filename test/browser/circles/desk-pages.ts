/** The console as an agent of the desk uses it: finds the request, opens it, and says what became of it. */
import type { Page } from 'playwright-core';
import { MOVES } from '../../../bot/console/show-request';
import type { DeskStatus } from '../../../bot/desk/desk-request';
import { eventually } from '../../faults/eventually';

/** @param page the list of open requests, in which no other has this title */
export async function openRequest(page: Page, title: string): Promise<void> {
  const link = page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: title, exact: true }) })
    .getByRole('link');
  await eventually(`"${title}" at the desk`, async () => {
    if ((await link.count()) > 0) return true;
    await page.reload();
    return undefined;
  });
  await link.click();
}

/** @returns what the page says of it */
export async function moveOn(page: Page, status: DeskStatus): Promise<string> {
  await page.getByLabel(MOVES[status], { exact: true }).check();
  await page.getByRole('button', { name: /^Save and tell/ }).click();
  await page.waitForURL(`**?changed=${status}`);
  return page.locator('.nhsuk-notification-banner').innerText();
}
