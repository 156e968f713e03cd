/**
 * What comes to /api/messages is read by the built product, whatever it is: 500 bodies in CI, and
 * 100,000 by `npm run test:fuzz`. Each has its answer in time, and the last works as the first.
 */
import fc from 'fast-check';
import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { fuzzedBodies } from '../fakes/fuzzed-activities';
import { answersTo, PROPER } from '../fakes/post-many';
import { openHome, type Home, type Product } from './product';
import { inTeams } from './teams-person';

const HOW_MANY = Number(process.env.FUZZED ?? 500);
const ROUND = 1_000;
const INSIDES = /node_modules|\bat .*\.[jt]s:\d/;

let home: Home;
let connector: FakeConnector;
let product: Product;
beforeAll(async () => {
  home = openHome();
  connector = await startFakeConnector();
  product = await home.start();
});
afterAll(async () => {
  await home.close();
  await connector.close();
});

it(
  `answers each of ${HOW_MANY} activities that nobody should send, and goes on`,
  async () => {
    const ana = inTeams(connector, 'ana-pires');
    const fuzz = fuzzedBodies(() => ana.saying('how much leave do i get'));
    const troubles: string[] = [];
    // By the thousand: they are large.
    for (let done = 0; done < HOW_MANY; done += ROUND) {
      const numRuns = Math.min(ROUND, HOW_MANY - done);
      const bodies = fc.sample(fuzz, { numRuns, seed: 47 + done });
      for await (const { body, status, said } of answersTo(`${product.url}/api/messages`, bodies))
        if (!PROPER.has(status) || INSIDES.test(said))
          troubles.push(`${status} ${said} to ${body.slice(0, 2000)}`);
      expect(troubles.slice(0, 5)).toEqual([]);
    }

    expect(connector.complaints.slice(0, 5)).toEqual([]);
    expect(await ana.deliver(ana.saying('how much leave do i get'), product.url)).toBe(200);
    await ana.untilShown(/29 days/);
  },
  60_000 + HOW_MANY * 60,
);
