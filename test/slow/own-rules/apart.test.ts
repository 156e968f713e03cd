import { directory } from '../../support/directory';
import { createStores } from '../../../bot/storage/create-stores';
import { createKnowledge } from '../../../knowledge';
import { built } from '../../support/built';
import { aBrowser } from '../../web/a-browser';
import { NOON, openWeb, type OpenWeb } from '../../web/open-web';
import { talkOn } from '../../support/talk-on-stores';
import { memoryDatabase } from '../../support/memory-database';

const { seeds, ...parts } = built;

/** The whole web door on real stores, filled as they are at a first start. */
async function openAll(): Promise<OpenWeb> {
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const db = await memoryDatabase();
  const stores = createStores(db, { newId });
  const { outgoing, variations } = stores;
  const organisations = (await directory.organisations()).map(({ id }) => id);
  await variations.fillIfEmpty(seeds, organisations, NOON);
  const knowledge = createKnowledge({
    ...parts,
    variations,
  });
  const converse = talkOn(stores, {
    knowledge,
    newId,
    newReference: newId,
    newHandoverReference: newId,
  });
  return openWeb({ converse, outgoing, knowledge, variations, directory });
}

describe('organisations’ own rules in the web chat', () => {
  let web: OpenWeb;

  beforeAll(async () => {
    web = await openAll();
  });
  afterAll(() => web.close());

  /** The whole conversation, as the chat page shows it. */
  async function conversationOf(person: string, texts: readonly string[]): Promise<string> {
    const browser = aBrowser(web.url);
    await browser.signIn(person);
    for (const text of texts) await browser.say(text);
    return (await browser.get('/chat')).text;
  }

  const asked = (organisation: string): string[] =>
    seeds
      .filter((seed) => seed.organisation === organisation)
      .flatMap(({ clauses }) => clauses.flatMap(({ asks }) => asks.slice(0, 1)))
      .filter((text) => !text.includes(organisation));

  it('are told to their own staff, with an address that opens them', async () => {
    const told = await conversationOf('tom-okafor', ['when does our leave year start']);
    const [, address = ''] = /href="(\/policies\/[^"]*at=fellbridge[^"]*)"/.exec(told) ?? [];
    const [page, id] = address.split('#');

    expect(told).toContain('<strong>At Fellbridge:</strong>');
    expect((await aBrowser(web.url).get(page!)).text).toContain(`id="${id}"`);
  });

  it.each([
    ['gwen-parry', 'fellbridge'],
    ['josie-quill', 'fellbridge'],
    ['tom-okafor', 'vale'],
    ['tom-okafor', 'orchard-street'],
  ])('never show %s those of %s', async (person, others) => {
    const told = await conversationOf(person, asked(others));

    expect(told).not.toContain(`${others}/`);
    expect(told).not.toContain(`at=${others}`);
    expect(told).toContain('<a class="citation"');
  });
});
