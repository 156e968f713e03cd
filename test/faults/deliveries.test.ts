import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { readyToSend, RECEIPT, referenceIn } from './confirm';
import { startDeskGate, type DeskGate } from './desk-gate';
import { eventually } from './eventually';
import { DESK_SECRET, deskAt, openHome, type Home, type Product } from './product';
import { inTeams, type TeamsPerson } from './teams-person';

/** Longer than the loan of a delivery, and than the pause after its first failure. */
const LATER_MS = 2 * 60_000;

let home: Home;
let connector: FakeConnector;
let gate: DeskGate;
let ana: TeamsPerson;

beforeEach(async () => {
  home = openHome({ approvers: false });
  connector = await startFakeConnector();
  gate = await startDeskGate();
  ana = inTeams(connector, 'ana-pires');
});
afterEach(async () => {
  await home.close();
  await gate.close();
  await connector.close();
  expect(connector.complaints).toEqual([]);
});

/** Its requests go through the gate to a desk that is a process of its own. */
const start = (aheadMs = 0): Promise<Product> =>
  home.start({ DESK_URL: gate.url, DESK_SECRET }, aheadMs);

const send = async (product: Product, words: string): Promise<string> => {
  const press = await readyToSend(ana, product.url, words);
  expect(await ana.deliver(press, product.url)).toBe(200);
  return referenceIn(await ana.untilShown(RECEIPT));
};

/** @returns what the desk calls it */
const received = (desk: Product, reference: string): Promise<string> =>
  eventually(`${reference} at the desk`, async () => {
    const all = await deskAt(desk.url).all();
    return all.find(({ key }) => key === reference)?.reference;
  });

const told = (about: RegExp): readonly string[] =>
  ana.shown().filter((text) => about.test(text) && !RECEIPT.test(text));
const APPROVED = /\*\*approved\*\*/;
const DONE = /\*\*done\*\*/;

describe('a request on its way to a desk elsewhere', () => {
  it('is there once when the assistant is killed before it hears that the desk has it', async () => {
    const desk = await home.startDesk();
    gate.leadTo(desk.url);
    const first = await start();
    const press = await readyToSend(ana, first.url, 'book me off 4 to 7 may');
    const killed = new Promise<void>((resolve) => {
      gate.beforeTheNextAnswer(() => first.kill().then(resolve));
    });
    await ana.deliver(press, first.url);
    await killed;
    expect(await deskAt(desk.url).all()).toHaveLength(1);

    const second = await start(LATER_MS);
    const reference = referenceIn(await ana.untilShown(RECEIPT));
    await untilItSays(second, /received by/);

    expect((await deskAt(desk.url).all()).map(({ key }) => key)).toEqual([reference]);
  });

  it('is said to be sent and no more while the desk is down, and arrives once when it is up, whoever was killed', async () => {
    const first = await start();
    const reference = await send(first, 'book me off 4 to 7 may');
    await untilItSays(first, /waiting for people services/);
    await first.kill();

    const second = await start();
    await untilItSays(second, /waiting for people services/);
    await second.kill();

    const desk = await home.startDesk();
    gate.leadTo(desk.url);
    const third = await start(LATER_MS);
    await received(desk, reference);
    await untilItSays(third, /received by/);
    expect(await deskAt(desk.url).all()).toHaveLength(1);
  });
});

describe('news of a request', () => {
  it('that came while the assistant was dead is told after it is back: in order, and each once', async () => {
    const desk = await home.startDesk();
    gate.leadTo(desk.url);
    const first = await start();
    const one = await received(desk, await send(first, 'book me off 4 to 7 may'));
    await first.kill();
    await deskAt(desk.url).decide(one, 'received', 'approved');
    await deskAt(desk.url).decide(one, 'approved', 'done');

    const second = await start(LATER_MS);
    await ana.untilShown(DONE);
    expect(await second.end()).toBe(0);
    expect(ana.shown().slice(-2)).toEqual([
      expect.stringMatching(APPROVED),
      expect.stringMatching(DONE),
    ]);

    // The next news is the proof that the old has not been told again before it.
    const third = await start(2 * LATER_MS);
    const two = await received(desk, await send(third, 'book me off 14 to 18 june'));
    await deskAt(desk.url).decide(two, 'received', 'approved');
    await eventually('the second approval', () => told(APPROVED)[1]);
    expect(told(APPROVED)).toHaveLength(2);
    expect(told(DONE)).toHaveLength(1);
  });
});

describe('news on its way to the person', () => {
  it('is told after the restart when the assistant is killed before it arrived', async () => {
    const desk = await home.startDesk();
    gate.leadTo(desk.url);
    const first = await start();
    const reference = await received(desk, await send(first, 'book me off 4 to 7 may'));
    connector.script({ status: 500, hold: new Promise<void>(() => undefined) });
    await deskAt(desk.url).decide(reference, 'received', 'approved');
    await eventually('the notice to be on its way', () =>
      connector.delivered.find(({ status }) => status === 500),
    );
    await first.kill();
    expect(told(APPROVED)).toEqual([]);

    await start(LATER_MS);
    await ana.untilShown(APPROVED);
    expect(told(APPROVED)).toHaveLength(1);
  });
});

/** Asks where the request is until the answer has it so. */
async function untilItSays(product: Product, state: RegExp): Promise<void> {
  await eventually(`a status with ${String(state)}`, async () => {
    await ana.deliver(ana.saying('where is my request'), product.url);
    return state.test(ana.shown().at(-1) ?? '') ? true : undefined;
  });
}
