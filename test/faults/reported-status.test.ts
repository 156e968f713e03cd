import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keyOf, signatureOf } from '../../bot/receivers/signature';
import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { CLIENT, type FakeServiceNow, fakeServiceNow } from '../fakes/fake-servicenow';
import { fileFor } from '../support/servicenow-as-mapped';
import { killBeforeTheDisk, killSoon, untilStuck } from './blow';
import { readyToSend, RECEIPT, referenceIn } from './confirm';
import { eventually } from './eventually';
import { onDisk } from './on-disk';
import { openHome, type Home, type Product } from './product';
import { randomOf } from './random';
import { inTeams, type TeamsPerson } from './teams-person';

const ROUNDS = 4;
const SEED = 20_270_106;
const SECRET = 'a-secret-of-forty-characters-for-tests--';
/** Longer than a request is left before it is asked about again. */
const NEXT_LOOK_MS = 6 * 60_000;
/** Longer than a notice is lent to the process that died with it; a call may be as old. */
const AFTER_THE_LOAN_MS = 2 * 60_000;
const DAY_MS = 86_400_000;
const DONE = /\*\*done\*\*/;
/** An answer of the fake comes so late, that something can be done before. */
const SLOW_MS = 150;
/** To read an answer and to record it takes some tens of milliseconds. */
const LONGEST_MS = 60;

let home: Home;
let connector: FakeConnector;
let instance: FakeServiceNow;
let staff: readonly TeamsPerson[];
let settings: Readonly<Record<string, string>>;
let keys: readonly string[];

/** Three people have each sent a request, and the system has them. */
beforeEach(async () => {
  home = openHome({ approvers: false });
  connector = await startFakeConnector();
  instance = await fakeServiceNow();
  settings = leadingTo(instance.url);
  staff = (['ana-pires', 'tom-okafor', 'priya-nair'] as const).map((who) =>
    inTeams(connector, who),
  );
  const product = await home.start(settings);
  for (const person of staff) {
    const press = await readyToSend(person, product.url, 'book me off 4 to 7 may');
    expect(await person.deliver(press, product.url)).toBe(200);
  }
  keys = await Promise.all(
    staff.map(async (person) => referenceIn(await person.untilShown(RECEIPT))),
  );
  await eventually('the system to have them all', () => instance.cases[staff.length - 1]);
  expect(await product.end()).toBe(0);
}, 60_000);
afterEach(async () => {
  await home.close();
  await instance.close();
  await connector.close();
  expect(connector.complaints).toEqual([]);
});

function leadingTo(url: string): Readonly<Record<string, string>> {
  const connectors = path.join(home.folder, 'connectors');
  mkdirSync(connectors);
  writeFileSync(path.join(connectors, 'servicenow.yaml'), fileFor(url));
  const routes = path.join(home.folder, 'routes.csv');
  writeFileSync(
    routes,
    'organisation,service,system\n*,*,desk\nfellbridge,book-annual-leave,servicenow\n',
  );
  return {
    CONNECTORS_DIR: connectors,
    ROUTES_FILE: routes,
    CONNECTOR_SECRET_SERVICENOW: CLIENT.secret,
    STATUS_SECRET_SERVICENOW: SECRET,
  };
}

const inDays = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
/** Of each round another one, all of them later than what was promised first. */
const dayOf = (round: number): string => inDays(60 + round);
const inWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );

/** What is kept of a request: each event in a word or two, oldest first. */
const eventsOf = (key: string): Promise<readonly string[]> =>
  onDisk(home.folder, async ({ requestLog }) =>
    ((await requestLog.find(key))?.events ?? []).map(({ kind, expectedBy }) =>
      [kind, ...(expectedBy === undefined ? [] : [expectedBy])].join(' '),
    ),
  );

