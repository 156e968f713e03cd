import { createIntake } from '../../bot/attachments/take-in';
import { wording } from '../../bot/wording';
import { answerBeforeBody } from '../support/answer-before-body';
import { aJpeg, aPdf } from '../support/some-files';
import { aBrowser, field, type Browser } from './a-browser';
import { openWeb, type OpenWeb } from './open-web';

const MOST = 1024 * 1024;
const upload = { draft: 'd1', what: 'your fit note', most: 5 };
const JSON_TOO = { accept: 'application/json' };

describe('a file in the web chat', () => {
  let web: OpenWeb;
  let ana: Browser;
  const kept = new Map<string, Uint8Array>();

  beforeEach(async () => {
    kept.clear();
    const keep = { put: async (id: string, bytes: Uint8Array) => void kept.set(id, bytes) };
    web = await openWeb({
      intake: createIntake(keep, { mostBytes: MOST, mostFiles: 5 }),
      script: { 'fit note': { outcome: 'request', text: 'The first day?', upload } },
    });
    ana = aBrowser(web.url);
    await ana.signIn('ana-pires');
  });
  afterEach(() => web.close());

  const added = () => web.conversation.turns.map(({ said }) => said).slice(1);
  async function choose(
    files: readonly (readonly [string, Uint8Array])[],
    { headers = {}, key }: { headers?: Record<string, string>; key?: string } = {},
  ) {
    const { text } = await ana.get('/chat');
    const form = new FormData();
    form.set('key', key ?? field(text, 'key'));
    form.set('message', field(text, 'message'));
    form.set('draft', field(text, 'draft'));
    for (const [name, bytes] of files)
      form.append('files', new Blob([Uint8Array.from(bytes)]), name);
    return ana.postForm('/chat/files', form, headers);
  }

  it('can be added where a request takes one, and nowhere else', async () => {
    expect((await ana.get('/chat')).text).not.toContain('type="file"');
    await ana.say('fit note');
    const { text } = await ana.get('/chat');

    expect(text).toContain('enctype="multipart/form-data"');
    expect(text).toMatch(/<summary [^>]*>(<[^>]*>)*Add your fit note \(optional\)</);
    expect(text).toContain('for="file">Choose a photo or a PDF of your fit note</label>');
    expect(text).toContain('value="d1"');
    await ana.say('something else');
    expect((await ana.get('/chat')).text).not.toContain('type="file"');
  });

  it('is kept and becomes a turn of the person, without a script', async () => {
    await ana.say('fit note');
    const sent = await choose([['note.pdf', aPdf()]]);

    expect([sent.status, sent.location]).toEqual([303, '/chat#latest']);
    expect(added()).toMatchObject([
      {
        kind: 'files',
        draft: 'd1',
        files: [{ name: 'note.pdf', type: 'application/pdf' }],
        refused: [],
      },
    ]);
    expect([...kept.values()].map((bytes) => Buffer.from(bytes))).toEqual([Buffer.from(aPdf())]);
  });

  it('comes back as the new messages, with a script', async () => {
    await ana.say('fit note');
    const sent = await choose([['note.pdf', aPdf()]], { headers: JSON_TOO });

    expect(sent.status).toBe(200);
    expect(JSON.parse(sent.text)).toMatchObject({ html: expect.stringContaining('note.pdf') });
  });

  it('may be several, of which the good ones are taken', async () => {
    await ana.say('fit note');
    await choose([
      ['one.jpg', aJpeg()],
      ['two.exe', Buffer.from('MZ')],
    ]);

    expect(added()).toMatchObject([
      { files: [{ name: 'one.jpg' }], refused: [{ name: 'two.exe', problem: 'unknown-kind' }] },
    ]);
  });

  it('may be many, of which no more are taken than a request takes', async () => {
    await ana.say('fit note');
    const { status } = await choose(
      Array.from({ length: 12 }, (_, n) => [`${n}.pdf`, aPdf(`${n}`)] as const),
    );

    expect(status).toBe(303);
    expect(added()).toMatchObject([{ count: 12, files: { length: 5 }, refused: [] }]);
    expect(kept.size).toBe(5);
  });

  it('sent twice from one page is one turn', async () => {
    await ana.say('fit note');
    const { text } = await ana.get('/chat');
    const form = () => {
      const filled = new FormData();
      for (const name of ['key', 'message', 'draft']) filled.set(name, field(text, name));
      filled.set('files', new Blob([Uint8Array.from(aPdf())]), 'note.pdf');
      return filled;
    };
    await ana.postForm('/chat/files', form());
    await ana.postForm('/chat/files', form());

    expect(added()).toHaveLength(1);
    expect(kept.size).toBe(1);
  });

  it.each<[string, readonly (readonly [string, Uint8Array])[], string]>([
    ['none was chosen', [], wording.files.chooseFirst],
    ['it is empty', [['note.pdf', new Uint8Array()]], '“note.pdf” is empty.'],
    [
      'it is a web page',
      [['note.html', Buffer.from('<script>1</script>')]],
      'not a photo or a PDF',
    ],
    ['it is not what its name says', [['note.pdf', aJpeg()]], 'not what its name says'],
    ['it is too big', [['note.pdf', aPdf('x'.repeat(MOST))]], 'is too big: 1 MB is the most'],
    ['it is far too big', [['note.pdf', aPdf('x'.repeat(2 * MOST))]], 'more than 1 MB in one go'],
  ])(
    'is refused in plain words on the page where %s, and nothing is kept',
    async (_, files, words) => {
      await ana.say('fit note');
      const { status, text } = await choose(files);

      expect([413, 422]).toContain(status);
      expect(text).toContain('Your file was not added');
      expect(text).toContain(words);
      expect(text).toMatch(/id="file-problem" role="alert"><span class="nhsuk-error-message">/);
      expect(added()).toEqual([]);
      expect(kept.size).toBe(0);
    },
  );

  it('is refused in the same words to a script', async () => {
    await ana.say('fit note');
    const { status, text } = await choose([['note.pdf', aJpeg()]], { headers: JSON_TOO });

    expect(status).toBe(422);
    expect(JSON.parse(text)).toEqual({
      error: wording.files.refused('not-its-name', 'note.pdf', MOST),
    });
  });

  it('shows a name as it is, never as part of the page', async () => {
    await ana.say('fit note');
    const { text } = await choose([['<img src=x onerror=alert(1)>.pdf', aJpeg()]]);

    expect(text).not.toContain('<img src=x');
  });

  it.each<[string, Parameters<typeof choose>[1]]>([
    ['another site', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a page without the session’s key', { key: 'guessed' }],
  ])('is not taken from %s', async (_, how) => {
    await ana.say('fit note');
    const { status } = await choose([['note.pdf', aPdf()]], how);

    expect(status).toBe(403);
    expect(kept.size).toBe(0);
  });

  it.each([
    ['a page', {}, { status: 303, location: '/who?ended=quiet' }],
    ['a script', JSON_TOO, { status: 401 }],
  ])('is not read at all from %s of nobody who has signed in', async (_, headers, answer) => {
    expect(await answerBeforeBody(`${web.url}/chat/files`, headers)).toMatchObject(answer);
  });

  it('is not read at all from a page that gave this machine a name of its own', async () => {
    const answer = await answerBeforeBody(`${web.url}/chat/files`, { host: 'evil.example' });

    expect(answer).toMatchObject({ status: 403 });
  });

  it('is not looked for among more parts than any form has', async () => {
    await ana.say('fit note');
    const many = Array.from({ length: 60 }, (_, n) => [`${n}.pdf`, new Uint8Array()] as const);

    const { status } = await choose(many);

    expect([status, added()]).toEqual([400, []]);
  });

  it('that did not arrive whole is asked for again', async () => {
    await ana.say('fit note');
    const { status, text } = await ana.postForm('/chat/files', '--cut\r\nshort', {
      'content-type': 'multipart/form-data; boundary=cut',
    });

    expect(status).toBe(400);
    expect(text).toContain(wording.files.notUnderstood);
  });

  it('is given back to be sent again where the turn failed', async () => {
    await ana.say('fit note');
    web.conversation.failNext();
    const { status, text } = await choose([['note.pdf', aPdf()]]);

    expect(status).toBe(503);
    expect(text).toContain(wording.errors.failed);
  });
});
