import { DeskUnreachable } from '../../bot/desk/desk-client';
import { aBrowser, field, type Browser } from '../web/a-browser';
import { handIn } from './hand-in';
import { NOON, openConsole, type OpenConsole } from './open-console';

const FORM = {
  do: 'expected',
  day: '8',
  month: '3',
  year: '2027',
  note: 'We are short of staff.',
};

describe('giving a request another day', () => {
  let open: OpenConsole;
  let fern: Browser;
  let path: string;
  let reference: string;

  const begin = async (parts: Parameters<typeof openConsole>[0] = {}) => {
    open = await openConsole(parts);
    fern = aBrowser(open.url);
    await fern.signIn('fern-lacey');
    reference = await handIn(open);
    path = `/console/requests/${reference}`;
  };
  afterEach(() => open.close());

  const change = async (form: Record<string, string> = {}, browser = fern) => {
    const { text } = await browser.get(path);
    return browser.post(path, {
      key: field(text, 'key'),
      seen: field(text, 'seen'),
      ...FORM,
      ...form,
    });
  };
  const atDesk = async () => {
    const found = await open.desk.store.read(reference, NOON);
    return [found?.expectedBy, found?.status, found?.events.at(-1)?.note];
  };

  it('changes it at the desk, says who will be told, and is written down', async () => {
    await begin();

    expect(await change()).toMatchObject({
      status: 303,
      location: `${path}?expected=2027-03-08`,
    });
    expect(await atDesk()).toEqual(['2027-03-08', 'received', 'We are short of staff.']);
    const { text } = await fern.get(`${path}?expected=2027-03-08`);
    expect(text).toContain('Ana will be told: expected by Monday 8 March 2027.');
    expect(text).toContain('Due Monday 8 March');
    const [, audit] = await open.stores.reading.audits(2);
    expect(audit).toMatchObject({
      did: 'changed-request',
      what: reference,
      reason: 'Expected by Monday 8 March 2027',
    });
    expect((await fern.get('/console/requests')).text).toContain('Due Monday 8 March');
  });

  it.each([
    [{ day: '31', month: '2' }, 'Enter a day that there is'],
    [{ year: '2026' }, 'Choose today or a later day'],
    [{ note: ' ' }, 'Say why the day is another one'],
    [{ note: 'x'.repeat(2001) }, 'Write at most 2000 characters'],
  ])('is refused with %j, and keeps what was written', async (wrong, problem) => {
    await begin();
    const refused = await change(wrong);

    expect(refused.status).toBe(422);
    expect(refused.text).toContain(problem);
    expect(refused.text).toContain(`value="${{ ...FORM, ...wrong }.day}"`);
    expect(await atDesk()).toEqual([undefined, 'received', null]);
  });

  it('does not overwrite what a colleague chose a moment before', async () => {
    await begin();
    const { text } = await fern.get(path);
    await change({ day: '1', note: 'A colleague was quicker.' });

    const late = await fern.post(path, { key: field(text, 'key'), seen: '', ...FORM });

    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody changed this meanwhile, to Monday 1 March 2027');
    expect(late.text).toContain('We are short of staff.');
    expect(field(late.text, 'seen')).toBe('2027-03-01');
    expect(await atDesk()).toEqual(['2027-03-01', 'received', 'A colleague was quicker.']);
  });

  it('gives their reason back to a colleague who chose the same day at that moment', async () => {
    await begin();
    const kofi = aBrowser(open.url);
    await kofi.signIn('kofi-mensah-reid');
    const seen = (await kofi.get(path)).text;
    await change();

    const late = await kofi.post(path, {
      key: field(seen, 'key'),
      seen: '',
      ...FORM,
      note: 'Waiting for <her> form.',
    });

    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody changed this meanwhile, to Monday 8 March 2027');
    expect(late.text).toContain('Waiting for &lt;her&gt; form.</textarea>');
    expect(await atDesk()).toEqual(['2027-03-08', 'received', 'We are short of staff.']);
  });

  it('asks for another day than the one it has, so that no reason is lost', async () => {
    await begin();
    await change();

    const same = await change({ note: 'Nobody would read this.' });

    expect(same.status).toBe(422);
    expect(same.text).toContain('Choose a day other than the one it has');
    expect(same.text).toContain('Nobody would read this.');
    expect(await atDesk()).toEqual(['2027-03-08', 'received', 'We are short of staff.']);
  });

  it('happens once when it is pressed twice', async () => {
    await begin();
    await Promise.all([change(), change()]);

    const found = await open.desk.store.read(reference, NOON);
    expect(found?.events).toHaveLength(2);
  });

  it('is not offered for what has ended', async () => {
    await begin();
    const ended = { status: 'declined', expected: 'received', by: 'Dana', note: 'No.' } as const;
    await open.desk.store.change(reference, ended, NOON);

    expect((await fern.get(path)).text).not.toContain('Another day');
    expect(
      await open.desk.store.expect(
        reference,
        { expectedBy: '2027-03-08', seen: null, by: 'Dana', note: 'x' },
        NOON,
      ),
    ).toMatchObject({ kind: 'has-ended' });
  });

  it('gives back what was written where the desk goes away', async () => {
    await begin({
      between: (client) => ({
        ...client,
        expect: () => Promise.reject(new DeskUnreachable('gone')),
      }),
    });
    const unsent = await change();

    expect(unsent.status).toBe(503);
    expect(unsent.text).toContain('We are short of staff.');
  });
});
