import { connect } from 'node:net';
import { once } from 'node:events';
import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { aBrowser } from '../web/a-browser';
import { readyToSend, RECEIPT, referenceIn, SEND } from './confirm';
import { eventually } from './eventually';
import { deskAt, openHome, type Home, type Product } from './product';
import { inTeams, type Activity, type TeamsPerson } from './teams-person';

/** Longer than a delivery is lent. */
const LATER_MS = 2 * 60_000;
const ALREADY = 'already sent';

let home: Home;
let connector: FakeConnector;
let product: Product;
let ana: TeamsPerson;

beforeEach(async () => {
  home = openHome({ approvers: false });
  connector = await startFakeConnector();
  product = await home.start();
  ana = inTeams(connector, 'ana-pires');
});
afterEach(async () => {
  await home.close();
  await connector.close();
  expect(connector.complaints).toEqual([]);
});

const receipts = (): readonly string[] => ana.shown().filter((text) => RECEIPT.test(text));
const restart = async (): Promise<Product> => {
  await product.kill();
  return home.start({}, LATER_MS);
};
const held = (url: string) =>
  eventually('a request at the desk', async () => {
    const all = await deskAt(url).all();
    return all.length > 0 ? all : undefined;
  });

describe('"Yes, send it"', () => {
  it('pressed twice, three times at once, and again after a restart is one request', async () => {
    const once = await readyToSend(ana, product.url, 'book me off 4 to 7 may');
    const press = async () => ana.pressing(SEND, await ana.button(SEND));
    const again = await press();
    const together = await Promise.all(
      [once, again, await press()].map((activity) => ana.deliver(activity, product.url)),
    );
    expect(together).toEqual([200, 200, 200]);
    expect(receipts()).toHaveLength(1);
    const reference = referenceIn(receipts().join());

    const later = await restart();
    expect(await ana.deliver(await press(), later.url)).toBe(200);
    expect(await ana.untilShown(/already sent/)).toContain(reference);
    expect((await held(later.url)).map(({ key }) => key)).toEqual([reference]);
    expect(ana.shown().filter((text) => text.includes(ALREADY))).toHaveLength(3);
  });

  it('delivered again, under its id and under a new one, at once and after a restart, is one press and one receipt', async () => {
    const press = await readyToSend(ana, product.url, 'book me off 4 to 7 may');
    const renamed = { ...press, id: 'f:another' };
    const together = await Promise.all(
      [press, press, renamed].map((activity) => ana.deliver(activity, product.url)),
    );
    expect(together).toEqual([200, 200, 200]);
    const before = ana.shown();

    const later = await restart();
    expect(await ana.deliver(press, later.url)).toBe(200);
    expect(await ana.deliver({ ...press, id: 'f:a-third' }, later.url)).toBe(200);
    await ana.deliver(ana.saying('hello'), later.url);

    expect(receipts()).toHaveLength(1);
    expect(ana.shown().slice(0, -1)).toEqual(before);
    expect(await held(later.url)).toHaveLength(1);
  });
});

describe('quick messages', () => {
  it('that arrive in one go are taken and answered in order', async () => {
    await inOneGo(product.url, [
      ana.saying('book me off 4 to 7 may'),
      ana.saying('no, to the 6th'),
      ana.saying('yes'),
    ]);

    expect(ana.shown()).toEqual([
      expect.stringContaining('Tuesday 4 May to Friday 7 May'),
      expect.stringContaining('Tuesday 4 May to Thursday 6 May'),
      expect.stringMatching(RECEIPT),
    ]);
    const [request, ...more] = await held(product.url);
    expect(more).toEqual([]);
    expect(request?.fields.lastDay).toMatch(/-05-06$/);
  });
});

describe('one person at two doors', () => {
  it('begins in Teams, sends on the web, and has one request; Teams knows of it', async () => {
    const press = await readyToSend(ana, product.url, 'book me off 4 to 7 may');
    const web = aBrowser(product.url);
    await web.signIn('ana-pires');
    await web.say('carry on');
    await web.get('/chat');
    await web.press(SEND);
    const page = (await web.get('/chat')).text;
    const [request] = await held(product.url);
    expect(page).toContain(request?.key);

    await ana.deliver(press, product.url);
    expect(await ana.untilShown(/already sent/)).toContain(request?.key);
    expect(await deskAt(product.url).all()).toHaveLength(1);
  });

  it('presses at both at once, and has one request', async () => {
    const press = await readyToSend(ana, product.url, 'book me off 4 to 7 may');
    const web = aBrowser(product.url);
    await web.signIn('ana-pires');
    await web.say('carry on');
    await web.get('/chat');
    const [teams, page] = await Promise.all([ana.deliver(press, product.url), web.press(SEND)]);
    expect([teams, page.status]).toEqual([200, 303]);

    const [request, ...more] = await held(product.url);
    expect(more).toEqual([]);
    expect((await web.get('/chat')).text).toContain(request?.key);
    expect(ana.shown().at(-1)).toContain(request?.key);
  });
});

/** All in one write on one line, so that their order is certain and none waits for an answer. */
async function inOneGo(url: string, activities: readonly Activity[]): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const line = connect(Number(port), hostname);
  const calls = activities.map((activity, index) => {
    const body = JSON.stringify(activity);
    const close = index === activities.length - 1 ? 'connection: close\r\n' : '';
    return `POST /api/messages HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${close}\r\n${body}`;
  });
  let answers = '';
  line.on('data', (part: Buffer) => (answers += part.toString('utf8')));
  line.write(calls.join(''));
  await once(line, 'close');
  expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(activities.length);
}
