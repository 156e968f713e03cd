/**
 * The built product with its desk as a process of its own, at twelve minutes past three on a
 * Monday morning, and the people of a ward in front of it: staff with a phone, an agent at a desk.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DESK_SECRET, openHome } from '../../faults/product';
import { signIn } from '../chat-page';
import { DESKTOP, launch } from '../chromium';

/** Closed now, open in a few hours: what receipts promise must allow for that. */
export const NIGHT = new Date('2027-02-01T03:12:00Z');
/** Nobody stands at a phone longer than this. */
const LONGEST_MS = 20_000;
const A_PHONE = { width: 390, height: 844 };

export const PERSON_NAMES = {
  'ana-pires': 'Ana Pires',
  'tom-okafor': 'Tom Okafor',
  'priya-nair': 'Priya Nair',
  'grace-adeyemi': 'Grace Adeyemi',
  'helen-marsh': 'Helen Marsh',
  'fern-lacey': 'Fern Lacey',
} as const;
export type PersonId = keyof typeof PERSON_NAMES;

export interface Hospital {
  /** @returns their browser, signed in and at this address; they keep it between the circles */
  pageOf(person: PersonId, path: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openHospital(): Promise<Hospital> {
  const home = openHome();
  const ahead = NIGHT.getTime() - Date.now();
  const desk = await home.startDesk(ahead);
  const product = await home.start({ DESK_URL: desk.url, DESK_SECRET }, ahead);
  const browser = await launch();
  const contexts = new Map<PersonId, BrowserContext>();

  return {
    async pageOf(person, path) {
      const context = contexts.get(person) ?? (await contextFor(browser, person));
      contexts.set(person, context);
      const page = context.pages()[0] ?? (await context.newPage());
      page.setDefaultTimeout(LONGEST_MS);
      await page.goto(product.url + path);
      // Nobody has signed in yet, or five minutes were quiet.
      if (new URL(page.url()).pathname !== '/who') return page;
      await signIn(page, product.url, PERSON_NAMES[person]);
      if (path !== '/chat') await page.goto(product.url + path);
      return page;
    },
    close: async () => {
      await browser.close();
      await home.close();
    },
  };
}

const contextFor = (browser: Browser, person: PersonId): Promise<BrowserContext> =>
  browser.newContext({
    viewport: person === 'fern-lacey' ? DESKTOP : A_PHONE,
    locale: 'en-GB',
  });
