import { bodyOf, browserOf, field, type Browser } from '../../web/a-browser';
import { another, ASKED, NEW, PARKING, RULE } from '../../console/a-new-rule';
import { decide, openWording, OWN, type OpenWording } from '../../console/open-wording';

describe('writing a new own rule', () => {
  let open: OpenWording;
  let nadia: Browser;
  let olu: Browser;
  beforeAll(async () => {
    open = await openWording();
    nadia = await browserOf(open.url, 'nadia-rahman');
    olu = await browserOf(open.url, 'olu-martins');
  });
  afterAll(() => open.close());

  const send = async (
    form: Readonly<Record<string, string>>,
    { policy = PARKING, browser = nadia }: { policy?: string; browser?: Browser } = {},
  ) => {
    const drawn = (await browser.get(`${NEW}?policy=${policy}`)).text;
    const hidden = ['key', 'message', 'instead'];
    return browser.post(NEW, {
      ...Object.fromEntries(hidden.map((name) => [name, field(drawn, name)])),
      policy,
      organisation: 'fellbridge',
      do: 'preview',
      ...RULE,
      ...form,
    });
  };
  const proposed = async (form: Readonly<Record<string, string>> = {}, more = {}) => {
    const { location, text } = await send({ do: 'send', ...form }, more);
    if (location === null) throw new Error(`It was not sent: ${bodyOf({ text })}`);
    return location;
  };

  it('begins on the pages of the policy and of the national clause', async () => {
    expect(bodyOf(await nadia.get(`/console/knowledge/${PARKING}`))).toContain(
      `href="${NEW}?policy=${PARKING}"`,
    );
    const clause = bodyOf(await nadia.get(`/console/clause?id=${PARKING}.1`));
    expect(clause).toContain('Write an own rule in its place');
    const form = bodyOf(await nadia.get(`${NEW}?policy=${PARKING}&clause=${PARKING}.1`));
    expect(form).toMatch(/<option value="1" selected>/);
    expect(form).toContain('A rule of Fellbridge');
  });

  it.each([
    ['nothing chosen', { replaces: '' }, 'Choose the national clause'],
    ['no heading', { heading: '' }, 'Write a heading'],
    ['a question that is none', { question: 'Parking by the river' }, 'ends with a question mark'],
    ['no words', { text: '' }, 'Write what the rule says'],
    ['an unknown figure', { text: 'It is {price}.' }, 'There is no figure called {price}'],
    ['a word of the language', { text: 'Get {constructor}.' }, 'no figure called {constructor}'],
    ['too few ways of asking', { asks: 'river parking' }, 'ways of asking, at least 5'],
    ['a figure that is none', { 'new-value': 'a lot' }, 'Write permit as a number'],
    ['a heading within', { text: 'One.\n\n## Two\n\nThree.' }, 'Leave out headings'],
    ['a small heading within', { text: 'One.\n\n### Two\n\nThree.' }, 'Leave out headings'],
    ['a heading with a line below it', { text: 'One.\n\nTwo\n---\n' }, 'Leave out headings'],
    ['a link', { text: 'Ask [here](https://evil.example).' }, 'Leave out links'],
    ['a web address', { text: 'See www.evil.example for more.' }, 'Leave out links'],
    ['a picture', { text: 'See ![a map](map.png).' }, 'Leave out pictures'],
    ['a mark of a source', { text: 'You get one. [1]' }, 'in an answer they mark'],
    ['a tag', { text: 'You <b>must</b> ask.' }, 'Leave out signs like &lt;b&gt;'],
    ['a line quoted', { text: 'One.\n\n> Two.' }, 'Leave out lines that begin with &gt;'],
    ['empty brackets', { text: 'It is {} a month.' }, 'Write the name of a figure between'],
    ['a sign nobody sees', { text: 'It is\u200B free.' }, 'nobody can see after “It is”'],
    ['a tab in the heading', { heading: 'Parking\tby the river' }, 'see after “Parking”'],
    ['a line end in the heading', { heading: 'Parking\nby the river' }, 'see after “Parking”'],
    ['a figure in the heading', { heading: 'Parking for {permit}' }, 'not here'],
    ['a link in the heading', { heading: '[Parking](https://evil.example)' }, 'Leave out links'],
    ['a picture in the heading', { heading: '![x](y) parking' }, 'Leave out pictures'],
    ['a mark in the heading', { heading: '# Parking' }, 'without signs such as #'],
    ['a figure in the question', { question: 'Is it {permit} a month?' }, 'not here'],
    ['a turned way of asking', { asks: `${RULE.asks}\nriver \u202Egnikrap` }, 'nobody can see'],
    ['no reason', { reason: '' }, 'Say why'],
  ])('is not taken with %s, and loses no words', async (_, form, problem) => {
    const page = await send(form);

    expect(page.status).toBe(422);
    expect(bodyOf(page)).toContain(problem);
    for (const word of ['Ask the estates desk', 'how do i get a river car park permit'])
      if (!Object.keys(form).some((name) => ['text', 'asks'].includes(name)))
        expect(page.text).toContain(word);
    expect(await open.stores.wordingChanges.waiting(['fellbridge'])).toEqual([]);
  });

  it('shows what it changes in answers, and the ways of asking that do not lead to it', async () => {
    const page = bodyOf(await send({ asks: `${RULE.asks}\nwhere do i eat lunch` }));

    expect(page).toContain('Staff see nothing of it yet.');
    expect(page).toMatch(/A permit is (<[^>]*>)?£12/);
    expect(page).toContain('would be answered without this rule');
    expect(page).toMatch(/without this rule[^]*“where do i eat lunch”/);
    expect(JSON.stringify(await open.asked(ASKED))).not.toContain('£12');
  });

  it('waits for a second person, and answers from the next question on once they approve', async () => {
    const at = await proposed();
    const hers = bodyOf(await nadia.get(at));
    expect(hers).toContain('New rule: Parking by the river at Fellbridge');
    expect(hers).toContain('Nobody approves their own words. Olu Martins can');
    expect((await decide(nadia, at, { do: 'approve' })).status).toBe(403);
    expect(bodyOf(await olu.get('/console/knowledge'))).toContain(
      'New rule: Parking by the river at Fellbridge',
    );
    expect(JSON.stringify(await open.asked(ASKED))).not.toContain('£12');

    expect((await decide(olu, at, { do: 'approve' })).location).toBe(at);

    expect(JSON.stringify(await open.asked(ASKED))).toContain('£12');
    const [rule] = (await open.stores.variations.current('fellbridge')).filter(
      ({ heading }) => heading === RULE.heading,
    );
    expect(rule).toMatchObject({ replaces: null, values: { permit: '£12' } });
    const history = await nadia.get(
      `/console/wording/history?clause=${encodeURIComponent(rule?.id ?? '')}`,
    );
    expect(bodyOf(history)).toContain('Changed by Nadia Rahman, approved by Olu Martins');
    // Pressed again: what they wanted is so.
    expect((await decide(olu, at, { do: 'approve' })).location).toBe(at);
  });

  it('begins the file of a policy that the organisation had none for', async () => {
    const policy = 'flexible-working';
    const before = await open.stores.variations.current('fellbridge');
    expect(before.some((clause) => clause.policy === policy)).toBe(false);

    const rule = another('core hours', 'Be at work from ten to two, unless your manager agrees.');
    await decide(olu, await proposed(rule, { policy }), { do: 'approve' });

    const after = await open.stores.variations.current('fellbridge');
    expect(after.filter((clause) => clause.policy === policy)).toMatchObject([
      { id: `fellbridge/${policy}.1` },
    ]);
  });

  it('gives two who write at once a number each: the second to be published goes on', async () => {
    const policy = 'hybrid-and-remote-working';
    const [first, second] = [
      await proposed(another('desk booking', 'Book a desk on the web page first.'), { policy }),
      await proposed(another('home chairs', 'Ask estates for a chair.'), { policy, browser: olu }),
    ];
    await decide(olu, first, { do: 'approve' });
    const waits = bodyOf(await nadia.get(second));

    expect(waits).not.toContain('cannot be published');
    await decide(nadia, second, { do: 'turn-down', reason: 'We have one of these.' });
    const goOn = `${NEW}?policy=${policy}&change=${second.split('/').at(-1)!}`;
    expect(bodyOf(await olu.get(goOn))).toContain('home chairs at Fellbridge');
  });

  it('keeps its own title where another rule got its number, and stands on no page of that one', async () => {
    const policy = 'carers-leave-and-time-off-for-dependants';
    const at = await proposed(another('dog walks', 'Walk the dog before work.'), { policy });
    const [first] = (await open.stores.wordingChanges.waiting(['fellbridge'])).slice(-1);
    const rule = { ...first!.rule!, heading: 'Cat naps at Fellbridge' };
    // As two who ask at the same moment do.
    await open.stores.wordingChanges.propose({ ...first!, id: 'twin-00001', rule });
    await decide(olu, at, { do: 'approve' });

    const lost = bodyOf(await nadia.get('/console/wording/changes/twin-00001'));
    expect(lost).toContain('New rule: Cat naps at Fellbridge');
    expect(lost).not.toContain('dog walks at Fellbridge');
    expect(lost).toContain('Another new rule of this policy was published');
    const clause = encodeURIComponent(first!.clause);
    for (const page of ['clause?id', 'wording?clause', 'wording/history?clause']) {
      const theirs = await nadia.get(`/console/${page}=${clause}`);
      expect([page, theirs.status, theirs.text.includes('twin-00001')]).toEqual([page, 200, false]);
    }
  });

  it('sent once more with another organisation or other words is another change: none is lost', async () => {
    const policy = 'parental-leave-unpaid';
    const drawn = (await olu.get(`${NEW}?policy=${policy}`)).text;
    const hidden = Object.fromEntries(
      ['key', 'message', 'instead'].map((name) => [name, field(drawn, name)] as const),
    );
    const press = async (form: Readonly<Record<string, string>>) =>
      (
        await olu.post(NEW, {
          ...RULE,
          ...another('toy loans', 'Ask the desk for a toy.'),
          ...hidden,
          policy,
          do: 'send',
          ...form,
        })
      ).location;
    const first = await press({ organisation: 'fellbridge' });
    expect(await press({ organisation: 'fellbridge' })).toBe(first);
    const vale = await press({ organisation: 'vale' });
    const other = await press({ organisation: 'fellbridge', text: 'Ask Ward 7 for a toy.' });

    expect(new Set([first, vale, other]).size).toBe(3);
    const [theirs] = await open.stores.wordingChanges.waiting(['vale']);
    expect(theirs).toMatchObject({
      organisation: 'vale',
      wording: { text: 'Ask the desk for a toy.' },
    });
    expect(bodyOf(await olu.get(other ?? ''))).toContain('Ask Ward 7 for a toy.');
  });

  it('is not written twice over one national clause', async () => {
    const policy = OWN.slice('fellbridge/'.length).replace(/\.\d+$/, '');
    const page = await send({ replaces: '20' }, { policy });
    expect(page.status).toBe(422);
    expect(bodyOf(page)).toContain('is in place of that clause already. Change that one');
  });

  it('keeps the figures of the national clause that requests are held against', async () => {
    const policy = 'adoption-leave';
    const rule = { ...another('adoption notice', 'Tell us early.'), replaces: '12' };
    const without = await send(rule, { policy });
    expect(without.status).toBe(422);
    expect(bodyOf(without)).toMatch(
      /Give the figure notice too, and write \{notice\}[^<]*“[^”]*doption leave”[^<]*checked against it\. It is 28 days in the national clause/i,
    );
    const text = 'Tell us **{notice}** before the first day.';
    const other = { ...rule, text, 'new-name': 'notice' };
    const percent = bodyOf(await send({ ...other, 'new-value': '90%' }, { policy }));
    expect(percent).toContain('Write notice so that it can be counted like “28 days”');

    expect(bodyOf(await send({ ...other, 'new-value': '6 weeks' }, { policy }))).toContain(
      'What the new rule does',
    );
  });

  it('is no business of anybody else', async () => {
    for (const person of ['fern-lacey', 'yusuf-demir']) {
      const other = await browserOf(open.url, person);
      expect((await other.get(`${NEW}?policy=${PARKING}`)).status).toBe(403);
    }
    const joseph = await browserOf(open.url, 'joseph-amadi');
    expect([403, 422]).toContain((await send({ do: 'send' }, { browser: joseph })).status);
  });
});
