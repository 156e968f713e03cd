import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { aBrowser } from '../web/a-browser';
import { readyToSend, RECEIPT, SEND } from './confirm';
import { openHome, type Home, type Product } from './product';
import { inTeams } from './teams-person';

let home: Home;
let connector: FakeConnector;
let product: Product;

beforeAll(async () => {
  home = openHome({ approvers: false });
  connector = await startFakeConnector();
  product = await home.start();
});
afterAll(async () => {
  await home.close();
  await connector.close();
  expect(connector.complaints).toEqual([]);
});

const post = (body: string, type = 'application/json'): Promise<Response> =>
  fetch(`${product.url}/api/messages`, { method: 'POST', headers: { 'content-type': type }, body });

describe('bad input', () => {
  it.each([
    ['GET', '/no-such-page', 404],
    ['GET', '/%', 404],
    ['HEAD', '/', 405],
    ['HEAD', '/no-such-page', 404],
    ['PUT', '/chat', 405],
    ['POST', '/no-such-page', 404],
    ['OPTIONS', '/api/messages', 405],
  ])('as %s %s is answered, and the next call is too', async (method, where, status) => {
    const answer = await fetch(product.url + where, { method });

    expect(answer.status).toBe(status);
    expect((await fetch(`${product.url}/health`)).status).toBe(200);
  });

  it('of a kind that a page asks for is answered in plain words', async () => {
    const answer = await fetch(`${product.url}/no-such-page`, { headers: { accept: 'text/html' } });

    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await answer.text()).toBe(
      'There is no page at this address. Start at / to ask a question.',
    );
  });

  it.each([
    ['is no JSON', '{"type":', 400, 'not valid JSON'],
    ['is no activity', '{"type":"message"}', 400, 'This is no activity'],
    ['is empty', '', 400, 'This is no activity'],
    ['is a list', '[]', 400, 'This is no activity'],
    ['is of 2 MB', JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024) }), 413, 'Send less'],
  ])('that %s is refused with the reason', async (_, body, status, reason) => {
    const answer = await post(body);

    expect([answer.status, await answer.json()]).toEqual([
      status,
      { error: expect.stringContaining(reason) as string },
    ]);
  });

  it('of an unknown kind is refused with the kinds that are taken', async () => {
    const answer = await post('<hello/>', 'text/xml');

    expect(answer.status).toBe(415);
    expect(await answer.text()).toContain('application/json');
  });

  it('that names an address elsewhere for the answer is refused, and nothing is sent there', async () => {
    const tom = inTeams(connector, 'tom-okafor');
    const elsewhere = { ...tom.saying('hello'), serviceUrl: 'https://evil.example/' };

    expect(await tom.deliver(elsewhere, product.url)).toBe(403);
  });

  it('in the middle of a request loses nothing of the request', async () => {
    const ana = inTeams(connector, 'ana-pires');
    const press = await readyToSend(ana, product.url, 'book me off 4 to 7 may');
    await post('{"type":');
    await ana.deliver({ ...ana.saying(''), value: { press: { kind: 'explode' } } }, product.url);
    await ana.deliver(ana.saying('\u0000\uD800 ¯\\_(ツ)_/¯'), product.url);
    await ana.deliver(ana.saying('a'.repeat(5_000)), product.url);
    const made = ana.pressing(SEND, { kind: 'confirm', draft: 'another', nonce: 'guessed' });
    await ana.deliver(made, product.url);
    expect(ana.shown().some((text) => RECEIPT.test(text))).toBe(false);

    expect(await ana.deliver(press, product.url)).toBe(200);
    expect(ana.shown().at(-1)).toMatch(RECEIPT);
  });

  it('on the web page is given back with the reason', async () => {
    const web = aBrowser(product.url);
    await web.signIn('priya-nair');
    const page = await web.say(`start ${'x'.repeat(5_000)}`);

    expect(page.status).toBe(422);
    expect(page.text).toContain('4,000 characters');
    expect(page.text).toContain(`start ${'x'.repeat(5_000)}`);
  });
});

describe('a link that leads nowhere', () => {
  it.each([
    ['an unknown clause', '/policies/special-leave/99', '/policies/special-leave'],
    ['an unknown policy', '/policies/specail-leave', '/policies/special-leave'],
  ])('to %s gets a page that leads on', async (_, address, way) => {
    const page = await aBrowser(product.url).get(address);

    expect(page.status).toBe(404);
    expect(page.text).toContain('We can’t find');
    expect(page.text).toContain(`href="${way}"`);
  });

  it('anywhere else says where to start', async () => {
    const page = await aBrowser(product.url).get('/nowhere', { accept: 'text/html' });

    expect(page.status).toBe(404);
    expect(page.text).toContain('Start at /');
  });
});
