/** Fern Lacey, who helps by phone: a console opened for each test, and what she does in it. */
import { bodyOf, browserOf, buttons, field, sendForm, type Browser } from '../web/a-browser';
import { openConsole, type OpenConsole } from './open-console';
import { talkOn } from '../support/talk-on-stores';

export const PHONE = '/console/phone';

/** Call it within a `describe`. */
export function atThePhone() {
  let open: OpenConsole;
  let fern: Browser;

  beforeEach(async () => {
    open = await openConsole({ talk: talkOn });
    fern = await signedIn('fern-lacey');
  });
  afterEach(() => open.close());

  const signedIn = (person: string) => browserOf(open.url, person);
  const search = async (who: string, more: Record<string, string> = {}, browser = fern) => {
    const key = field((await browser.get(PHONE)).text, 'key');
    return browser.post(PHONE, { key, do: 'search', who, ...more });
  };
  const start = async (person: string, browser = fern) => {
    const who = person.replaceAll('-', ' ');
    return search(who, { do: 'start', person, checked: 'yes' }, browser);
  };
  /** @returns the address of the call with Ana */
  const calling = async (person = 'ana-pires') => {
    const { location } = await start(person);
    if (location === null) throw new Error('No call was started.');
    return location;
  };
  const send = (path: string, form: Record<string, string>, browser = fern) =>
    sendForm(browser, path, form);
  const say = async (path: string, text: string) => {
    expect(await send(path, { text })).toMatchObject({ status: 303 });
    return bodyOf(await fern.get(path));
  };
  const press = async (path: string, label: string) => {
    const found = buttons((await fern.get(path)).text).find((each) => each.label === label);
    return send(path, { press: found?.press ?? '' });
  };
  const told = async (conversation = 'web:ana-pires') =>
    (await open.stores.outgoing.history(conversation, 0, 50))
      .filter(({ kind }) => kind === 'notice')
      .map(({ reply }) => reply);
  const audits = async () =>
    (await open.stores.reading.audits(20)).map(({ who, did, what }) => [who, did, what]);
  return {
    here: () => open,
    fern: () => fern,
    signedIn,
    search,
    start,
    calling,
    send,
    say,
    press,
    told,
    audits,
  };
}
