import { mayFetchFrom } from '../../bot/teams/fetch-file';
import { createIntake } from '../../bot/attachments/take-in';
import { aJpeg, aPdf } from '../support/some-files';
import { aMessage, openDoor, type ADoor } from './a-door';

const MOST = 100_000;
const SHARED = 'application/vnd.microsoft.teams.file.download.info';

describe('a file in Teams', () => {
  let door: ADoor;
  const kept = new Map<string, Uint8Array>();
  /** How many files had been asked for when each was kept. */
  const askedBefore: number[] = [];

  beforeEach(async () => {
    kept.clear();
    askedBefore.length = 0;
    const keep = {
      put: async (id: string, bytes: Uint8Array) => {
        kept.set(id, bytes);
        askedBefore.push(door.connector.asked.length);
      },
    };
    door = await openDoor({
      intake: createIntake(keep, { mostBytes: MOST, mostFiles: 2 }),
      patience: { fetchWithinMs: 500 },
    });
  });
  afterEach(() => door.close());

  const at = (path: string) => `${door.connector.url}${path}`;
  const shared = (downloadUrl: string, name = 'fit note.pdf') => ({
    contentType: SHARED,
    contentUrl: 'https://fellbridge-my.sharepoint.com/personal/ana/note.pdf',
    name,
    content: { downloadUrl, uniqueId: '1', fileType: 'pdf' },
  });
  const post = (attachments: readonly object[], changes = {}) =>
    door.post(aMessage({ text: '', attachments, ...changes }));
  const said = () => door.turns.map((turn) => turn.said);

  it('that was shared is fetched without our token, kept, and becomes a turn', async () => {
    door.connector.gives.set('/download?tempauth=1', { bytes: aPdf() });
    const { status } = await post([shared(at('download?tempauth=1'))]);

    expect(status).toBe(200);
    expect(said()).toMatchObject([
      { kind: 'files', files: [{ name: 'fit note.pdf' }], refused: [] },
    ]);
    expect([...kept.values()].map((bytes) => Buffer.from(bytes))).toEqual([Buffer.from(aPdf())]);
    expect(door.connector.asked).toEqual([
      { path: '/download?tempauth=1', authorization: undefined },
    ]);
    expect(door.connector.delivered).toHaveLength(1);
  });

  it('that is a picture in the message is fetched from the channel that the message came from', async () => {
    door.connector.gives.set('/v3/attachments/0-eus-1/views/original', { bytes: aJpeg() });
    await post([
      {
        contentType: 'image/*',
        contentUrl: 'https://smba.trafficmanager.net/uk/v3/attachments/0-eus-1/views/original',
      },
      { contentType: 'text/html', content: '<p><img></p>' },
    ]);

    expect(said()).toMatchObject([{ files: [{ name: 'file.jpg', type: 'image/jpeg' }] }]);
  });

  it('comes after the words of its message, which may start what it goes with', async () => {
    door.connector.gives.set('/note', { bytes: aPdf() });
    await post([shared(at('note'))], { text: 'here is my fit note' });

    expect(said()).toMatchObject([
      { kind: 'text', text: 'here is my fit note' },
      { kind: 'files', files: [{ name: 'fit note.pdf' }] },
    ]);
  });

  it('delivered twice is one turn', async () => {
    door.connector.gives.set('/note', { bytes: aPdf() });
    await post([shared(at('note'))]);
    await post([shared(at('note'))]);

    expect(said()).toHaveLength(1);
    expect(kept.size).toBe(1);
  });

  it('follows where it is led on to, and says by name what could not be had', async () => {
    door.connector.gives.set('/first', { bytes: aPdf(), location: at('second') });
    door.connector.gives.set('/second', { bytes: aPdf() });
    door.connector.gives.set('/inner', { bytes: aPdf(), location: 'http://10.0.0.1/secret' });
    door.connector.gives.set('/round', { bytes: aPdf(), location: at('round') });
    await post([
      shared(at('first'), 'one.pdf'),
      shared(at('inner'), 'inner.pdf'),
      shared(at('round'), 'round.pdf'),
      shared(at('nothing'), 'gone.pdf'),
      shared('http://169.254.169.254/latest/meta-data', 'cloud.pdf'),
      shared('file:///etc/passwd', 'passwd.pdf'),
    ]);

    const refused = ['inner', 'round', 'gone', 'cloud', 'passwd'];
    expect(said()).toMatchObject([
      {
        files: [{ name: 'one.pdf' }],
        refused: refused.map((name) => ({ name: `${name}.pdf`, problem: 'not-fetched' })),
      },
    ]);
  });

  it('of many is fetched only while more may be taken, one after another', async () => {
    const paths = ['one', 'two', 'three', 'four'];
    for (const path of paths) door.connector.gives.set(`/${path}`, { bytes: aPdf(path) });
    await post(paths.map((path) => shared(at(path), `${path}.pdf`)));

    expect(said()).toMatchObject([
      { count: 4, files: [{ name: 'one.pdf' }, { name: 'two.pdf' }], refused: [] },
    ]);
    expect(door.connector.asked.map(({ path }) => path)).toEqual(['/one', '/two']);
    expect(askedBefore).toEqual([1, 2]);
  });

  it('of very many is counted, though only the first are asked for', async () => {
    const attachments = Array.from({ length: 13 }, (_, n) => shared(at(`gone-${n}`), `${n}.pdf`));
    await post(attachments);

    expect(said()).toMatchObject([{ count: 13, files: [] }]);
    expect(door.connector.asked).toHaveLength(10);
  });

  it('is read no further than a file may be', async () => {
    door.connector.gives.set('/huge', { bytes: aPdf('x'.repeat(10 * MOST)) });
    await post([shared(at('huge'))]);

    expect(said()).toMatchObject([{ files: [], refused: [{ problem: 'too-big' }] }]);
    expect(kept.size).toBe(0);
  });

  it('logs no name', async () => {
    await post([shared(at('nothing'), 'Ana Pires fit note.pdf')]);

    expect(JSON.stringify(door.events)).toContain('teams.files-not-fetched');
    expect(JSON.stringify(door.events)).not.toContain('Ana');
  });

  it('of nothing but a card is no file, and says so as ever', async () => {
    await post([{ contentType: 'application/vnd.microsoft.card.hero', content: {} }]);

    expect(said()).toEqual([]);
    expect(door.connector.delivered).toMatchObject([{ activity: { type: 'message' } }]);
  });
});

describe('where a file may be fetched from', () => {
  it.each([
    ['https://fellbridge-my.sharepoint.com/download?tempauth=1', true],
    ['https://sharepoint.com/x', true],
    ['http://fellbridge-my.sharepoint.com/download', false],
    ['https://fellbridge-my.sharepoint.com:8443/download', false],
    ['https://user:pass@fellbridge-my.sharepoint.com/', false],
    ['https://evilsharepoint.com/', false],
    ['https://sharepoint.com.evil.example/', false],
    ['https://10.0.0.1/', false],
    ['https://[::1]/', false],
    ['http://127.0.0.1:3978/console', false],
    ['https://localhost/', false],
    ['not an address', false],
    ['', false],
  ])('%s: %s', (address, may) => {
    expect(mayFetchFrom(address, { loopbackToo: false })).toBe(may);
  });
});
