import { aBrowser } from './a-browser';
import { openWeb, type OpenWeb } from './open-web';

interface Manifest {
  readonly start_url: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string }[];
}

describe('the web chat as an app of a phone', () => {
  let web: OpenWeb;

  beforeEach(async () => {
    web = await openWeb();
  });
  afterEach(() => web.close());

  it('has a manifest, named by every page, with icons that are there and as large as it says', async () => {
    const browser = aBrowser(web.url);
    const { text } = await browser.get('/policies');
    expect(text).toContain('<link rel="manifest" href="/app.webmanifest">');

    const { text: json, headers } = await browser.get('/app.webmanifest');
    const manifest = JSON.parse(json) as Manifest;
    expect(headers.get('content-type')).toBe('application/manifest+json');
    expect(manifest).toMatchObject({ start_url: '/', scope: '/', display: 'standalone' });
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
    for (const { src, sizes } of manifest.icons) {
      const png = Buffer.from(await (await fetch(web.url + src)).arrayBuffer());
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
  });

  it('starts with the policies where nobody can sign in', async () => {
    const closed = await openWeb({ signIn: 'off' });
    const { text } = await aBrowser(closed.url).get('/app.webmanifest');
    await closed.close();

    expect((JSON.parse(text) as Manifest).start_url).toBe('/policies');
  });

  it('keeps one page for when there is no network: the same for everybody, with numbers to ring', async () => {
    const browser = aBrowser(web.url);
    const stranger = await browser.get('/offline');
    await browser.signIn('ana-pires');
    const ana = await browser.get('/offline');

    expect(ana.text).toBe(stranger.text);
    expect(ana.text).toContain('href="tel:116123"');
    const { text: worker, headers } = await browser.get('/offline-worker.js');
    expect(headers.get('cache-control')).toBe('no-cache');
    const kept = JSON.parse(/keep\((\[.*\])\);/.exec(worker)?.[1] ?? '[]') as string[];
    expect(kept.map((address) => address.replace(/\?v=.*/, ''))).toEqual([
      '/offline',
      '/assets/nhsuk.css',
      '/assets/web.css',
    ]);
    for (const address of kept) expect((await browser.get(address)).status).toBe(200);
  });
});
