import { DeskUnreachable } from '../../bot/desk/desk-client';
import { aBrowser, field, type Browser } from '../web/a-browser';
import { ask, ID } from './ask-for-a-person';
import { handIn } from './hand-in';
import { openConsole, type OpenConsole } from './open-console';

const FORMS = [
  [
    'Asked the requester',
    { do: 'write', kind: 'asked', text: 'Which days?', message: 'form-0001' },
  ],
  ['Given to Hannah Silva', { do: 'assign', to: 'hannah-silva', from: '' }],
  [
    'Expected by Monday 8 March 2027',
    { do: 'expected', day: '8', month: '3', year: '2027', seen: '', note: 'We are short.' },
  ],
  ['Received → Approved', { status: 'approved', expected: 'received', note: 'Agreed.' }],
] as const;

describe('what was done in the console', () => {
  let open: OpenConsole;
  let fern: Browser;
  let path: string;
  let key: string;

  const begin = async (parts: Parameters<typeof openConsole>[0] = {}) => {
    open = await openConsole(parts);
    fern = await signedIn('fern-lacey');
    path = `/console/requests/${await handIn(open)}`;
    key = field((await fern.get(path)).text, 'key');
  };
  const signedIn = async (person: string): Promise<Browser> => {
    const browser = aBrowser(open.url);
    await browser.signIn(person);
    return browser;
  };
  const deeds = async () =>
    (await open.stores.reading.audits(30)).flatMap(({ who, did, reason }) =>
      did.startsWith('changed') ? [[who, reason]] : [],
    );
  afterEach(() => open.close());

  it.each(FORMS)('is written down once, however often it was pressed: %s', async (reason, form) => {
    await begin();
    const pressed = await Promise.all([1, 2, 3].map(() => fern.post(path, { key, ...form })));

    expect(pressed.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await deeds()).toEqual([['fern-lacey', reason]]);
  });

  it.each(FORMS)(
    'is written down by the second press where the first had no answer: %s',
    async (reason, form) => {
      let lost = 0;
      const losing = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
        await answer;
        if ((lost += 1) === 1) throw new DeskUnreachable('Its answer was lost.');
        return answer;
      };
      await begin({
        between: (client) => ({
          ...client,
          changeStatus: (...change) => losing(client.changeStatus(...change)),
          assign: (...change) => losing(client.assign(...change)),
          write: (...change) => losing(client.write(...change)),
          expect: (...change) => losing(client.expect(...change)),
        }),
      });

      expect((await fern.post(path, { key, ...form })).status).toBe(503);
      expect(await deeds()).toEqual([]);
      expect((await fern.post(path, { key, ...form })).status).toBe(303);
      expect(await deeds()).toEqual([['fern-lacey', reason]]);
    },
  );

  it('is not put down to a colleague who wanted the same a moment later', async () => {
    await begin();
    const kofi = await signedIn('kofi-mensah-reid');
    const theirKey = field((await kofi.get(path)).text, 'key');
    const form = { do: 'assign', to: 'hannah-silva', from: '' };
    await fern.post(path, { key, ...form });

    expect((await kofi.post(path, { key: theirKey, ...form })).status).toBe(303);
    expect(await deeds()).toEqual([['fern-lacey', 'Given to Hannah Silva']]);
  });

  it('is each written down where the same is done again later', async () => {
    await begin();
    for (const [to, from] of [
      ['hannah-silva', ''],
      ['', 'hannah-silva'],
      ['hannah-silva', ''],
    ] as const)
      await fern.post(path, { key, do: 'assign', to, from });

    expect((await deeds()).map(([, reason]) => reason)).toEqual([
      'Given to Hannah Silva',
      'Gave it back',
      'Given to Hannah Silva',
    ]);
  });

  it('is one reply to who waits for one where it was sent twice, and two with other words', async () => {
    await begin();
    await ask(open);
    const conversation = `/console/conversations/${ID}`;
    await fern.post(conversation, { key, do: 'take' });
    const before = (await fern.get(`${conversation}?done=answered`)).text;
    expect(before).not.toContain('Your reply was sent.');
    const form = { key, do: 'answer', message: 'form-0001' };
    const reply = (note: string) => fern.post(conversation, { ...form, note });

    for (const note of ['I look into it.', 'I look into it.', 'It is paid on Friday.'])
      expect(await reply(note)).toMatchObject({ status: 303 });

    const { text } = await fern.get(`${conversation}?done=answered`);
    expect(text).toContain('Your reply was sent.');
    expect(text.match(/I look into it\./g)).toHaveLength(1);
    expect(text).toContain('It is paid on Friday.');
    expect((await deeds()).map(([, reason]) => reason)).toEqual(['Replied', 'Replied', 'Took it']);
  });
});
