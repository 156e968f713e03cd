import { DeskUnreachable } from '../../bot/desk/desk-client';
import { aBrowser, field, type Browser } from '../web/a-browser';
import { handIn, type Hand } from './hand-in';
import { NOON, openConsole, type OpenConsole } from './open-console';

describe('moving a request on', () => {
  let open: OpenConsole;
  let fern: Browser;
  let reference: string;
  let path: string;

  beforeEach(async () => {
    open = await openConsole();
    fern = aBrowser(open.url);
    await fern.signIn('fern-lacey');
    reference = await hand();
    path = `/console/requests/${reference}`;
  });

  afterEach(() => open.close());

  const hand: Hand = (...request) => handIn(open, ...request);
  const bodyOf = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  const audits = async () =>
    (await open.stores.reading.audits(20)).map(({ did, what, reason }) => [did, what, reason]);
  const change = async (form: Record<string, string>, browser = fern) => {
    const { text } = await browser.get(path);
    const [key, expected] = [field(text, 'key'), field(text, 'expected')];
    return browser.post(path, { key, expected, ...form });
  };
  const atDesk = async () => {
    const found = await open.desk.store.read(reference, NOON);
    return [found?.status, found?.events.at(-1)?.by, found?.events.at(-1)?.note];
  };

  it('changes it at the desk in the agent’s name, tells what the requester will be told, and is written down', async () => {
    const changed = await change({ status: 'approved', note: 'Agreed with Grace.' });

    expect(changed).toMatchObject({ status: 303, location: `${path}?changed=approved` });
    expect(await atDesk()).toEqual(['approved', 'Fern Lacey', 'Agreed with Grace.']);
    expect((await audits())[0]).toEqual(['changed-request', reference, 'Received → Approved']);
    const after = bodyOf((await fern.get(`${path}?changed=approved`)).text);
    expect(after).toContain('Ana will be told: approved.');
    expect(after).toContain('Agreed with Grace.');
    expect(after).toContain('It is done');
    expect(after).not.toContain('Do not approve it');
  });

  it('is not decided by who sent it for the requester by phone; a colleague is', async () => {
    const helpedBy = { id: 'fern-lacey', name: 'Fern Lacey' };
    reference = await hand({ key: 'PS-7F3K9R', helpedBy });
    path = `/console/requests/${reference}`;
    const kofi = aBrowser(open.url);
    await kofi.signIn('kofi-mensah-reid');

    const shown = bodyOf((await fern.get(path)).text);
    expect(shown).toMatch(/By phone, through<\/dt>.*Fern Lacey/);
    expect(shown).toContain('You sent this for Ana by phone.');
    const key = field((await fern.get('/console/requests')).text, 'key');
    const forced = await fern.post(path, { key, expected: 'received', status: 'approved' });
    expect(forced.status).toBe(403);
    expect(await atDesk()).toEqual(['received', null, null]);
    expect((await change({ status: 'approved' }, kofi)).status).toBe(303);
    expect(await atDesk()).toEqual(['approved', 'Kofi Mensah-Reid', null]);
    expect((await change({ status: 'done' })).status).toBe(303);
  });

  it('says nothing of a change that did not happen, whatever the address says', async () => {
    expect((await fern.get(`${path}?changed=approved`)).text).not.toContain('will be told');
  });

  it('asks for a decision, and for a reason where it is not approved, and keeps the note', async () => {
    const undecided = await change({ note: 'a <thought>' });
    const unexplained = await change({ status: 'declined', note: ' ' });
    const tooLong = await change({ status: 'approved', note: 'x'.repeat(2001) });

    expect([undecided, unexplained, tooLong].map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(undecided.text).toContain('Choose what happens to this request');
    expect(undecided.text).toContain('a &lt;thought&gt;</textarea>');
    expect(unexplained.text).toContain('Say why it is not approved');
    expect(unexplained.text).toMatch(/value="declined"[^>]* checked/);
    expect(tooLong.text).toContain('x'.repeat(2001));
    expect(await atDesk()).toEqual(['received', null, null]);
  });

  it('changes nothing where a colleague was quicker, shows what is now, and keeps the note', async () => {
    const kofi = aBrowser(open.url);
    await kofi.signIn('kofi-mensah-reid');
    const { text } = await fern.get(path);
    await change({ status: 'approved' }, kofi);

    const form = { key: field(text, 'key'), expected: 'received', note: 'No cover that week.' };
    const declined = await fern.post(path, { ...form, status: 'declined' });
    const approved = await fern.post(path, { ...form, status: 'approved' });

    for (const late of [declined, approved]) {
      expect(late.status).toBe(409);
      expect(late.text).toContain('changed meanwhile: it is now approved');
      expect(late.text).toContain('No cover that week.');
    }
    expect(await atDesk()).toEqual(['approved', 'Kofi Mensah-Reid', null]);
  });

  it('is the same once or twice when the button is pressed twice', async () => {
    const { text } = await fern.get(path);
    const form = {
      key: field(text, 'key'),
      expected: 'received',
      status: 'approved',
      note: 'Yes.',
    };

    const both = [await fern.post(path, form), await fern.post(path, form)];

    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await open.desk.store.read(reference, NOON))?.events).toHaveLength(2);
  });

  it('loses no note while the desk is away', async () => {
    const { text } = await fern.get(path);
    const form = {
      key: field(text, 'key'),
      expected: 'received',
      status: 'declined',
      note: 'No cover.',
    };
    await open.loseDesk();

    const unsent = await fern.post(path, form);

    expect(unsent.status).toBe(503);
    expect(unsent.text).toContain('No cover.</textarea>');
    expect(unsent.text).toContain('Do not approve it');
    expect(field(unsent.text, 'status')).toBe('declined');
    expect(field(unsent.text, 'expected')).toBe('received');
    for (const place of ['/console/requests', path]) {
      const away = await fern.get(place);
      expect(away.status).toBe(503);
      expect(away.text).toContain('No request is lost');
    }
  });

  it('happens once where the desk did it, its answer was lost and the button is pressed again', async () => {
    await open.close();
    let answersLost = 0;
    open = await openConsole({
      between: (client) => ({
        ...client,
        async changeStatus(...change) {
          const changed = await client.changeStatus(...change);
          if ((answersLost += 1) === 1) throw new DeskUnreachable('Its answer was lost.');
          return changed;
        },
      }),
    });
    fern = aBrowser(open.url);
    await fern.signIn('fern-lacey');
    reference = await hand();
    path = `/console/requests/${reference}`;

    const unsent = await change({ status: 'approved', note: 'Agreed.' });
    const form = Object.fromEntries(
      ['key', 'expected', 'status'].map((name) => [name, field(unsent.text, name)]),
    );
    const again = await fern.post(path, { ...form, note: 'Agreed.' });

    expect([unsent.status, again.status]).toEqual([503, 303]);
    expect(await atDesk()).toEqual(['approved', 'Fern Lacey', 'Agreed.']);
    expect((await open.desk.store.read(reference, NOON))?.events).toHaveLength(2);
    expect((await audits())[0]?.[0]).toBe('changed-request');
  });

  it('is for a colleague where the request is one’s own', async () => {
    const requestedBy = {
      id: 'fern-lacey',
      name: 'Fern Lacey',
      email: 'fern@fellbridge.example',
    };
    reference = await hand({ key: 'PS-00000A', requestedBy });
    path = `/console/requests/${reference}`;

    expect((await fern.get(path)).text).toContain('This is your own request');
    const key = field((await fern.get(path)).text, 'key');
    const refused = await fern.post(path, { key, expected: 'received', status: 'approved' });
    expect(refused.status).toBe(403);
    expect(await atDesk()).toEqual(['received', null, null]);
  });

  it('is neither read nor decided by whom it is about', async () => {
    const { text } = await fern.get(path);
    reference = await hand({ key: 'PS-00000D', onBehalfOf: 'fern-lacey' });
    path = `/console/requests/${reference}`;

    expect((await fern.get(path)).status).toBe(404);
    const key = field(text, 'key');
    const refused = await fern.post(path, { key, expected: 'received', status: 'approved' });
    expect(refused.status).toBe(404);
    expect(await atDesk()).toEqual(['received', null, null]);
  });

  it('reaches no request of another system', async () => {
    const { text } = await fern.get(path);
    reference = await hand({ key: 'PS-00000B', organisation: 'elsewhere' });
    const key = field(text, 'key');

    const refused = await fern.post(`/console/requests/${reference}`, {
      key,
      expected: 'received',
      status: 'approved',
    });

    expect(refused.status).toBe(404);
    expect(await atDesk()).toEqual(['received', null, null]);
  });
});
