import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { readyToSend, RECEIPT, referenceIn } from './confirm';
import { eventually } from './eventually';
import { holdTheDisk, isStuck } from './hold-the-disk';
import { deskAt, openHome, type Home, type Product } from './product';
import { inTeams, type TeamsPerson } from './teams-person';

/** Longer than a loan of a delivery and than the time a reply is left to its own turn. */
const LATER_MS = 2 * 60_000;
const DAY_MS = 86_400_000;
const forEver = new Promise<void>(() => undefined);
const hangs = { status: 500, hold: forEver } as const;

const ASKED = /asks for your approval/;
const APPROVED_BY = /\*\*approved\*\* by Grace Adeyemi/;
const DECIDED = /^\*\*Approved\*\*/;
const TOO_LATE = /was approved by Grace Adeyemi on/;

let home: Home;
let connector: FakeConnector;
let ana: TeamsPerson;
let grace: TeamsPerson;

beforeEach(async () => {
  home = openHome();
  connector = await startFakeConnector();
  ana = inTeams(connector, 'ana-pires');
  grace = inTeams(connector, 'grace-adeyemi');
});
afterEach(async () => {
  await home.close();
  await connector.close();
  expect(connector.complaints).toEqual([]);
});

const times = (person: TeamsPerson, words: RegExp): number =>
  person.shown().filter((text) => words.test(text)).length;

/** Grace has spoken before, and Ana's press is ready. */
async function bothReady(product: Product) {
  expect(await grace.deliver(grace.saying('hello'), product.url)).toBe(200);
  return readyToSend(ana, product.url, 'book me off 4 to 7 may');
}

/** Ana's request waits, and Grace was told. @returns its reference */
async function waiting(product: Product): Promise<string> {
  const press = await bothReady(product);
  expect(await ana.deliver(press, product.url)).toBe(200);
  await grace.untilShown(ASKED);
  return referenceIn(await ana.untilShown(RECEIPT));
}

const approving = async () => grace.pressing('Approve', await grace.button('Approve'));

/** What the desk has, once it has something. */
const atDesk = (product: Product) =>
  eventually('a request at the desk', async () => {
    const all = await deskAt(product.url).all();
    return all.length > 0 ? all : undefined;
  });

/** The same machine so much later, after whatever was on its way has arrived or been put off. */
async function later(product: Product, aheadMs = LATER_MS): Promise<Product> {
  await product.end();
  return home.start({}, aheadMs);
}

describe('a request that waits for its approver, when the assistant is killed', () => {
  it('between the disk and the notice: both are told after the restart, and the desk has nothing', async () => {
    const first = await home.start();
    const press = await bothReady(first);
    const before = connector.delivered.length;
    connector.script(hangs, hangs);
    const answered = ana.deliver(press, first.url);
    await eventually(
      'receipt and notice to be on their way',
      () => connector.delivered.slice(before).filter(({ status }) => status === 500)[1],
    );
    await first.kill();
    await answered;
    expect([times(ana, RECEIPT), times(grace, ASKED)]).toEqual([0, 0]);

    const second = await home.start({}, LATER_MS);
    const reference = referenceIn(await ana.untilShown(RECEIPT));
    expect(referenceIn(await grace.untilShown(ASKED))).toBe(reference);
    expect(await deskAt(second.url).all()).toEqual([]);

    const third = await later(second);
    await grace.deliver(grace.saying('what awaits me'), third.url);
    expect(grace.shown().at(-1)).toContain(reference);
    expect([times(ana, RECEIPT), times(grace, ASKED)]).toEqual([1, 2]); // the notice, and the list
  });

  it('is asked of one manager once, however often the press comes', async () => {
    const first = await home.start();
    const press = await bothReady(first);
    await Promise.all([press, press].map((one) => ana.deliver(one, first.url)));
    await first.kill();
    const second = await home.start({}, LATER_MS);
    await ana.deliver(press, second.url);
    await grace.untilShown(ASKED);

    const third = await later(second);
    await grace.deliver(grace.saying('what awaits me'), third.url);
    expect(times(grace, /More than one|requests wait/)).toBe(0);
    expect(times(ana, RECEIPT)).toBe(1);
  });
});

