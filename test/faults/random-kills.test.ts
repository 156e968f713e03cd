import { setTimeout as pause } from 'node:timers/promises';
import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { RECEIPT, referenceIn, SEND } from './confirm';
import { eventually } from './eventually';
import { deskAt, openHome, type Home, type Product } from './product';
import { randomOf } from './random';
import { inTeams, type Activity, type Answered, type TeamsPerson } from './teams-person';

const ROUNDS = 25;
const SEED = 20_270_105;
/** So many people press before the blow falls, at the most. */
const MOST_PRESSES = 4;
/** A confirmation takes some tens of milliseconds: the blow may fall into any part of one, or after it. */
const LONGEST_WAIT_MS = 80;
const LATER_MS = 2 * 60_000;

/** One day that somebody asked to have off, by a press of its own. */
interface Confirmation {
  readonly person: TeamsPerson;
  /** Of nobody else and no other press: by it the desk's requests are counted. */
  readonly day: string;
  readonly press: Activity;
  answered: Answered;
}

let home: Home;
let connector: FakeConnector;

beforeEach(async () => {
  home = openHome({ approvers: false });
  connector = await startFakeConnector();
});
afterEach(async () => {
  await home.close();
  await connector.close();
  expect(connector.complaints).toEqual([]);
});

describe(`killing the assistant ${ROUNDS} times while people confirm requests`, () => {
  it('loses none that was acknowledged, doubles none, and tells everybody', async () => {
    const random = randomOf(SEED);
    const days = daysOff();
    const staff = (['ana-pires', 'tom-okafor', 'priya-nair'] as const).map((who) =>
      inTeams(connector, who),
    );
    const pressed: Confirmation[] = [];

    for (let round = 0; round < ROUNDS; round += 1) {
      const product = await home.start();
      await deliverAgain(pressed, product.url);
      const enough = pressed.length + 1 + Math.floor(random() * MOST_PRESSES);
      const working = staff.map((person) => confirmForEver(person, days, product, pressed));
      await eventually('enough presses', () => pressed[enough - 1]);
      await pause(random() * LONGEST_WAIT_MS);
      await product.kill();
      await Promise.all(working);
    }
    const last = await home.start({}, LATER_MS);
    const again = await deliverAgain(pressed, last.url);
    expect(again.every((answered) => answered === 200)).toBe(true);

    const atDesk = await eventually('the desk to have them all', () => allOf(last.url, pressed));
    const counts = pressed.map(({ day, answered }) => ({
      answered,
      times: atDesk.get(day)?.length ?? 0,
    }));
    expect(pressed.length).toBeGreaterThanOrEqual(ROUNDS);
    expect(counts.filter(({ answered, times }) => answered === 200 && times !== 1)).toEqual([]);
    expect(counts.filter(({ times }) => times > 1)).toEqual([]);

    for (const { person, day } of pressed)
      for (const reference of atDesk.get(day) ?? [])
        await eventually(`the receipt of ${reference}`, () =>
          person.shown().find((text) => RECEIPT.test(text) && referenceIn(text) === reference),
        );
  }, 300_000);
});

/** Asks for one day after the other and confirms it, until the line goes dead. */
async function confirmForEver(
  person: TeamsPerson,
  days: Iterator<DayOff, never>,
  { url, ended }: Product,
  pressed: Confirmation[],
): Promise<void> {
  for (;;) {
    const { day, said } = days.next().value;
    if ((await person.deliver(person.saying(`book me off ${said}`), url)) !== 200) return;
    // The blow may fall after the message was taken and before anything to press was shown.
    const shown = await Promise.race([person.button(SEND, said), ended.then(() => undefined)]);
    if (shown === undefined) return;
    const one: Confirmation = {
      person,
      day,
      press: person.pressing(SEND, shown),
      answered: 'no answer',
    };
    pressed.push(one);
    one.answered = await person.deliver(one.press, url);
    if (one.answered !== 200) return;
  }
}

/** As Teams does; but every third that was cut off is never heard of again. */
async function deliverAgain(
  pressed: readonly Confirmation[],
  url: string,
): Promise<readonly Answered[]> {
  const unanswered = pressed.filter(
    ({ answered }, index) => answered === 'no answer' && index % 3 > 0,
  );
  for (const one of unanswered) one.answered = await one.person.deliver(one.press, url);
  return unanswered.map(({ answered }) => answered);
}

/** The references that the desk has, by day, once nothing is missing that must be there. */
async function allOf(
  url: string,
  pressed: readonly Confirmation[],
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  const held = new Map<string, readonly string[]>();
  for (const { key, fields } of await deskAt(url).all()) {
    const day = String(fields.firstDay);
    held.set(day, [...(held.get(day) ?? []), key]);
  }
  const missing = pressed.some(({ day, answered }) => answered === 200 && !held.has(day));
  return missing ? undefined : held;
}

interface DayOff {
  /** Such as `2027-01-05`. */
  readonly day: string;
  /** Such as `5 January 2027`: as it is asked for, and as it is read back. */
  readonly said: string;
}

/** One day after the other, from the fifth of January of next year. */
function* daysOff(): Generator<DayOff, never> {
  const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const day = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 0, 4));
  for (;;) {
    day.setUTCDate(day.getUTCDate() + 1);
    yield { day: day.toISOString().slice(0, 10), said: inWords.format(day) };
  }
}
