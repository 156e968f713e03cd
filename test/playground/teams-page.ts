/** Somebody's Teams, as the playground draws it: they say and press things, and read what comes. */
import type { Locator, Page } from 'playwright-core';
import { ASSISTANT } from './open-playground';

/** Longer than an answer and its card take on a machine that is busy with other things. */
const IN_TIME = { timeout: 30_000 };

/** Opens it without the panel that repeats all that is sent. */
export async function openTeams(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  await box(page).waitFor();
}

export const goTo = async (page: Page, place: string): Promise<void> => {
  await page.getByRole('treeitem', { name: place, exact: true }).click();
  await box(page).waitFor();
};

const box = (page: Page): Locator => page.getByRole('textbox').last();

export async function say(page: Page, words: string): Promise<void> {
  await box(page).click();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

export async function mention(page: Page, words: string): Promise<void> {
  await box(page).click();
  await page.keyboard.type('@');
  await page.getByRole('menuitem', { name: ASSISTANT }).click();
  await say(page, ` ${words}`);
}

/** The newest of these; waits for it. */
export async function seen(page: Page, words: string | RegExp): Promise<Locator> {
  const found = page.getByText(words).last();
  await found.waitFor(IN_TIME);
  return found;
}

export async function button(page: Page, name: string): Promise<Locator> {
  const found = page.getByRole('button', { name, exact: true }).last();
  await found.waitFor(IN_TIME);
  return found;
}

export async function press(page: Page, name: string): Promise<void> {
  await (await button(page, name)).click();
}

/** A picker of dates reads what was typed when it is left. */
export async function fill(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByLabel(label).last();
  await field.fill(value);
  await field.press('Tab');
}
