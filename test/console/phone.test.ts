import { aCommit } from '../contracts/samples';
import { directory } from '../support/directory';
import { bodyOf, browserOf, buttons, field, sendForm, type Browser } from '../web/a-browser';
import { converse } from './a-conversation';
import { MINUTE, openConsole, type OpenConsole } from './open-console';
import { talkOn } from '../support/talk-on-stores';

const PHONE = '/console/phone';

describe('help by phone', () => {
  let open: OpenConsole;
  let fern: Browser;

  beforeEach(async () => {
    open = await openConsole({ talk: talkOn });
    fern = await signedIn('fern-lacey');
  });
  afterEach(() => open.close());

  const signedIn = (person: string) => browserOf(open.url, person);
  const search = async (who: string, more: Record<string, string> = {}, browser = fern) => {
    const key = field((await browser.get(PHONE)).text, 'key');
    return browser.post(PHONE, { key, do: 'search', who, ...more });
  };
  const start = async (person: string, browser = fern) => {
    const who = person.replaceAll('-', ' ');
    return search(who, { do: 'start', person, checked: 'yes' }, browser);
  };
  /** @returns the address of the call with Ana */
  const calling = async (person = 'ana-pires') => {
    const { location } = await start(person);
    if (location === null) throw new Error('No call was started.');
    return location;
  };
  const send = (path: string, form: Record<string, string>, browser = fern) =>
    sendForm(browser, path, form);
  const say = async (path: string, text: string) => {
    expect(await send(path, { text })).toMatchObject({ status: 303 });
    return bodyOf(await fern.get(path));
  };
  const press = async (path: string, label: string) => {
    const found = buttons((await fern.get(path)).text).find((each) => each.label === label);
    return send(path, { press: found?.press ?? '' });
  };
  const told = async (conversation = 'web:ana-pires') =>
    (await open.stores.outgoing.history(conversation, 0, 50))
      .filter(({ kind }) => kind === 'notice')
      .map(({ reply }) => reply);
  const audits = async () =>
    (await open.stores.reading.audits(20)).map(({ who, did, what }) => [who, did, what]);

  it('finds a caller by name, place or e-mail, and writes each search down', async () => {
    expect(bodyOf(await search('ana pir'))).toMatch(/Ana Pires.*Staff Nurse, Ward 7 · ana\.pires@/);
    expect(bodyOf(await search('ward 7'))).toMatch(/Ana Pires.*Grace Adeyemi.*Jin Park/);
    expect(bodyOf(await search('jin.park@fellbridge'))).toContain('Bank Staff Nurse, Staff bank');
    expect(bodyOf(await search('zoltan'))).toContain('We found nobody like that');
    expect(bodyOf(await search('zoltan'))).toContain('who is not in the staff directory');

    expect((await audits()).map(([, did, what]) => [did, what])).toEqual(
      ['zoltan', 'zoltan', 'jin.park@fellbridge', 'ward 7', 'ana pir'].map((what) => [
        'searched-callers',
        what,
      ]),
    );
  });

  it.each(['Pires, Ana', 'ana,pires', 'PIRES'])('finds a caller by “%s”', async (who) => {
    expect(bodyOf(await search(who))).toContain('Ana Pires');
  });

  it.each(['O’Neill', "bridget o'nei", 'neill'])(
    'finds who has a sign in their name by “%s”',
    async (who) => {
      expect(bodyOf(await search(who))).toContain('Bridget O&#39;Neill');
    },
  );

  it('names nobody of another organisation, nor the reader, their manager or their staff', async () => {
    expect(bodyOf(await search('aisha'))).toContain('We found nobody');
    expect(bodyOf(await search('josie'))).toContain('We found nobody');
    expect(bodyOf(await search('fern'))).toContain('We found nobody');
    expect(bodyOf(await search('nadia'))).toContain('We found nobody');
    const nadia = await signedIn('nadia-rahman');
    expect(bodyOf(await search('fern', {}, nadia))).toContain('We found nobody');
    expect(bodyOf(await search('ana pires', {}, nadia))).toContain('Ana Pires');

    for (const person of ['aisha-begum', 'fern-lacey', 'nadia-rahman', 'nobody'])
      expect(await start(person)).toMatchObject({ status: 422, location: null });
    expect(await open.stores.calls.openOf('fern-lacey')).toBeUndefined();
  });

  it.each([
    ['nobody of the people team', 'grace-adeyemi'],
    ['an analyst', 'yusuf-demir'],
  ])('is closed to %s', async (_, person) => {
    const path = await calling();
    const browser = await signedIn(person);
    const key = field((await browser.get('/chat')).text, 'key');

    for (const address of [PHONE, path]) {
      expect((await browser.get(address)).status).toBe(403);
      expect((await browser.post(address, { key, who: 'ana' })).status).toBe(403);
    }
  });

  it('starts a call only with the box ticked, and tells the caller in their own chat', async () => {
    await converse(open.stores, [{ said: 'hello' }]);

    const unticked = await search('ana', { do: 'start', person: 'ana-pires' });
    expect(unticked.status).toBe(422);
    expect(bodyOf(unticked)).toContain('Check who is calling, and say that you did');
    expect(await told()).toEqual([]);
    const path = await calling();

    expect(bodyOf(await fern.get(path))).toMatch(
      /On the phone with Ana Pires.*Staff Nurse, Ward 7/,
    );
    const [notice] = await told();
    expect(notice?.text).toContain('**Fern Lacey**, people services, is helping you by phone.');
    expect(notice?.text).toContain('01632 960 100');
    expect(bodyOf(await fern.get(PHONE))).toContain('You are on the phone with Ana Pires.');
  });

  it('starts one call where the button is pressed twice, and tells the caller once', async () => {
    await converse(open.stores, [{ said: 'hello' }]);

    const [once, twice] = await Promise.all([calling(), calling()]);

    expect(twice).toBe(once);
    expect(await told()).toHaveLength(1);
  });

  it('answers as though the caller asked', async () => {
    const path = await calling();

    const shown = await say(path, 'how much annual leave do i get');

    expect(shown).toContain('<strong>29 days</strong>');
    expect(shown).toContain('Ana · ');
    expect(shown).not.toContain('Did this sort it');
  });

  it('reads back, sends on the caller’s yes, and names both to all', async () => {
    await converse(open.stores, [{ said: 'hello' }]);
    await open.stores.conversations.commit(greeting('grace-adeyemi'));
    const path = await calling();

    expect(await say(path, 'book me off 3 to 7 may')).toContain('Read this to Ana, word for word.');
    expect(await press(path, 'Yes, send it')).toMatchObject({ status: 303 });

    expect(bodyOf(await fern.get(path))).toContain('your manager, Grace Adeyemi');
    const [{ request, events } = {}] = await open.stores.requestLog.ofPerson('ana-pires', 5);
    expect(request).toMatchObject({
      requestedBy: 'ana-pires',
      byPhone: { helper: 'fern-lacey', name: 'Fern Lacey' },
    });
    expect(events).toMatchObject([{ kind: 'sent', by: 'Fern Lacey', to: 'grace-adeyemi' }]);
    const [, sent] = await told();
    expect(sent?.text).toContain('**Sent for you by phone**, through Fern Lacey');
    expect(sent?.buttons).toEqual([
      { label: 'Withdraw it', press: { kind: 'ask-withdraw', request: request?.id } },
    ]);
    const [asked] = await told('web:grace-adeyemi');
    expect(asked?.text).toContain('It was asked by phone, through Fern Lacey of people services.');
    expect((await audits())[0]).toEqual(['fern-lacey', 'sent-by-phone', request?.id]);
    const olu = bodyOf(await (await signedIn('olu-martins')).get('/console/audit'));
    expect(olu).toMatch(/Fern Lacey.*Sent a request for a caller.*Call HP-\w+ with Ana Pires/);
  });

  it('neither shows nor changes what the caller has in their own chat', async () => {
    const ana = talkOn(open.stores);
    const person = await theirs('ana-pires');
    const inChat = (text: string, message: string) =>
      ana(
        {
          door: 'web',
          conversation: 'web:ana-pires',
          message,
          speaker: { kind: 'person', person },
          said: { kind: 'text', text },
          at: open.now(),
        },
        null,
        new AbortController().signal,
      );
    await inChat('book me off 10 to 14 may', 'm1');
    const path = await calling();

    for (const words of ['carry on', 'my requests', 'what awaits me', 'delete my conversations'])
      expect(await say(path, words)).not.toMatch(/10 May|14 May|have deleted/);
    await say(path, 'book me off 3 to 7 june');
    await send(path, { do: 'end' });

    const { reply } = await inChat('carry on', 'm2');
    expect(reply.text).toContain('Monday 10 May to Friday 14 May');
    expect(await open.stores.requestLog.ofPerson('ana-pires', 5)).toEqual([]);
  });

  it('shows nothing of a call to a colleague, nor to anybody once it has ended', async () => {
    const path = await calling();
    await say(path, 'how much annual leave do i get');
    const kofi = await signedIn('kofi-mensah-reid');

    for (const page of [await kofi.get(path), await send(path, { text: 'hello' }, kofi)]) {
      expect(bodyOf(page)).toContain('This call has ended');
      expect(page.text).not.toMatch(/Ana Pires|annual leave/);
    }
    expect(bodyOf(await send(path, { do: 'end' }))).toContain('This call has ended');
    expect(bodyOf(await fern.get(path))).not.toContain('annual leave');
    expect((await send(path, { text: 'a long story' })).text).toMatch(
      /This call has ended[^]*a long story/,
    );
  });

  it('is over after four hours that nobody ended', async () => {
    const path = await calling();
    open.wait(240 * MINUTE);
    await fern.signIn('fern-lacey');

    expect(bodyOf(await fern.get(path))).toContain('This call has ended');
    expect(bodyOf(await fern.get(PHONE))).not.toContain('You are on the phone');
  });

  it('keeps nothing that was begun in a call which nobody ended, once it is over', async () => {
    const path = await calling();
    await say(path, 'book me off 3 to 7 may');
    open.wait(240 * MINUTE);
    await fern.signIn('fern-lacey');
    await fern.get(path);

    const id = path.slice(path.lastIndexOf('/') + 1).replace(/#.*/, '');
    expect((await open.stores.calls.find(id))?.endedAt).not.toBeNull();
  });

  it('reads out no form, and invites no file, where a call has neither', async () => {
    const path = await calling();
    const asked = await say(
      path,
      'i have a fit note from 4 january to 18 january, not fit for work',
    );

    expect(asked).toContain('A fit note for');
    expect(asked).not.toMatch(/photo or a PDF/);
    expect(await say(path, 'form')).toContain('There is no form in a call.');
    expect(await say(path, 'yes')).toContain('Sent');
  });

  it('tells the colleague what to do where life is at risk, and keeps no word of it', async () => {
    const path = await calling();

    const shown = await say(path, 'I want to kill myself');

    expect(shown).toContain('Stay on the phone with Ana.');
    expect(shown).toContain('116 123');
    expect(shown).not.toMatch(/kill myself|nobody is watching/);
    expect(await say(path, 'no im fine')).toContain('Do not press them');
    expect(await say(path, 'my manager keeps touching me')).toContain('Listen first.');
  });

  it('takes a form sent twice once, and none that is not its own', async () => {
    const path = await calling();
    const { text } = await fern.get(path);
    const form = { key: field(text, 'key'), message: field(text, 'message'), text: 'hello' };

    await fern.post(path, form);
    await fern.post(path, form);
    const strange = await fern.post(path, { ...form, key: 'wrong', text: 'goodbye' });

    expect(strange.status).toBe(403);
    const shown = bodyOf(await fern.get(path));
    expect(shown.match(/said__words/g)).toHaveLength(1);
    expect(shown).not.toContain('goodbye');
  });

  const theirs = async (id: string) => {
    const person = await directory.person(id);
    if (person === undefined) throw new Error(`There is no ${id}.`);
    return person;
  };
});

const greeting = (person: string) =>
  aCommit({ conversation: `web:${person}`, door: 'web', person, said: 'hello' });
