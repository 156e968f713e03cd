import { createDisguise } from '../../bot/console/disguise';
import { builtInKnowledge } from '../golden/stage';
import { bodyOf, browserOf, field, type Browser } from '../web/a-browser';
import { aLongTalk, converse, CONVERSATION, opened, rated } from './a-conversation';
import { openConsole, type OpenConsole } from './open-console';

const disguise = createDisguise('a-secret-for-tests');
const TRANSCRIPT = `/console/transcripts/${disguise.seal(CONVERSATION)}`;
const ALL = '/console/content-tasks';
const POLICY = 'annual-leave-and-bank-holidays';

describe('content tasks', () => {
  let open: OpenConsole;
  let nadia: Browser;

  beforeEach(async () => {
    open = await openConsole({ policies: builtInKnowledge().set });
    await converse(open.stores, aLongTalk);
    nadia = await browserOf(open.url, 'nadia-rahman');
  }, 60_000);
  afterEach(() => open.close());

  const judge = async (interaction = 'i1', at = TRANSCRIPT, cause = 'clause-missing') => {
    const { text } = await nadia.get(at);
    const form = { key: field(text, 'key'), message: field(text, 'message'), interaction };
    await nadia.post(`${at}/review`, { ...form, verdict: 'wrong', cause });
  };
  const press = async (changes: Record<string, string> = {}, at = 'i1', browser = nadia) => {
    const { text } = await nadia.get(TRANSCRIPT);
    const form = { key: field(text, 'key'), message: field(text, 'message'), policy: POLICY };
    return browser.post(`/console/reviews/${at}/content-task`, { ...form, ...changes });
  };
  const list = async (query = '', browser = nadia) => bodyOf(await browser.get(`${ALL}${query}`));
  const address = async () => /href="(\/console\/content-tasks\/[^"]+)"/.exec(await list())?.[1];
  const move = async (form: Record<string, string>) => {
    const at = (await address()) ?? '';
    const { text } = await nadia.get(at);
    return nadia.post(at, { key: field(text, 'key'), from: field(text, 'from'), ...form });
  };
  /** Ana asks for a reply. */
  const wish = () =>
    converse(open.stores, [
      {
        message: 'wish',
        expectedVersion: 5,
        effects: [{ ...rated('i1', { rating: null }), wantsReply: true }],
      },
    ]);

  it('come from a gap, in one press, for the owner of the policy that was cited', async () => {
    await judge('i1', TRANSCRIPT, 'search-missed');
    expect(bodyOf(await nadia.get(TRANSCRIPT))).not.toContain('Make it a content task');
    await judge();
    const page = bodyOf(await nadia.get(TRANSCRIPT));
    expect(page).toContain('Make it a content task');
    expect(page).toMatch(new RegExp(`value="${POLICY}" selected`));

    expect((await press()).location).toBe(ALL);
    expect(await list()).toMatch(
      /Annual leave and bank holidays: a clause is missing.*National people policy team.*Open/,
    );
  });

  it('are one for one gap, however many people meet it', async () => {
    await judge();
    const other = 'web:tom-okafor';
    const tom = { person: 'tom-okafor', organisation: 'fellbridge', conversation: other };
    await converse(
      open.stores,
      [
        {
          said: 'what of nights',
          interaction: 'i2',
          effects: [opened('i2', tom), rated('i2', { rating: 'no', person: 'tom-okafor' })],
        },
      ],
      tom,
    );
    await judge('i2', `/console/transcripts/${disguise.seal(other)}`);
    await press();
    await press();
    await press({}, 'i2');
    expect(await list()).toContain('1 task');
    const page = bodyOf(await nadia.get((await address()) ?? ''));
    expect(page).toContain('what of nights');
    expect(page).toContain('does [name] get 33 days?');
    expect(page).not.toContain('Priya');
  });

  it('are told of beside the answer that led to them', async () => {
    await judge();
    await press();
    const beside = bodyOf(await nadia.get(TRANSCRIPT));
    expect(beside).toContain(`href="${(await address()) ?? 'none'}"`);
    expect(beside).toMatch(/Content task.*Annual leave and bank holidays.*Open/);
  });

  it('are moved on, and need a reason where they will not be done', async () => {
    await judge();
    await press();
    expect((await move({})).text).toContain('Choose what happens to this task');
    expect((await move({ state: 'being-written' })).status).toBe(303);
    expect(await list()).toContain('Being written');
    const none = await move({ state: 'will-not-be-done' });
    expect([none.status, none.text.includes('Say why it will not be done')]).toEqual([422, true]);
    const late = await move({ state: 'done', from: 'open' });
    expect([late.status, late.text.includes('A colleague was quicker')]).toEqual([409, true]);

    const at = (await address()) ?? '';
    await move({ state: 'will-not-be-done', reason: 'It is set locally.' });
    expect(await list()).toContain('There are no open content tasks');
    // What was closed stays so.
    const key = field((await nadia.get(at)).text, 'key');
    const again = await nadia.post(at, { key, from: 'will-not-be-done', state: 'open' });
    expect(again.status).toBe(422);
    expect(await list('?show=closed')).toMatch(/Will not be done.*It is set locally\./);
  });

  it('closed, offer a reply to each who asked for one, and to nobody else', async () => {
    await wish();
    await judge();
    await press();
    const at = (await address()) ?? '';
    expect(await list()).toContain('1 asked for a reply');
    expect(bodyOf(await nadia.get(at))).not.toContain('Send the reply');
    await move({ state: 'done' });

    const page = await nadia.get(at);
    expect(page.text).toContain('We changed the policy “Annual leave and bank holidays”.');
    expect(bodyOf(page)).toContain('Something was missing. what about [name] and [name]');
    const sent = await nadia.post('/console/reviews/i1', {
      key: field(page.text, 'key'),
      message: field(page.text, 'message'),
      task: field(page.text, 'task'),
      do: 'reply',
      said: 'It was missing',
      done: 'We wrote it.',
    });
    expect([sent.status, sent.location]).toEqual([303, at]);
    expect(bodyOf(await nadia.get(at))).not.toContain('Send the reply');
    const told = (await open.stores.outgoing.history(CONVERSATION, 0, 50)).at(-1);
    expect(told?.reply.text).toContain('We wrote it.');
  });

  it('are not for whom those who led to them report to, and count nobody of theirs', async () => {
    const asks = async (person: string, interaction: string) => {
      const conversation = `web:${person}`;
      const theirs = { person, conversation, organisation: 'orchard-street' };
      const effects = [opened(interaction, theirs), rated(interaction, { rating: 'no', person })];
      await converse(open.stores, [{ said: 'an odd one', interaction, effects }], theirs);
      return `/console/transcripts/${disguise.seal(conversation)}`;
    };
    const olu = await browserOf(open.url, 'olu-martins');
    const maya = await browserOf(open.url, 'maya-lund');
    nadia = olu;
    await judge('i7', await asks('devon-clarke', 'i7'));
    await press({}, 'i7', olu);
    const at = (await address()) ?? '';
    expect((await olu.get(at)).text).toContain('an odd one');

    expect(await list('', maya)).toContain('There are no open content tasks');
    expect((await maya.get(at)).status).toBe(404);
    const key = field((await maya.get('/console')).text, 'key');
    expect((await maya.post(at, { key, from: 'open', state: 'done' })).status).toBe(404);
    await judge('i8', await asks('william-tate', 'i8'));
    await press({}, 'i8', olu);
    // Nor is what her own manager asked, though others read both.
    expect((await olu.get(at)).text.match(/an odd one/g)).toHaveLength(2);
    expect(await list('', maya)).toContain('There are no open content tasks');
  });

  it('are another organisation’s for nobody', async () => {
    await judge();
    await press();
    const joseph = await browserOf(open.url, 'joseph-amadi');
    expect(await list('?organisation=fellbridge', joseph)).toContain('no open content tasks');
    expect((await joseph.get((await address()) ?? '')).status).toBe(404);
    const key = field((await joseph.get('/console')).text, 'key');
    expect((await press({ key }, 'i1', joseph)).status).toBe(404);
    expect((await press({ policy: 'nonsense' })).status).toBe(422);
    const fern = await browserOf(open.url, 'fern-lacey');
    expect((await fern.get(ALL)).status).toBe(403);
  });
});
