/** The console over answers that are given from its own store, as in a running process. */
import { leavingOut } from '../../bot/answering/leaving-out';
import { today } from '../../bot/calendar/days';
import type { Directory } from '../../bot/directory/directory';
import { createKnowledge, writtenClause, type Answering } from '../../knowledge';
import { aQuestion } from '../support/a-question';
import { built } from '../support/built';
import { field, type Browser, type Page } from '../web/a-browser';
import { DAY, NOON, openConsole, type OpenConsole } from './open-console';

/** When the store was filled. */
const BEGAN = new Date(NOON.getTime() - 90 * DAY);

export const OWN = 'fellbridge/annual-leave-and-bank-holidays.3';
export const TEXT =
  'You can carry over up to **{most-carried}** if you work full time. Ask your manager before 31 March.';

export interface OpenWording extends OpenConsole {
  /** Another process on the same store: what its staff are told. */
  readonly asked: (text: string) => Promise<unknown>;
  /** A rule as its writer left it. */
  readonly seedText: (clause: string) => string;
}

export async function openWording({
  directory,
}: { readonly directory?: Directory } = {}): Promise<OpenWording> {
  const { seeds, ...parts } = built;
  const variations = {
    version: (organisation: string) => open.stores.variations.version(organisation),
    current: (organisation: string) => open.stores.variations.current(organisation),
  };
  const knowledge = createKnowledge({ ...parts, variations });
  const open: OpenConsole = await openConsole({ knowledge, ...(directory && { directory }) });
  const organisations = ['fellbridge', 'vale', 'orchard-street'];
  await open.stores.variations.fillIfEmpty(seeds, organisations, BEGAN);
  let other: Answering | undefined;
  const openOther = (): Answering =>
    leavingOut(createKnowledge({ ...parts, variations }), open.stores.withheld);
  return {
    ...open,
    seedText: (clause) => {
      const { content } = seeds.find(({ clauses }) => clauses.some(({ id }) => id === clause))!;
      return writtenClause(content, Number(clause.split('.').at(-1)))!.text;
    },
    asked: (text) =>
      (other ??= openOther()).answer(
        aQuestion(text, { organisation: 'fellbridge', on: today(NOON) }),
        AbortSignal.timeout(10_000),
      ),
  };
}

export const wordingOf = (clause: string): string =>
  `/console/wording?clause=${encodeURIComponent(clause)}`;

/** Fills in the form of a rule as its page drew it. @param form what is different */
export async function sendWording(
  browser: Browser,
  form: Readonly<Record<string, string>>,
  at: string = wordingOf(OWN),
): Promise<Page> {
  const drawn = (await browser.get(at)).text;
  const hidden = ['key', 'clause', 'message', 'base', 'instead'];
  return browser.post('/console/wording', {
    ...Object.fromEntries(hidden.map((name) => [name, field(drawn, name)])),
    do: 'preview',
    text: TEXT,
    'value-most-carried': '45 hours',
    reason: 'The board agreed 45 hours.',
    ...form,
  });
}

/** @returns the address of the change, which waits */
export async function proposed(
  browser: Browser,
  form: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { location } = await sendWording(browser, { do: 'send', ...form });
  if (location === null) throw new Error('It was not sent.');
  return location;
}

export async function decide(
  browser: Browser,
  at: string,
  form: Readonly<Record<string, string>>,
): Promise<Page> {
  return browser.post(at, { key: field((await browser.get(at)).text, 'key'), ...form });
}
