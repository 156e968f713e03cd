import { createMemoryVariations, type VariationStore } from '../../knowledge';
import { aSeed } from '../support/a-variation-entry';
import { aBrowser } from './a-browser';
import { NOON, openWeb, type OpenWeb } from './open-web';

const PAGE = '/policies/special-leave';
const MARKED = /<strong>At Fellbridge:<\/strong>/;

/** One rule in place of special-leave.1 that is also shown with special-leave.2, and one that adds. */
function someRules(): VariationStore {
  const [rule] = aSeed('fellbridge', 'You get **3 days** <b>here</b>.').clauses;
  const own = { ...rule!, policy: 'special-leave', note: 'Made up for demonstration.' };
  const clauses = [
    {
      ...own,
      id: 'fellbridge/special-leave.1',
      replaces: 'special-leave.1',
      beside: ['special-leave.2'],
    },
    {
      ...own,
      id: 'fellbridge/special-leave.2',
      heading: 'Moving house',
      text: 'You get a day to move house.',
      replaces: null,
      beside: [],
      effective: '2027-04-01',
    },
  ];
  const seed = { organisation: 'fellbridge', policy: 'special-leave', content: '', clauses };
  const elsewhere = aSeed('fellbridge', 'A rule on another policy.');
  return createMemoryVariations([seed, elsewhere], NOON);
}

describe('a policy page with an organisation’s own rules', () => {
  let web: OpenWeb;
  const open = async (path: string): Promise<string> => (await aBrowser(web.url).get(path)).text;

  beforeAll(async () => {
    web = await openWeb({ variations: someRules() });
  });
  afterAll(() => web.close());

  it('shows them to whoever has the address, each under its own id and marked as theirs', async () => {
    const text = await open(`${PAGE}?at=fellbridge`);

    expect(text).toMatch(/id="fellbridge\/special-leave\.1"[^]*?<strong>At Fellbridge:<\/strong>/);
    expect(text).toContain('This page also shows the rules of Fellbridge Hospitals.');
    expect(text).toContain('Made up for demonstration.');
    expect(text).toContain('You get <strong>3 days</strong> &lt;b&gt;here&lt;/b&gt;.');
  });

  it('keeps the national text beside them, and leads from the other clauses they are shown with', async () => {
    const [national, both] = [await open(PAGE), await open(`${PAGE}?at=fellbridge`)];
    const texts = [...national.matchAll(/<div class="clause__text">([^]*?)<\/div>/g)];

    expect(texts.length).toBeGreaterThan(1);
    for (const [, words] of texts) expect(both).toContain(words);
    expect(both).toMatch(
      /id="special-leave\.2"[^]*see also <a href="#fellbridge\/special-leave\.1">/,
    );
    expect(both.match(/id="fellbridge\/special-leave\.1"/g)).toHaveLength(1);
  });

  it('lists what it adds, and says what is not yet in force', async () => {
    const text = await open(`${PAGE}?at=fellbridge`);

    expect(text).toMatch(
      /Rules that Fellbridge adds<\/h2>[^]*id="fellbridge\/special-leave\.2"[^]*Not yet in force[^]*move house/,
    );
  });

  it('shows nothing of other policies', async () => {
    expect(await open(`${PAGE}?at=fellbridge`)).not.toContain('A rule on another policy.');
  });

  it('shows the national policy alone to somebody who did not sign in', async () => {
    expect(await open(PAGE)).not.toMatch(/fellbridge/i);
  });

  it('shows a signed-in person those of their own organisation', async () => {
    const [ana, gwen] = [aBrowser(web.url), aBrowser(web.url)];
    await ana.signIn('ana-pires');
    await gwen.signIn('gwen-parry');

    expect((await ana.get(PAGE)).text).toMatch(MARKED);
    expect((await gwen.get(PAGE)).text).not.toMatch(/fellbridge/i);
  });

  it('says that an organisation has none where the address asks for them', async () => {
    expect(await open(`${PAGE}?at=vale`)).toContain(
      'Vale Community and Mental Health has no rules of its own on this',
    );
  });

  it('says that it does not know an organisation, and shows the national policy', async () => {
    const { status, text } = await aBrowser(web.url).get(`${PAGE}?at=%3Cscript%3Enowhere`);

    expect(status).toBe(200);
    expect(text).toContain('We do not know an organisation called “&lt;script&gt;nowhere”');
    expect(text).toContain('id="special-leave.1"');
  });
});
