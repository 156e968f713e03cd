import type { Request } from '../../dialogs';
import { aCommit, aReply, aRequest, someWarnings } from '../contracts/samples';
import { confirmRequest } from '../support/confirm-request';
import { aBrowser, type Browser } from '../web/a-browser';
import { handIn, type Hand } from './hand-in';
import { DAY, MINUTE, NOON, openConsole, type OpenConsole } from './open-console';

describe('the request queue', () => {
  let open: OpenConsole;
  let fern: Browser;

  beforeEach(async () => {
    open = await openConsole();
    fern = aBrowser(open.url);
    await fern.signIn('fern-lacey');
  });
  afterEach(() => open.close());

  const later = (milliseconds: number): Date => new Date(NOON.getTime() + milliseconds);
  const waitingFor = async (approver: string, request: Request) => {
    const clocks = { remindAt: later(DAY), passOnAt: later(2 * DAY) };
    const approval = { task: { approver, standsInFor: null, ...clocks }, notice: aReply() };
    await confirmRequest(open.stores, request, 'desk', approval);
    return open.stores.tasks.ofRequest(request.id);
  };
  const hand: Hand = (...request) => handIn(open, ...request);
  const bodyOf = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  const audits = async () =>
    (await open.stores.reading.audits(20)).map(({ did, what, reason }) => [did, what, reason]);

  describe('as a list', () => {
    it('shows what is open, oldest first, with its age and whether its usual time is past', async () => {
      const late = await hand(
        { key: 'PS-000001', serviceTitle: 'Late one' },
        new Date(NOON.getTime() - 14 * DAY),
      );
      await hand({ key: 'PS-000002', serviceTitle: 'New one' });
      const ended = await hand({ key: 'PS-000003', serviceTitle: 'Ended one' });
      await open.desk.store.change(
        ended,
        { status: 'declined', expected: 'received', by: 'A', note: 'No.' },
        NOON,
      );

      const shown = bodyOf((await fern.get('/console/requests')).text);

      expect(shown).toContain('2 requests, oldest first');
      expect(shown).toMatch(
        /Late one[^]*7 working days[^]*2 working days late[^]*New one[^]*0 minutes[^]*Due Tuesday 12 January/,
      );
      expect(shown).toContain(`/console/requests/${late}`);
      expect(shown).not.toContain('Ended one');
      expect(shown).not.toContain('Ana');

      const declined = bodyOf((await fern.get('/console/requests?status=declined')).text);
      expect(declined).toMatch(/Ended one[^]*Not approved[^]*Ended/);
    });

    it('shows every organisation of the system, or one of them, and never one of another', async () => {
      await hand({ key: 'PS-000001', serviceTitle: 'Of Fellbridge' });
      await hand({ key: 'PS-000002', serviceTitle: 'Of Vale', organisation: 'vale' });
      await hand({ key: 'PS-000003', serviceTitle: 'Of elsewhere', organisation: 'elsewhere' });
      const list = async (query: string) => (await fern.get(`/console/requests${query}`)).text;

      expect(await list('')).toMatch(/Of Fellbridge[^]*Of Vale/);
      expect(await list('')).not.toContain('Of elsewhere');
      expect(await list('?organisation=vale')).not.toContain('Of Fellbridge');
      expect(await list('?organisation=elsewhere')).toContain('There are no requests like that');
    });

    it('neither shows nor counts what a manager asked about the reader', async () => {
      const about = await hand({
        key: 'PS-000001',
        service: 'leaver',
        serviceTitle: 'A leaver',
        onBehalfOf: 'fern-lacey',
      });
      await hand({ key: 'PS-000002', serviceTitle: 'Another' });
      const kofi = aBrowser(open.url);
      await kofi.signIn('kofi-mensah-reid');

      const { text } = await fern.get('/console/requests');
      expect(text).toContain('1 request,');
      expect(text).not.toContain('value="leaver"');
      expect(text).not.toContain(about);
      expect((await kofi.get('/console/requests')).text).toContain(about);
      expect(bodyOf((await fern.get('/console/overview')).text)).toMatch(
        /Open<\/dt><dd class="number__value">1</,
      );
    });

    it('goes over pages', async () => {
      for (let n = 0; n < 51; n += 1) await hand({ key: `PS-${String(n).padStart(6, '0')}` });

      const { text } = await fern.get('/console/requests?status=open');

      expect(text).toContain('status=open&amp;page=2');
      expect((await fern.get('/console/requests?page=2')).text).toContain('51 requests');
    });
  });

  describe('one request', () => {
    it('shows what was asked, by whom, in the words of the form, and is written down', async () => {
      const reference = await hand();

      const shown = bodyOf((await fern.get(`/console/requests/${reference}`)).text);

      expect(shown).toMatch(/Asked by<\/dt>[^]*Ana Pires/);
      expect(shown).toMatch(/First day<\/dt><dd[^>]*>Wednesday 31 March 2027/);
      expect(shown).toMatch(/Hours<\/dt><dd[^>]*>22\.5/);
      expect(shown).toContain('Staff Nurse, Ward 7');
      expect(shown).toContain('Tuesday 12 January 2027');
      expect(shown).toContain('Nobody has approved this in the chat');
      expect(shown).not.toContain('Approved by');
      expect(shown).toContain('Ana will read this');
      expect(await audits()).toEqual([['read-request', reference, null]]);
    });

    it('that came approved says by whom, and is not to be approved again', async () => {
      const approval = { by: 'Grace Adeyemi', at: '2027-01-05T09:30:00.000Z' };
      const reference = await hand({ approval });

      const shown = bodyOf((await fern.get(`/console/requests/${reference}`)).text);

      expect(shown).toMatch(/Approved by<\/dt><dd[^>]*>Grace Adeyemi, Today, 9:30/);
      expect(shown).toContain('It is done');
      expect(shown).not.toContain('Approve it');
      expect(shown).not.toContain('Nobody has approved this');
    });

    it('shows what the policies say of it, with the clause, as its approver saw it', async () => {
      const reference = await hand({ warnings: someWarnings });

      const shown = bodyOf((await fern.get(`/console/requests/${reference}`)).text);

      expect(shown).toContain('In the words that Ana read before sending it:');
      expect(shown).toContain('Give at least <strong>21 days</strong> of notice.');
      expect(shown).toMatch(
        /<a href="\/policies\/parental-leave-unpaid#parental-leave-unpaid\.12">Unpaid parental leave: How much notice/,
      );
      const other = await hand({ key: 'PS-7F3K9R' });
      expect((await fern.get(`/console/requests/${other}`)).text).not.toContain(
        'What the policies',
      );
    });

    it('shows who was asked in the chat, and what became of it', async () => {
      const own = aRequest({ requestedBy: 'ana-pires', confirmedAt: NOON.toISOString() });
      const [task] = await waitingFor('grace-adeyemi', own);
      await open.stores.tasks.remind(task!, later(2 * DAY), aReply(), later(DAY));
      const next = { approver: 'dilip-rao', standsInFor: 'grace-adeyemi' };
      const clocks = { remindAt: later(9 * DAY), passOnAt: later(9 * DAY) };
      await open.stores.tasks.passOn(task!, { ...next, ...clocks }, [], later(2 * DAY));
      const reference = await hand({ key: own.id });

      const shown = bodyOf((await fern.get(`/console/requests/${reference}`)).text);

      expect(shown).toContain(
        'Sent to Grace Adeyemi, today, 12:00. Reminded Wednesday 6 January 2027, 12:00. Passed on Thursday 7 January 2027, 12:00.',
      );
      expect(shown).toContain(
        'Sent to Dilip Rao, in place of Grace Adeyemi, Thursday 7 January 2027, 12:00. Waiting for a decision.',
      );
    });

    it('of another system, or of none, is not there', async () => {
      const elsewhere = await hand({ organisation: 'elsewhere' });

      for (const reference of [elsewhere, 'DESK-999', 'PS-000000']) {
        expect((await fern.get(`/console/requests/${reference}`)).status).toBe(404);
      }
      expect(await audits()).toEqual([]);
    });

    it('is found by the reference that its requester has, once the desk has it', async () => {
      const own = aRequest({ requestedBy: 'ana-pires' });
      await confirmRequest(open.stores, own, 'people-services-desk');
      const before = await fern.get(`/console/requests/${own.id}`);
      const reference = await hand({ key: own.id });
      await open.stores.outbox.settle(own.id, reference, NOON);

      expect(before.status).toBe(404);
      expect(before.text).toContain('has not reached the desk yet');
      expect(await fern.get(`/console/requests/${own.id}`)).toMatchObject({
        status: 303,
        location: `/console/requests/${reference}`,
      });
    });

    it.each([
      ['a mailbox, which has no reference of its own', ({ id }: { id: string }) => id],
      [
        'another system, whose reference the desk has for another request',
        ({ taken }: { taken: string }) => taken,
      ],
    ])('is said to be with %s', async (_, referenceOf) => {
      const own = aRequest({ requestedBy: 'ana-pires' });
      const taken = await hand({ key: 'PS-00000C' });
      await confirmRequest(open.stores, own, 'office');
      await open.stores.outbox.settle(own.id, referenceOf({ id: own.id, taken }), NOON);

      const { status, text } = await fern.get(`/console/requests/${own.id}`);
      expect(status).toBe(200);
      expect(text).toContain(`${own.id} is with another receiving service`);
    });
  });

  it('says of a request that waits for its approver who has it, and not that the desk is to get it', async () => {
    const own = aRequest({ requestedBy: 'ana-pires' });
    const [task] = await waitingFor('grace-adeyemi', own);

    const waiting = bodyOf((await fern.get(`/console/requests/${own.id}`)).text);
    expect(waiting).toContain(`${own.id} is not with people services yet`);
    expect(waiting).toContain('Sent to Grace Adeyemi, today, 12:00. Waiting for a decision.');
    expect(await audits()).toEqual([['read-request', own.id, null]]);

    const decision = { kind: 'declined', reason: 'Short.' } as const;
    await open.stores.conversations.commit(
      aCommit({
        conversation: 'web-grace',
        person: 'grace-adeyemi',
        at: NOON,
        effects: [{ kind: 'task-decided', task: task!.id, decision, by: 'Grace Adeyemi' }],
      }),
    );
    const ended = bodyOf((await fern.get(`/console/requests/${own.id}`)).text);
    expect(ended).toContain('ended before it reached people services');
    expect(ended).toContain('Not approved by Grace Adeyemi, today, 12:00.');
  });

  it('keeps apart the minutes of a browser left alone', async () => {
    open.wait(6 * MINUTE);

    expect(await fern.get('/console/requests')).toMatchObject({
      status: 303,
      location: '/who?to=console',
    });
  });
});
