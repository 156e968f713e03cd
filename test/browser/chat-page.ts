/** The web chat as somebody uses it: says things, presses buttons, and reads what came. */
import type { Page } from 'playwright-core';
import { eventually } from '../faults/eventually';

/** Chooses who they are, and waits for their chat. */
export async function signIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/who`);
  await page.getByRole('button', { name }).click();
  await page.waitForURL('**/chat');
}

/** @returns what the reply says */
export async function say(page: Page, text: string): Promise<string> {
  await page.getByLabel('Your message').fill(text);
  return replyAfter(page, () => page.keyboard.press('Enter'));
}

/** @returns what the reply says */
export const press = (page: Page, label: string): Promise<string> =>
  replyAfter(page, () => page.getByRole('button', { name: label, exact: true }).last().click());

async function replyAfter(page: Page, act: () => Promise<void>): Promise<string> {
  const replies = page.locator('.turn .reply');
  const before = await replies.count();
  await act();
  const reply = replies.nth(before);
  await reply.waitFor();
  return reply.locator('.words').innerText();
}

/**
 * Looks at the chat again and again, as somebody who waits would.
 *
 * @param times how often they are to be told: that it is approved, that it is done
 * @returns the news about this request, oldest first
 */
export const untilTold = (
  page: Page,
  reference: string,
  times: number,
): Promise<readonly string[]> =>
  eventually(`${times} news about ${reference}`, async () => {
    const news = page.locator('.notice', { hasText: reference }).locator('.words');
    if ((await news.count()) >= times) return news.allInnerTexts();
    await page.reload();
    return undefined;
  });
