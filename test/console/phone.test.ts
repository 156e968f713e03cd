import { bodyOf, field } from '../web/a-browser';
import { converse } from './a-conversation';
import { atThePhone, PHONE } from './at-the-phone';

describe('help by phone', () => {
  const { here, fern, signedIn, search, start, calling, told, audits } = atThePhone();

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
    expect(await here().stores.calls.openOf('fern-lacey')).toBeUndefined();
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
    await converse(here().stores, [{ said: 'hello' }]);

    const unticked = await search('ana', { do: 'start', person: 'ana-pires' });
    expect(unticked.status).toBe(422);
    expect(bodyOf(unticked)).toContain('Check who is calling, and say that you did');
    expect(await told()).toEqual([]);
    const path = await calling();

    expect(bodyOf(await fern().get(path))).toMatch(
      /On the phone with Ana Pires.*Staff Nurse, Ward 7/,
    );
    const [notice] = await told();
    expect(notice?.text).toContain('**Fern Lacey**, people services, is helping you by phone.');
    expect(notice?.text).toContain('01632 960 100');
    expect(bodyOf(await fern().get(PHONE))).toContain('You are on the phone with Ana Pires.');
  });

  it('starts one call where the button is pressed twice, and tells the caller once', async () => {
    await converse(here().stores, [{ said: 'hello' }]);

    const [once, twice] = await Promise.all([calling(), calling()]);

    expect(twice).toBe(once);
    expect(await told()).toHaveLength(1);
  });
});
