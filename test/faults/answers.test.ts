import { deskClient } from '../../bot/desk/desk-client';
import { wording } from '../../bot/wording';
import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { killBeforeTheDisk, killSoon, untilStuck } from './blow';
import { readyToSend, RECEIPT, referenceIn } from './confirm';
import { startDeskGate, type DeskGate } from './desk-gate';
import { eventually } from './eventually';
import { DESK_SECRET, deskAt, openHome, type Home, type Product } from './product';
import { randomOf } from './random';
import { type Activity, inTeams, type TeamsPerson } from './teams-person';

const WAYS = [
  'before the desk has it',
  'before it is on disk',
  'before it is heard that the desk has it',
  'at any moment',
  'at any moment',
] as const;
const ROUNDS = WAYS.length;
const SEED = 20_270_107;
const NEVER = new AbortController().signal;
/** Longer than an answer is lent, and than the pause after its first failure. */
const LATER_MS = 2 * 60_000;
/** To keep the answer and to hand it over takes some tens of milliseconds. */
const LONGEST_MS = 80;

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

describe('answers of a requester on their way to a desk elsewhere', () => {
  it(`are there once each, whatever was under way when the assistant was killed, ${ROUNDS} times`, async () => {
    const random = randomOf(SEED);
    const desk = await home.startDesk();
    gate.leadTo(desk.url);
    const client = deskClient({ url: desk.url, secret: DESK_SECRET });
    const reference = await sendOne(desk);
    let unanswered: Activity | undefined;
    const hasRead = new Set<string>();

    for (let round = 0; round < ROUNDS; round += 1) {
      const product = await start((round + 1) * LATER_MS);
      if (unanswered !== undefined) expect(await ana.deliver(unanswered, product.url)).toBe(200);
      const question = { kind: 'asked', by: 'Fern Lacey', text: `Question ${round}?` } as const;
      await client.write(reference, { ...question, key: `form-000${round}` }, NEVER);
      const press = await readyToAnswer(product, round, hasRead);

      const way = WAYS[round];
      if (way === 'before the desk has it' || way === 'before it is heard that the desk has it') {
        const killed = new Promise<void>((resolve) => {
          const kill = () => product.kill().then(resolve);
          if (way === 'before the desk has it') gate.beforeTheNextCall(kill, 'answers');
          else gate.beforeTheNextAnswer(kill, 'answers');
        });
        await Promise.all([ana.deliver(press, product.url), killed]);
        unanswered = undefined;
      } else if (way === 'before it is on disk') {
        const pressing: Promise<unknown>[] = [];
        await killBeforeTheDisk(product, home.folder, async () => {
          pressing.push(ana.deliver(press, product.url));
          await untilStuck(product);
        });
        expect(await Promise.all(pressing)).toEqual(['no answer']);
        unanswered = press;
      } else {
        const pressing = ana.deliver(press, product.url);
        await killSoon(product, random, LONGEST_MS);
        unanswered = (await pressing) === 200 ? undefined : press;
      }
    }

    const last = await start((ROUNDS + 1) * LATER_MS);
    if (unanswered !== undefined) expect(await ana.deliver(unanswered, last.url)).toBe(200);
    const all = Array.from({ length: ROUNDS }, (_, round) => `Answer ${round}.`);
    await eventually('the last answer at the desk', async () =>
      (await answersAt()).length >= ROUNDS ? true : undefined,
    );
    expect(await answersAt()).toEqual(all);
    // The next news is the proof that none is on its way a second time.
    await deskAt(desk.url).decide(reference, 'received', 'approved');
    await ana.untilShown(/\*\*approved\*\*/);
    expect(await answersAt()).toEqual(all);

    async function answersAt(): Promise<readonly (string | null)[]> {
      const found = await client.read(reference, NEVER);
      return (found?.events ?? []).flatMap(({ kind, note }) => (kind === 'answered' ? [note] : []));
    }
  }, 180_000);
});

const start = (aheadMs: number): Promise<Product> =>
  home.start({ DESK_URL: gate.url, DESK_SECRET }, aheadMs);

/** @returns what the desk calls it */
async function sendOne(desk: Product): Promise<string> {
  const product = await start(0);
  const press = await readyToSend(ana, product.url, 'book me off 4 to 7 may');
  expect(await ana.deliver(press, product.url)).toBe(200);
  const key = referenceIn(await ana.untilShown(RECEIPT));
  const reference = await eventually('the request at the desk', async () => {
    const all = await deskAt(desk.url).all();
    return all.find((one) => one.key === key)?.reference;
  });
  expect(await product.end()).toBe(0);
  return reference;
}

/**
 * She has been told of this question, has read it, and what she wrote is read back.
 * @param hasRead the presses of the questions before
 */
async function readyToAnswer(
  { url }: Product,
  round: number,
  hasRead: Set<string>,
): Promise<Activity> {
  const { read, send } = wording.ask;
  const notices = () => ana.shown().filter((text) => text.includes('has a question'));
  await eventually(`question ${round}`, () => notices()[round]);
  // The card comes after its words, and those of earlier questions are still there.
  const unread = await eventually(`the card of question ${round}`, async () => {
    const press = await ana.button(read);
    return hasRead.has(JSON.stringify(press)) ? undefined : press;
  });
  hasRead.add(JSON.stringify(unread));
  await ana.deliver(ana.pressing(read, unread), url);
  await ana.untilShown(new RegExp(`Question ${round}`));
  await ana.deliver(ana.saying(`Answer ${round}.`), url);
  return ana.pressing(send, await ana.button(send, `Answer ${round}.`));
}
