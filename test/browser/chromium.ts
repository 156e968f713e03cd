/** A headless Chromium of this machine, which reaches the pages under test and nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIETLY = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE = { width: 320, height: 640 };
export const DESKTOP = { width: 1280, height: 900 };

const found = PLACES.find((place) => existsSync(place));

/**
 * `describe` where there is a browser. Without one the tests are skipped on a developer's machine,
 * and fail where CI says that they must run.
 */
export const describeInBrowser =
  found === undefined && process.env.CI === undefined
    ? (title: string, tests: () => void) => {
        describe.skip(`${title} (skipped: no Chromium; install the package "chromium")`, tests);
      }
    : describe;

export async function launch(): Promise<Browser> {
  if (found === undefined) {
    throw new Error(
      `There is no Chromium. Install the package "chromium", as one of: ${PLACES.join(', ')}.`,
    );
  }
  return chromium.launch({ executablePath: found, headless: true, args: QUIETLY });
}

/** A browser for the tests of one `describe`. Each page is somebody's own, and is closed when its test ends. */
export function aBrowserOfItsOwn(): (more?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(() => browser.close());
  return async (more = {}) => {
    const context = await browser.newContext({ locale: 'en-GB', ...more });
    return context.newPage();
  };
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** All that keeps somebody from using a page, as lines to read; empty where all is well. The page must run scripts. */
export async function troubleOn(page: Page): Promise<readonly string[]> {
  const wider = await overflowOf(page);
  return [
    ...(await barriersOn(page)),
    ...(wider > 0 ? [`${wider} px wider than its window`] : []),
    ...(await smallTargetsOn(page)),
  ];
}

/** What a checker finds against WCAG 2.2 AA, as lines to read; empty where all is well. */
async function barriersOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Found {
      readonly id: string;
      readonly help: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }
    const { axe: checker } = globalThis as unknown as {
      axe: { run(options: unknown): Promise<{ violations: readonly Found[] }> };
    }; // the line above put it there
    const { violations } = await checker.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`),
    );
  });
}

/** How many pixels the page is wider than its window; also where a page runs no script. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Buttons and stand-alone links that a thumb could miss, as lines to read. */
const smallTargetsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('button, input:not([type=hidden]), summary, textarea')]
    .map((target) => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.height > 0 && box.height < 43.5)
    .map(({ target, box }) => box.height + ' px: ' + target.outerHTML)`);