describe('an approval, when the assistant is killed', () => {
  it('before it is on disk: nothing is approved, and it is approved once when the press comes again', async () => {
    const first = await home.start();
    const reference = await waiting(first);
    const press = await approving();
    const release = holdTheDisk(home.folder);
    const answered = grace.deliver(press, first.url);
    await eventually('the disk to hold it up', () => isStuck(first.url));
    await first.kill();
    release();
    expect(await answered).toBe('no answer');

    const second = await home.start();
    expect(await deskAt(second.url).all()).toEqual([]);
    expect(await grace.deliver(press, second.url)).toBe(200);
    expect(await atDesk(second)).toMatchObject([
      { key: reference, approval: { by: 'Grace Adeyemi' } },
    ]);
    await ana.untilShown(APPROVED_BY);
    expect(times(grace, DECIDED)).toBe(1);
  });

  it('between disk and reply: it is there once, and everybody is told once', async () => {
    const first = await home.start();
    const reference = await waiting(first);
    const press = await approving();
    connector.script(hangs, hangs);
    const before = connector.delivered.length;
    const acted = grace.deliver(press, first.url);
    await eventually(
      'the reply and the news to be on their way',
      () => connector.delivered.slice(before).filter(({ status }) => status === 500)[1],
    );
    await first.kill();
    await acted;

    const second = await home.start({}, LATER_MS);
    await grace.deliver(press, second.url);
    await grace.untilShown(DECIDED);
    await ana.untilShown(APPROVED_BY);
    expect((await atDesk(second)).map(({ key }) => key)).toEqual([reference]);

    const third = await later(second);
    await ana.deliver(ana.saying('where is my request'), third.url);
    expect(await deskAt(third.url).all()).toHaveLength(1);
    expect([times(grace, DECIDED), times(ana, APPROVED_BY)]).toEqual([1, 1]);
  });

  it('right after the 200: reaches the desk once, and the requester hears of it and of its end', async () => {
    const first = await home.start();
    const reference = await waiting(first);
    expect(await grace.deliver(await approving(), first.url)).toBe(200);
    await first.kill();

    const second = await home.start({}, LATER_MS);
    const [request, ...more] = await atDesk(second);
    expect([request?.key, more]).toEqual([reference, []]);
    await ana.untilShown(APPROVED_BY);
    await deskAt(second.url).finish(request?.reference ?? '');
    await ana.untilShown(/\*\*done\*\*/);
    expect(times(ana, APPROVED_BY)).toBe(1);
  });
});

describe('an approval', () => {
  it('pressed three times at once, and again after a restart, is one; the others are told of it', async () => {
    const first = await home.start();
    const reference = await waiting(first);
    const presses = [await approving(), await approving(), await approving()];
    const answered = await Promise.all(presses.map((one) => grace.deliver(one, first.url)));
    expect(answered).toEqual([200, 200, 200]);
    await eventually('all three to be answered', () =>
      times(grace, DECIDED) + times(grace, TOO_LATE) === 3 ? true : undefined,
    );

    const second = await later(first);
    await grace.deliver(await approving(), second.url);
    await eventually('the fourth to be answered', () =>
      times(grace, TOO_LATE) === 3 ? true : undefined,
    );
    expect(times(grace, DECIDED)).toBe(1);
    expect((await atDesk(second)).map(({ key }) => key)).toEqual([reference]);
  });
});

describe('the clocks of a request that waits', () => {
  it('remind once and pass on once, though the assistant is killed and started again and again', async () => {
    const helen = inTeams(connector, 'helen-marsh');
    const first = await home.start();
    await helen.deliver(helen.saying('hello'), first.url);
    await waiting(first);

    const REMINDER = /^A reminder/;
    const second = await later(first, 12 * DAY_MS);
    await grace.untilShown(REMINDER);
    await second.kill();
    const third = await home.start({}, 12 * DAY_MS + LATER_MS);
    await third.end();

    const fourth = await home.start({}, 24 * DAY_MS);
    await helen.untilShown(ASKED);
    await grace.untilShown(/passed on to Helen Marsh/);
    await ana.untilShown(/now waits for Helen Marsh/);
    await fourth.end();
    expect(times(helen, ASKED)).toBe(1);
    expect(times(grace, /passed on to Helen Marsh/)).toBe(1);
    // Killed before it was marked as sent, a reminder may come twice; it is one reminder.
    expect(times(grace, REMINDER)).toBeGreaterThanOrEqual(1);
  });
});
