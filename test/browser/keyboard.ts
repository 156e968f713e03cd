/** The keyboard alone, as somebody without a mouse uses it. */
import type { Page } from 'playwright-core';

/** The name of what has the focus, as a label or its words. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(
    `(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim().replace(/\\s+/g, ' ')`,
  );

export async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    if ((await focused(page)).startsWith(name)) return;
  }
  throw new Error(`"${name}" cannot be reached with ${key}.`);
}
