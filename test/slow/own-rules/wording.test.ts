import { bodyOf, browserOf, field, type Browser } from '../../web/a-browser';
import {
  decide,
  openWording,
  OWN,
  proposed,
  sendWording,
  TEXT,
  wordingOf,
  type OpenWording,
} from '../../console/open-wording';
import { NOON } from '../../console/open-console';

const CARRY = 'can i carry leave over to next year';

describe('changing an own rule', () => {
  let open: OpenWording;
  let nadia: Browser;
  let olu: Browser;
  beforeAll(async () => {
    open = await openWording();
    nadia = await browserOf(open.url, 'nadia-rahman');
    olu = await browserOf(open.url, 'olu-martins');
  });
  afterAll(() => open.close());

  const audits = async () =>
    (await open.stores.reading.audits(50)).map(({ did, who }) => `${did} ${who}`);

  it('begins on the rule’s own page, beside the national words, which nobody can change', async () => {
    const national = bodyOf(
      await nadia.get('/console/clause?id=annual-leave-and-bank-holidays.20'),
    );
    expect(national).toContain('Carrying leave over at Fellbridge');
    expect(national).not.toContain('Change the wording');
    const own = bodyOf(await nadia.get(`/console/clause?id=${encodeURIComponent(OWN)}`));
    expect(own).toContain(`href="${wordingOf(OWN)}"`);

    const form = bodyOf(await nadia.get(wordingOf(OWN)));
    expect(form).toContain('{most-carried}');
    expect(form).toContain('value="37.5 hours"');
    expect(form).toContain('This is set locally.');
    expect((await nadia.get(wordingOf('annual-leave-and-bank-holidays.20'))).status).toBe(404);
  });

  it.each([
    ['no words', { text: ' ' }, 'Write what the rule says'],
    [
      'a figure without a number',
      { 'value-most-carried': 'lots' },
      'Write most-carried as a number',
    ],
    ['an unknown figure', { text: 'Up to {most}.' }, 'There is no figure called {most}'],
    ['a heading', { text: 'Words.\n\n## More\n\nWords.' }, 'Leave out headings'],
    ['a dead link', { text: `${TEXT} See [more](/policies/nothing).` }, 'leads nowhere'],
    [
      'hard words',
      {
        text: 'Notwithstanding contractual entitlements, organisational considerations necessitate prioritisation of operational continuity requirements throughout.',
      },
      'reading grade',
    ],
    ['a new figure without a name', { 'new-value': '3 days' }, 'Name the figure in small letters'],
    ['no reason', { reason: 'why' }, 'Say why'],
    ['nothing changed', { text: '', 'value-most-carried': '37.5 hours' }, 'Nothing is changed yet'],
  ])('is not taken with %s, and loses no words', async (what, form, problem) => {
    const now = field((await nadia.get(wordingOf(OWN))).text, 'base');
    expect(now).not.toBe('');
    const text =
      what === 'nothing changed' ? open.seedText(OWN) : ('text' in form && form.text) || TEXT;
    const page = await sendWording(nadia, { ...form, text });

    expect(page.status).toBe(422);
    expect(bodyOf(page).toLowerCase()).toContain(problem.toLowerCase());
    const last = text.trim().split('\n').at(-1)!;
    expect(page.text).toContain(last);
    expect(await open.stores.wordingChanges.waiting(['fellbridge'])).toEqual([]);
  });

  it('shows which questions would be answered otherwise, and changes nothing yet', async () => {
    const page = bodyOf(await sendWording(nadia, {}));

    expect(page).toContain('Nothing is changed yet.');
    expect(page).toContain('how many hours can i carry over');
    expect(page).toMatch(/<mark>45 hours/);
    expect(page).toMatch(/<mark>37\.5 hours/);
    expect(JSON.stringify(await open.asked(CARRY))).toContain('37.5 hours');
    expect(await open.stores.wordingChanges.waiting(['fellbridge'])).toEqual([]);
  });

  it('waits for a second person, and counts from the next question on once they approve', async () => {
    const at = await proposed(nadia);
    const hers = bodyOf(await nadia.get(at));
    expect(hers).toContain('Nobody approves their own words. Olu Martins can');
    expect(hers).not.toContain('Approve and publish');
    expect((await decide(nadia, at, { do: 'approve' })).status).toBe(403);
    expect(JSON.stringify(await open.asked(CARRY))).toContain('37.5 hours');
    expect(bodyOf(await olu.get('/console'))).toContain('1 changed rule waits for your approval');
    expect(bodyOf(await nadia.get('/console'))).not.toContain('waits for your approval');
    expect(bodyOf(await olu.get('/console/knowledge'))).toContain('The board agreed 45 hours.');

    const approved = await decide(olu, at, { do: 'approve' });

    expect([approved.status, approved.location]).toEqual([303, at]);
    expect(JSON.stringify(await open.asked(CARRY))).toContain('45 hours');
    expect(bodyOf(await nadia.get(at))).toContain('Published by Olu Martins, Today, 12:00.');
    expect(
      (await open.stores.variations.current('fellbridge')).find(({ id }) => id === OWN),
    ).toMatchObject({ version: '2027.1', values: { 'most-carried': '45 hours' } });
    expect((await audits()).slice(0, 2)).toEqual([
      'published-wording olu-martins',
      'proposed-wording nadia-rahman',
    ]);
    // Pressed again: what they wanted is so.
    expect((await decide(olu, at, { do: 'approve' })).location).toBe(at);
    expect(await open.stores.variations.version('fellbridge')).toBe(14);
  });

  it('tells its history, and puts an old wording forward again in one press', async () => {
    const history = `/console/wording/history?clause=${encodeURIComponent(OWN)}`;
    const page = await nadia.get(history);
    expect(bodyOf(page)).toContain('Changed by Nadia Rahman, approved by Olu Martins');
    expect(bodyOf(page)).toContain('It began with this');

    const [key, message] = [field(page.text, 'key'), field(page.text, 'message')];
    const back = await nadia.post('/console/wording/history', {
      key,
      message,
      clause: OWN,
      version: '0',
    });
    const waits = bodyOf(await nadia.get(back.location!));
    expect(waits).toContain('Puts back the wording of Wednesday 7 October 2026.');
    await decide(olu, back.location!, { do: 'approve' });
    expect(JSON.stringify(await open.asked(CARRY))).toContain('37.5 hours');
  });

  it('is turned down with a reason that its writer reads, or taken back', async () => {
    const at = await proposed(nadia);
    const bare = await decide(olu, at, { do: 'turn-down', reason: 'no' });
    expect([bare.status, bodyOf(bare).includes('Say why not')]).toEqual([422, true]);
    await decide(olu, at, { do: 'turn-down', reason: 'The board has not met yet.' });
    expect(bodyOf(await nadia.get(at))).toContain('“The board has not met yet.”');

    const other = await proposed(nadia);
    expect((await decide(olu, other, { do: 'take-back' })).status).toBe(403);
    await decide(nadia, other, { do: 'take-back' });
    expect(bodyOf(await nadia.get(other))).toContain('Taken back');
    const late = await decide(olu, other, { do: 'approve' });
    expect([late.status, bodyOf(late).includes('A colleague was quicker')]).toEqual([409, true]);
  });

  it('says so where somebody changed the same rule meanwhile, keeps both words, and lets one go on', async () => {
    const [first, second] = [
      await proposed(nadia, { 'value-most-carried': '30 hours' }),
      await proposed(olu, { 'value-most-carried': '22.5 hours' }),
    ];
    const writing = await nadia.get(wordingOf(OWN));
    expect(bodyOf(writing)).toContain('Olu Martins has changed it too');
    await decide(olu, first, { do: 'approve' });

    const waits = await decide(nadia, second, { do: 'approve' });
    expect(waits.status).toBe(409);
    expect(bodyOf(waits)).toContain('The rule was changed since this was written.');
    expect(bodyOf(waits)).toContain('22.5 hours');
    const stale = await nadia.post('/console/wording', {
      key: field(writing.text, 'key'),
      clause: OWN,
      message: field(writing.text, 'message'),
      base: field(writing.text, 'base'),
      do: 'send',
      text: `${TEXT} Mine.`,
      'value-most-carried': '37.5 hours',
      reason: 'I wrote it meanwhile.',
    });
    expect(stale.status).toBe(409);
    expect(bodyOf(stale)).toContain('Somebody changed it while you wrote');
    expect(stale.text).toContain(`${TEXT} Mine.`);
    expect(stale.text).toContain('I wrote it meanwhile.');

    const goOn = `${wordingOf(OWN)}&change=${second.split('/').at(-1)!}`;
    expect(bodyOf(await olu.get(goOn))).toContain('22.5 hours');
    const again = await sendWording(olu, { do: 'send', 'value-most-carried': '22.5 hours' }, goOn);
    expect(bodyOf(await olu.get(second))).toContain('Written anew');
    await decide(nadia, again.location!, { do: 'approve' });
    expect(JSON.stringify(await open.asked(CARRY))).toContain('22.5 hours');
  });

  it('goes into answers again in the same press, never once more as it was', async () => {
    const change = { organisation: 'fellbridge', clause: OWN, by: 'nadia-rahman', at: NOON };
    await open.stores.withheld.takeOut({ ...change, reason: 'It may be wrong.' });
    const at = await proposed(nadia, { 'value-most-carried': '37.5 hours' });
    expect(await open.asked(CARRY)).toMatchObject({ kind: 'not-covered', why: 'being-checked' });
    await decide(olu, at, { do: 'approve', 'put-back': 'yes' });

    expect(await open.stores.withheld.of('fellbridge')).toEqual([]);
    const told = JSON.stringify(await open.asked(CARRY));
    expect(told).toContain('37.5 hours');
    expect(told).not.toContain('22.5 hours');
  });

  it('is no business of anybody else', async () => {
    const at = await proposed(nadia);
    for (const person of ['joseph-amadi', 'fern-lacey', 'yusuf-demir']) {
      const other = await browserOf(open.url, person);
      expect([403, 404]).toContain((await other.get(at)).status);
      expect([403, 404]).toContain((await other.get(wordingOf(OWN))).status);
      const key = field((await other.get('/chat')).text, 'key');
      expect([403, 404]).toContain((await other.post(at, { key, do: 'approve' })).status);
    }
    expect(await open.stores.wordingChanges.waiting(['fellbridge'])).toHaveLength(1);
  });
});
