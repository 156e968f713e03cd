import { aPdf, attached } from '../support/some-files';
import { aBrowser, type Browser } from '../web/a-browser';
import { handIn } from './hand-in';
import { NOON, openConsole, type OpenConsole } from './open-console';

const NAME = "Siân's (fit) note.pdf";
const note = attached({ name: NAME });

describe('a file of a request, in the console', () => {
  let open: OpenConsole;
  let fern: Browser;
  let address: string;

  beforeEach(async () => {
    open = await openConsole();
    fern = aBrowser(open.url);
    await fern.signIn('fern-lacey');
    await open.desk.store.files.put(note.id, aPdf('a page'), NOON);
    address = `/console/requests/${await handIn(open, { files: [note] })}`;
  });
  afterEach(() => open.close());
  const audits = async () =>
    (await open.stores.reading.audits(20)).map(({ who, did, what }) => [who, did, what]);

  it('is named on the page of its request, and not opened by that', async () => {
    const { text } = await fern.get(address);

    expect(text).toContain(`${address}/files/${note.id}`);
    expect(text).toContain('Siân&#39;s (fit) note.pdf');
    expect(text).toContain('(PDF, 1 KB)');
    expect(JSON.stringify(await audits())).not.toContain('opened-file');
  });

  it('comes as a download, of which no browser makes a page, and is written down', async () => {
    const { status, headers, text } = await fern.get(`${address}/files/${note.id}`);

    expect(status).toBe(200);
    expect(text).toBe(Buffer.from(aPdf('a page')).toString('latin1'));
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="file"; filename*=UTF-8''Si%C3%A2n%27s%20%28fit%29%20note.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    const [newest] = await audits();
    expect(newest).toEqual([
      'fern-lacey',
      'opened-file',
      `${address.split('/').at(-1) ?? ''}, file 1`,
    ]);
    expect(JSON.stringify(await audits())).not.toContain('Siân');
  });

  it('is told in the audit that administrators read, with its request', async () => {
    await fern.get(`${address}/files/${note.id}`);
    const olu = aBrowser(open.url);
    await olu.signIn('olu-martins');
    const { text } = await olu.get('/console/audit');

    expect(text).toContain('Opened a file of a request');
    expect(text).toContain(`href="${address}"`);
  });

  it('is not there for whoever may not see the request, and nothing is written down', async () => {
    const nurse = aBrowser(open.url);
    await nurse.signIn('jin-park');
    const refused = await nurse.get(`${address}/files/${note.id}`);

    expect(refused.status).toBe(403);
    expect(refused.text).not.toContain('a page');
    expect(await audits()).toEqual([]);
  });

  it.each([
    ['another request', () => handIn(open, { key: 'PS-000002' })],
    [
      'an organisation of another system',
      () => handIn(open, { key: 'PS-000003', organisation: 'elsewhere', files: [note] }),
    ],
  ])('is no file of %s', async (_, hand) => {
    const other = `/console/requests/${await hand()}`;
    const { status, text } = await fern.get(`${other}/files/${note.id}`);

    expect(status).toBe(404);
    expect(text).not.toContain('%PDF');
  });

  it('that is none, or a path, is told kindly', async () => {
    for (const id of ['b'.repeat(64), '..%2F..%2Fetc%2Fpasswd'])
      expect((await fern.get(`${address}/files/${id}`)).status).toBe(404);
  });

  it('that the desk cannot give out now can be asked for again', async () => {
    await open.loseDesk();

    expect((await fern.get(`${address}/files/${note.id}`)).status).toBe(503);
  });
});
