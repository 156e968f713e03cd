import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { aBrowser } from '../web/a-browser';
import { readyToSend, RECEIPT, referenceIn, SEND } from './confirm';
import { eventually } from './eventually';
import { holdTheDisk, isStuck } from './hold-the-disk';
import { deskAt, openHome, type Home } from './product';
import { inTeams, type TeamsPerson } from './teams-person';

/** Longer than a loan of a delivery and than the time a reply is left to its own turn. */
const LATER_MS = 2 * 60_000;
const forEver = new Promise<void>(() => undefined);

let home: Home;
let connector: FakeConnector;
let ana: TeamsPerson;

beforeEach(async () => {
  home = openHome({ approvers: false });
  connector = await startFakeConnector();
  ana = inTeams(connector, 'ana-pires');
});
afterEach(async () => {
  await home.close();
  await connector.close();
  expect(connector.complaints).toEqual([]);
});

const receipts = (): readonly string[] => ana.shown().filter((text) => RECEIPT.test(text));
const someAt = (url: string) =>
  eventually('a request at the desk', async () => {
    const all = await deskAt(url).all();
    return all.length > 0 ? all.map(({ key }) => key) : undefined;
  });

describe('a confirmed request, when the assistant is killed', () => {
  it('before it is on disk: is not there, and is sent once when Teams delivers the press again', async () => {
    const first = await home.start();
    const press = await readyToSend(ana, first.url, 'book me off 4 to 7 may');
    const release = holdTheDisk(home.folder);
    const answered = ana.deliver(press, first.url);
    await eventually('the disk to hold it up', () => isStuck(first.url));
    await first.kill();
    release();
    expect(await answered).toBe('no answer');

    const second = await home.start();
    expect(await deskAt(second.url).all()).toEqual([]);
    expect(receipts()).toEqual([]);
    expect(await ana.deliver(press, second.url)).toBe(200);
    expect(await someAt(second.url)).toEqual([referenceIn(receipts().join())]);
  });

  it('right after the 200: reaches the desk once, and the person can ask where it is', async () => {
    const first = await home.start();
    const press = await readyToSend(ana, first.url, 'book me off 4 to 7 may');
    expect(await ana.deliver(press, first.url)).toBe(200);
    await first.kill();

    const second = await home.start({}, LATER_MS);
    const [reference = ''] = await someAt(second.url);
    await ana.deliver(ana.saying('where is my request'), second.url);

    expect(await deskAt(second.url).all()).toHaveLength(1);
    expect(receipts().map(referenceIn)).toEqual([reference]);
    expect(ana.shown().at(-1)).toContain(reference);
  });

  it('right after the web page was answered: reaches the desk once, and the page still has the receipt', async () => {
    const first = await home.start();
    const before = aBrowser(first.url);
    await before.signIn('ana-pires');
    await before.say('book me off 4 to 7 may');
    await before.get('/chat');
    expect((await before.press(SEND)).status).toBe(303);
    await first.kill();

    const second = await home.start({}, LATER_MS);
    const [reference, ...more] = await someAt(second.url);
    expect(more).toEqual([]);
    expect((await aBrowser(second.url).signIn('ana-pires')).text).toContain(reference);
  });

  it('between disk and reply: tells the person when Teams delivers the press again', async () => {
    const first = await home.start();
    const press = await readyToSend(ana, first.url, 'book me off 4 to 7 may');
    await killBeforeTheReplyArrives(first, () => ana.deliver(press, first.url));
    expect(receipts()).toEqual([]);

    const second = await home.start();
    expect(await ana.deliver(press, second.url)).toBe(200);
    const receipt = await ana.untilShown(RECEIPT);

    const third = await atTheEnd(second);
    expect(await someAt(third.url)).toEqual([referenceIn(receipt)]);
    expect(receipts()).toHaveLength(1);
  });

  it('between disk and reply: tells the person by itself when nobody asks again', async () => {
    const first = await home.start();
    const press = await readyToSend(ana, first.url, 'book me off 4 to 7 may');
    await killBeforeTheReplyArrives(first, () => ana.deliver(press, first.url));

    const second = await home.start({}, LATER_MS);
    const receipt = await ana.untilShown(RECEIPT);

    expect(await someAt(second.url)).toEqual([referenceIn(receipt)]);
    expect(receipts()).toHaveLength(1);
  });

  it('between disk and reply, again and again: one request and one receipt in the end', async () => {
    const first = await home.start();
    const press = await readyToSend(ana, first.url, 'book me off 4 to 7 may');
    await killBeforeTheReplyArrives(first, () => ana.deliver(press, first.url));
    const second = await home.start();
    await killBeforeTheReplyArrives(second, () => ana.deliver(press, second.url));

    const third = await home.start({}, LATER_MS);
    const receipt = await ana.untilShown(RECEIPT);

    expect(await someAt(third.url)).toEqual([referenceIn(receipt)]);
    expect(receipts()).toHaveLength(1);
  });
});

/** The channel has the reply in its hands, and has not said so. */
async function killBeforeTheReplyArrives(
  product: { kill(): Promise<void> },
  act: () => Promise<unknown>,
): Promise<void> {
  const before = connector.delivered.length;
  connector.script({ status: 500, hold: forEver });
  const acted = act();
  await eventually('the reply to be on its way', () =>
    connector.delivered.slice(before).find(({ status }) => status === 500),
  );
  await product.kill();
  await acted;
}

/**
 * The same machine so much later: whatever was still on loan or put off is done by now. It is
 * ended in good order, for a reply that is killed before it is marked as sent is sent again.
 */
async function atTheEnd(product: { end(): Promise<unknown> }): ReturnType<Home['start']> {
  await product.end();
  return home.start({}, LATER_MS);
}
