/** The built product with a model that takes its time, in a chat with one person in Teams. */
import { wording } from '../../bot/wording';
import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { FAKE_KEY, fakeOpenAi, type FakeOpenAi, type Line } from '../fakes/fake-openai';
import { openHome, type Home, type Product } from './product';
import { inTeams, type TeamsPerson } from './teams-person';

const SUMMONS = 'what do i do with a jury summons';
const SENTENCE = 'Give your manager a copy of the summons straight away.';
const { phrasing } = wording.teams.progress;

let home: Home;
let connector: FakeConnector;
let openAi: FakeOpenAi;
let ana: TeamsPerson;

beforeEach(async () => {
  home = openHome();
  connector = await startFakeConnector();
  ana = inTeams(connector, 'ana-pires');
});
afterEach(async () => {
  await home.close();
  await openAi.close();
  await connector.close();
  expect(connector.complaints).toEqual([]);
});

describe('an answer that a model phrases', () => {
  const says: Line = { kind: 'say', sentences: [{ text: SENTENCE, clauses: [1] }] };
  const onceShown = (calls: number): Line => ({ ...says, hold: connector.until(calls) });
  const start = async (...lines: readonly Line[]): Promise<Product> => {
    openAi = await fakeOpenAi(...lines);
    return home.start({
      OPENAI_API_KEY: FAKE_KEY,
      OPENAI_BASE_URL: `${openAi.url}/v1`,
      OPENAI_MODEL: 'made-up',
    });
  };
  const signs = () =>
    connector.delivered.flatMap(({ activity: { type, text } }) =>
      type === 'typing' ? [text] : [],
    );
  const answers = (): number => ana.shown().filter((text) => text.includes(SENTENCE)).length;

  it('says how far it is in the place where it then stands; not the first one, which says what this program is', async () => {
    const product = await start(onceShown(1), onceShown(4));
    expect(await ana.deliver(ana.saying(SUMMONS), product.url)).toBe(200);
    expect(await ana.deliver(ana.saying(SUMMONS), product.url)).toBe(200);

    expect(signs()).toEqual([undefined, phrasing]);
    expect(answers()).toBe(2);
    const [told] = connector.delivered.slice(4);
    expect(told).toMatchObject({
      status: 202,
      activity: {
        text: expect.stringContaining(`${SENTENCE} [1]`),
        entities: [
          { type: 'streaminfo', streamType: 'final' },
          { additionalType: ['AIGeneratedContent'] },
        ],
      },
    });
  }, 120_000);

  it('is one whole answer where the process was killed while the model was at work', async () => {
    const product = await start(says, { kind: 'slow' }, says);
    await ana.deliver(ana.saying('how do i report sick'), product.url);
    const before = connector.delivered.length;
    const asked = ana.saying(SUMMONS);
    const lost = ana.deliver(asked, product.url);
    await connector.until(before + 1);
    await product.kill();
    expect(await lost).toBe('no answer');

    const next = await home.start({
      OPENAI_API_KEY: FAKE_KEY,
      OPENAI_BASE_URL: `${openAi.url}/v1`,
      OPENAI_MODEL: 'made-up',
    });
    expect(await ana.deliver(asked, next.url)).toBe(200);
    expect(await ana.deliver(asked, next.url)).toBe(200);

    await ana.untilShown(new RegExp(SENTENCE));
    expect(signs()).toContain(phrasing);
    expect(answers()).toBe(1);
  }, 120_000);
});
