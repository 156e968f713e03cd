import { aReply, aRequest } from '../contracts/samples';
import { aDeskRequest } from '../desk/a-desk-request';
import { confirmRequest } from '../support/confirm-request';
import { aBrowser } from '../web/a-browser';
import { aLongTalk, converse, opened } from './a-conversation';
import { DAY, NOON, openConsole, type OpenConsole } from './open-console';

describe('the overview', () => {
  let open: OpenConsole;
  beforeEach(async () => {
    open = await openConsole();
  });
  afterEach(() => open.close());

  const overviewFor = async (person: string) => {
    const browser = aBrowser(open.url);
    await browser.signIn(person);
    const { text } = await browser.get('/console/overview');
    return text.slice(text.indexOf('<main'), text.indexOf('</main>')).replaceAll(/\s+/g, ' ');
  };
  const numberIn = (page: string, label: string) =>
    new RegExp(`${label}</dt><dd class="number__value">([^<]*)`).exec(page)?.[1];
  const hand = (key: string, confirmed: Date, organisation = 'fellbridge') =>
    open.desk.store.accept(
      aDeskRequest({ key, organisation, confirmedAt: confirmed.toISOString() }),
      confirmed,
    );

  it('counts ratings with those who did not say, and never takes silence for solved', async () => {
    await converse(open.stores, aLongTalk);
    await converse(
      open.stores,
      ['i5', 'i6', 'i7'].map((id) => ({
        interaction: id,
        effects: [opened(id, { person: 'tom-okafor', conversation: 'web:tom-okafor' })],
      })),
      { conversation: 'web:tom-okafor', person: 'tom-okafor', organisation: 'fellbridge' },
    );

    const page = await overviewFor('olu-martins');

    expect(['Yes', 'Partly', 'No', 'Unknown'].map((label) => numberIn(page, label))).toEqual([
      '0',
      '0',
      '1',
      '3',
    ]);
    expect(page).toContain('25% said how it went: 1 of 4.');
  });

  it('links what a reviewer can deal with, and counts nothing of other organisations or older days', async () => {
    const uncovered = { reply: aReply({ outcome: 'not-covered' }) };
    await converse(open.stores, [
      uncovered,
      { ...uncovered, at: new Date(NOON.getTime() - 8 * DAY) },
    ]);
    await converse(open.stores, [uncovered], {
      conversation: 'web:joseph-amadi',
      person: 'joseph-amadi',
      organisation: 'vale',
    });

    const page = await overviewFor('nadia-rahman');

    const notCovered = /<a href="\/console\/transcripts\?outcome=not-covered">(\d+)</;
    expect(notCovered.exec(page)?.[1]).toBe('1');
    expect(notCovered.exec(await overviewFor('olu-martins'))?.[1]).toBe('2');
  });

  it('counts open requests by how near they are to their usual time', async () => {
    await hand('PS-000001', new Date(NOON.getTime() - 20 * DAY));
    await hand('PS-000002', new Date(NOON.getTime() - 7 * DAY), 'vale');
    await hand('PS-000003', NOON);
    await hand('PS-000004', NOON, 'elsewhere');

    const page = await overviewFor('fern-lacey');

    expect(numberIn(page, 'Open')).toBe('3');
    expect(numberIn(page, 'Late')).toBe('1');
    expect(numberIn(page, 'Due later')).toBe('1');
    expect(numberIn(page, 'Oldest')).toBe('11 working days');
    expect(page).not.toContain('Did it sort it?');
    expect(numberIn(await overviewFor('nadia-rahman'), 'Open')).toBe('2');
  });

  it('shows requests that nobody took, with why', async () => {
    await confirmRequest(
      open.stores,
      aRequest({ requestedBy: 'ana-pires' }),
      'people-services-desk',
    );
    await open.stores.outbox.claim(NOON);
    await open.stores.outbox.park('PS-7F3K9Q', 'The desk answered 422.', NOON);

    const page = await overviewFor('hannah-silva');

    expect(page).toMatch(
      /PS-7F3K9Q.*Book annual leave.*The desk answered 422\.\] \(tried 1 time\)/,
    );
  });

  it('shows the rest where the desk does not answer', async () => {
    await converse(open.stores, aLongTalk);
    await open.loseDesk();

    const page = await overviewFor('olu-martins');

    expect(page).toContain('Requests can’t be counted just now');
    expect(numberIn(page, 'No')).toBe('1');
  });
});