describe('a system that is asked how requests stand', () => {
  const expectEverywhere = (day: string, round: number): void => {
    const at = new Date(Date.now() + round * 1_000).toISOString().slice(0, 19).replace('T', ' ');
    for (const key of keys) instance.change(key, { state: '18', due_date: `${day} 16:00:00` }, at);
  };
  const asked = (): number => instance.calls.filter((kind) => kind === 'status').length;
  const nextQuestion = async (before: number): Promise<void> => {
    await eventually('a question', () => (asked() > before ? true : undefined));
  };

  it(`tells each thing once where the assistant is killed ${ROUNDS} times while it asks`, async () => {
    const random = randomOf(SEED);
    let ahead = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      expectEverywhere(dayOf(round), round);
      instance.script({ on: 'status', does: { slowMs: SLOW_MS } });
      const before = asked();
      const product = await home.start(settings, (ahead += NEXT_LOOK_MS));
      if (round % 2 === 0) {
        await nextQuestion(before);
        await killBeforeTheDisk(product, home.folder, () => untilStuck(product));
        for (const key of keys)
          expect(await eventsOf(key)).not.toContain(`expected ${dayOf(round)}`);
      } else {
        await nextQuestion(before);
        await killSoon(product, random, SLOW_MS + LONGEST_MS);
      }
    }

    const last = dayOf(ROUNDS);
    expectEverywhere(last, ROUNDS);
    await home.start(settings, (ahead += NEXT_LOOK_MS)).then(async (product) => {
      for (const person of staff) await person.untilShown(new RegExp(inWords(last)));
      await product.kill();
    });
    for (const key of keys) instance.change(key, { state: '3' }, '2027-01-01 00:00:00');
    const calm = await home.start(settings, (ahead += NEXT_LOOK_MS));
    for (const person of staff) await person.untilShown(DONE);
    await calm.kill();

    for (const key of keys) {
      const events = await eventsOf(key);
      expect(new Set(events).size).toBe(events.length);
      expect(events.slice(0, 2)).toEqual(['sent', 'received']);
      expect(events.slice(-2)).toEqual([`expected ${last}`, 'done']);
    }
    expect(await stillAsked(ahead)).toBe(false);
  }, 120_000);

  /** What has ended is not asked about any more. */
  const stillAsked = (ahead: number): Promise<boolean> =>
    onDisk(home.folder, async ({ reports }) => {
      const later = new Date(Date.now() + ahead + NEXT_LOOK_MS);
      return (await reports.toAsk('servicenow', later, later, 10)).length > 0;
    });
});

describe('a system that tells of its own accord how requests stand', () => {
  interface Told {
    readonly id: string;
    readonly body: string;
    answered: number | 'no answer';
  }

  it(`is heard once of each thing where the assistant is killed ${ROUNDS} times while it listens`, async () => {
    const random = randomOf(SEED);
    const told: Told[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const product = await home.start(settings);
      await tellAgain(product, told);
      const now = keys.map((key) => expecting(key, round));
      told.push(...now);
      if (round % 2 === 0) {
        const telling: Promise<unknown>[] = [];
        await killBeforeTheDisk(product, home.folder, async () => {
          telling.push(...now.map((one) => tell(product, one)));
          await untilStuck(product);
        });
        await Promise.all(telling);
        expect(now.map(({ answered }) => answered)).toEqual(now.map(() => 'no answer'));
        for (const key of keys)
          expect(await eventsOf(key)).not.toContain(`expected ${dayOf(round)}`);
      } else {
        const telling = now.map((one) => tell(product, one));
        await killSoon(product, random, LONGEST_MS);
        await Promise.all(telling);
      }
    }

    const last = await home.start(settings, AFTER_THE_LOAN_MS);
    await tellAgain(last, told);
    for (const person of staff) await person.untilShown(new RegExp(inWords(dayOf(ROUNDS - 1))));
    const ends = keys.map((key) => ({ ...expecting(key, ROUNDS), body: ended(key) }));
    for (const one of [...ends, ...ends]) expect(await tell(last, one)).toBe(200);
    for (const person of staff) await person.untilShown(DONE);
    await last.kill();

    expect(told.map(({ answered }) => answered)).toEqual(told.map(() => 200));
    const days = Array.from({ length: ROUNDS }, (_, round) => `expected ${dayOf(round)}`);
    for (const key of keys)
      expect(await eventsOf(key)).toEqual(['sent', 'received', ...days, 'done']);
  }, 120_000);

  const expecting = (key: string, round: number): Told => ({
    id: `event-${key}-${round}`,
    body: JSON.stringify({
      key,
      at: new Date().toISOString(),
      expectedBy: dayOf(round),
      reason: 'Somebody is ill.',
    }),
    answered: 'no answer',
  });
  const ended = (key: string): string =>
    JSON.stringify({ key, status: 'done', at: new Date().toISOString() });

  /** As senders do: what was not answered is sent again, the same event with a signature of its own. */
  async function tellAgain(product: Product, told: readonly Told[]): Promise<void> {
    for (const one of told) if (one.answered === 'no answer') await tell(product, one);
  }

  async function tell({ url }: Product, one: Told): Promise<Told['answered']> {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signed = { id: one.id, timestamp, body: Buffer.from(one.body) };
    try {
      const answer = await fetch(`${url}/api/receivers/servicenow/status`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': one.id,
          'webhook-timestamp': timestamp,
          'webhook-signature': signatureOf(signed, keyOf(SECRET)),
        },
        body: one.body,
      });
      await answer.arrayBuffer();
      one.answered = answer.status;
    } catch {
      one.answered = 'no answer';
    }
    return one.answered;
  }
});
