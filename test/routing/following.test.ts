import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDelivering } from '../../bot/assemble-connectors';
import { readConfig } from '../../bot/config';
import { tellRequesters } from '../../bot/conversation/tell-requesters';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { dialogs } from '../../dialogs';
import { askOnce } from '../../dialogs/follow/start-asking';
import { aReport } from '../contracts/reports';
import { aRequest, later, MINUTE, noon } from '../contracts/samples';
import { CLIENT, type FakeServiceNow, fakeServiceNow } from '../fakes/fake-servicenow';
import { directory } from '../support/directory';
import { confirmRequest } from '../support/confirm-request';
import { connectorTo, fileFor, problem, send, statusOf } from '../support/servicenow-as-mapped';
import { memoryDatabase } from '../support/memory-database';

const request = aRequest({
  requestedBy: 'ana-pires',
  service: 'pay-query',
  expectedBy: '2027-01-12',
});
const { signal } = new AbortController();

describe('a request that ServiceNow has', () => {
  let instance: FakeServiceNow;
  let stores: Stores;
  let close: () => Promise<void>;

  beforeEach(async () => {
    instance = await fakeServiceNow();
    const db = await memoryDatabase();
    let ids = 0;
    stores = createStores(db, { newId: () => `o${(ids += 1)}` });
    close = () => db.destroy();
    await confirmRequest(stores, request, 'servicenow');
    await stores.outbox.claim(noon);
    const { reference } = await send(connectorTo(instance.url), 5_000, request);
    await stores.outbox.settle(request.id, reference, noon);
    instance.change(
      request.id,
      { state: '3', close_notes: 'Paid on Friday.' },
      '2027-01-05 12:08:00',
    );
  });
  afterEach(async () => {
    await instance.close();
    await close();
  });

  const look = (minutes: number) =>
    askOnce(
      {
        source: statusOf(instance.url),
        reports: stores.reports,
        clock: () => later(minutes * MINUTE),
        onNews: () => undefined,
        onOdd: () => undefined,
        onError: () => undefined,
      },
      signal,
    );
  const told = async () => {
    const { requestNews: news, requestLog: requests } = stores;
    const isFollowed = () => true;
    await tellRequesters({ news, requests, directory, dialogs, isFollowed, clock: () => noon });
    const history = await stores.outgoing.history(`web-${request.id}`, 0, 20);
    return history.filter(({ kind }) => kind === 'notice').map(({ reply }) => reply.text);
  };
  const DONE =
    'Your request is **done**: Ask about your pay (PS-7F3K9Q).\n\nPeople services says: “Paid on Friday.”';

  it('is told once when two processes ask about it and it is told by a webhook too', async () => {
    const webhook = () =>
      stores.reports.record(aReport({ by: null }), { id: 'evt-1', fingerprint: 'f' });

    await Promise.all([look(10), look(10), webhook(), webhook()]);
    await Promise.all([told(), told()]);

    expect(await told()).toEqual([DONE]);
  });

  it('is asked about again, a while later, where the answer was lost', async () => {
    instance.script(problem('status', 503));
    await expect(look(10)).rejects.toThrow('503');

    expect(await look(12)).toBe(0);
    expect(await look(15)).toBe(1);
    expect(await told()).toEqual([DONE]);
  });

  it('is asked about again where we died before it was written', async () => {
    await stores.reports.toAsk('servicenow', later(5 * MINUTE), later(10 * MINUTE), 50);

    expect(await look(15)).toBe(1);
    expect(await told()).toEqual([DONE]);
  });

  it('is asked about no more after its end', async () => {
    await look(10);
    const calls = instance.calls.length;

    expect(await look(60)).toBe(0);
    expect(instance.calls).toHaveLength(calls);
  });
});

describe('who tells what becomes of requests', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'following-'));
    writeFileSync(path.join(folder, 'servicenow.yaml'), fileFor('https://people.example'));
    writeFileSync(path.join(folder, 'office.yaml'), 'kind: e-mail\nto: office@people.example\n');
    writeFileSync(
      path.join(folder, 'routes.csv'),
      'organisation,service,system\n*,*,desk\nfellbridge,*,servicenow\norchard-street,*,office\n',
    );
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const read = async (settings: Readonly<Record<string, string>> = {}) => {
    const config = readConfig({
      ROUTES_FILE: path.join(folder, 'routes.csv'),
      CONNECTORS_DIR: folder,
      CONNECTOR_SECRET_SERVICENOW: CLIENT.secret,
      SMTP_HOST: 'mail.example',
      SMTP_FROM: 'assistant@people.example',
      ...settings,
    });
    return readDelivering(config, await directory.organisations());
  };

  it('is the desk, and whoever can be asked or has a secret to sign with; a mailbox tells nothing', async () => {
    const { isFollowed, followed } = await read();

    expect(followed.sources(() => noon).map(({ system }) => system)).toEqual(['servicenow']);
    expect(
      ['vale', 'fellbridge', 'orchard-street', 'gone'].map((id) => isFollowed(id, 'pay-query')),
    ).toEqual([true, true, false, true]);
    const STATUS_SECRET_OFFICE = 'a-secret-of-forty-characters-for-tests--';
    const signing = await read({ STATUS_SECRET_OFFICE });
    expect(signing.isFollowed('orchard-street', 'pay-query')).toBe(true);
    expect([...signing.followed.statusSecrets]).toEqual([['office', STATUS_SECRET_OFFICE]]);
  });

  it.each([
    ['STATUS_SECRET_OFICE', 'a-secret-of-forty-characters-for-tests--', 'No connector has this'],
    ['STATUS_SECRET_OFFICE', 'short', 'This secret is too short. Use 32 characters or more'],
    ['STATUS_SECRET_OFFICE', `whsec_${'!'.repeat(40)}`, 'base64 of 24 bytes or more'],
    ['STATUS_SECRET_OFFICE', `whsec_${randomBytes(23).toString('base64')}`, '24 bytes or more'],
  ])('does not start with %s=%s', async (setting, secret, complaint) => {
    await expect(read({ [setting]: secret })).rejects.toThrow(complaint);
  });

  it.each([
    ['correlation_idIN{keys}', 'correlation_id!=x', 'must have the slot {keys}'],
    ["'3': done", "'3': finished", 'status.states.3'],
  ])('does not start where the question is wrong: %s is %s', async (right, wrong, complaint) => {
    const file = fileFor('https://people.example').replace(right, wrong);
    writeFileSync(path.join(folder, 'servicenow.yaml'), file);

    await expect(read()).rejects.toThrow(complaint);
  });
});
