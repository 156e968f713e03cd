import { Refused, TryLater } from '../../dialogs/dispatch/connector';
import type { RestMapping } from '../../dialogs/dispatch/connectors/rest-mapping';
import { itSendsFiles } from '../contracts/connector-files';
import { itIsAConnector } from '../contracts/connector';
import { type FakeServiceNow, fakeServiceNow, type Fault } from '../fakes/fake-servicenow';
import { describeRequest } from '../support/open-desk';
import { connectorTo, mappingTo, problem, send, thrownBy } from '../support/servicenow-as-mapped';

let instance: FakeServiceNow;

beforeEach(async () => {
  instance = await fakeServiceNow();
});
afterEach(() => instance.close());

const thrownAfter = (...faults: readonly Fault[]): Promise<unknown> => {
  instance.script(...faults);
  return thrownBy(send(connectorTo(instance.url)));
};

describe('the REST connector, with ServiceNow as the worked example maps it', () => {
  itIsAConnector(async () => {
    const other = await fakeServiceNow();
    return { ...other, connector: connectorTo(other.url) };
  }, 'once-where-seen');

  itSendsFiles(async () => {
    const other = await fakeServiceNow();
    const toSend = new Map<string, Uint8Array>();
    const readFile = async (id: string) => toSend.get(id);
    return {
      close: () => other.close(),
      connector: connectorTo(other.url, { readFile }),
      toSend,
      files: async () => other.files.map(({ file_name: name, bytes }) => ({ name, bytes })),
    };
  });

  it('makes a case that people services can work', async () => {
    expect(await send(connectorTo(instance.url))).toEqual({ reference: 'HRC0000001' });
    expect(instance.cases).toEqual([
      {
        number: 'HRC0000001',
        correlation_id: 'PS-7F3K9Q',
        correlation_display: 'People Services Assistant',
        short_description: 'Book annual leave (PS-7F3K9Q)',
        description:
          'Annual leave, 31 March to 4 April 2027, 22.5 hours.\n\n' +
          'Asked by Ana Pires (ana), Fellbridge Hospitals, at 2027-01-05T12:00:00.000Z.\n\n' +
          'firstDay: 2027-03-31\nlastDay: 2027-04-04\nhours: 22.5',
        assignment_group: 'People services',
      },
    ]);
  });

  it('tells who approved it, and the group of the service, where they are known', async () => {
    const connector = connectorTo(instance.url, {
      describe: async () => ({
        ...(await describeRequest()),
        isPrivate: true,
        approval: { by: 'Grace Adeyemi', at: '2027-01-05T11:30:00.000Z' },
      }),
    });
    await send(connector, 5_000, { service: 'occupational-health' });

    expect(instance.cases).toMatchObject([
      {
        short_description: 'A request to people services (PS-7F3K9Q)',
        assignment_group: 'Occupational health',
        work_notes:
          'Approved by Grace Adeyemi at 2027-01-05T11:30:00.000Z, before it was sent here.',
      },
    ]);
  });

  it.each<Fault['does']>([
    'silent-after-the-work',
    'cut-after-the-work',
    'broken-words-after-the-work',
  ])('makes one case when ServiceNow is %s', async (does) => {
    const connector = connectorTo(instance.url);
    instance.script({ on: 'create', does });

    expect(await thrownBy(send(connector, 300))).toBeInstanceOf(TryLater);
    expect(await send(connector)).toEqual({ reference: 'HRC0000001' });
    expect(await instance.held()).toEqual(['PS-7F3K9Q']);
  });

  it('waits for an answer that is slow', async () => {
    instance.script({ on: 'create', does: { slowMs: 300 } });

    expect(await send(connectorTo(instance.url))).toEqual({ reference: 'HRC0000001' });
  });

  it('finds the case that somebody else made meanwhile, where keys are kept apart', async () => {
    const strict = await fakeServiceNow({ unique: true });
    const connector = connectorTo(strict.url);
    const both = await Promise.all([send(connector), send(connector)]);

    expect(both).toEqual([{ reference: 'HRC0000001' }, { reference: 'HRC0000001' }]);
    expect(await strict.held()).toEqual(['PS-7F3K9Q']);
    await strict.close();
  });

  it('brings the first of two cases that were made of one key', async () => {
    const connector = connectorTo(instance.url);
    await send(connector);
    await send(connectorTo(instance.url, { mapping: { lookUp: undefined } }));

    expect(await instance.held()).toEqual(['PS-7F3K9Q', 'PS-7F3K9Q']);
    expect(await send(connector)).toEqual({ reference: 'HRC0000001' });
  });

  it('makes nothing where its table leaves the question for our reference out', async () => {
    const wrong = await fakeServiceNow({ columns: ['number'] });
    await send(connectorTo(wrong.url), 5_000, { id: 'PS-000000' });

    const error = await thrownBy(send(connectorTo(wrong.url)));

    expect(error).toBeInstanceOf(TryLater);
    expect(String(error)).toContain('check lookUp in its file');
    expect(await wrong.held()).toEqual(['PS-000000']);
    await wrong.close();
  });
});

describe('the REST connector, where ServiceNow does not take it', () => {
  it.each([400, 413, 422])('is refused for good by %i', async (status) => {
    expect(await thrownAfter(problem('create', status))).toBeInstanceOf(Refused);
    expect(instance.calls.slice(-2)).toEqual(['create', 'look-up']);
  });

  it.each([302, 403, 404, 408, 409, 429, 500, 502, 503])(
    'tries again later after %i',
    async (status) => {
      expect(await thrownAfter(problem('create', status))).toBeInstanceOf(TryLater);
    },
  );

  it('never parks a request for a question that was put wrongly', async () => {
    const error = await thrownAfter(problem('look-up', 400));

    expect(error).toBeInstanceOf(TryLater);
    expect(instance.calls).not.toContain('create');
  });

  it('makes nothing while it cannot be asked first', async () => {
    expect(await thrownAfter(problem('look-up', 503))).toBeInstanceOf(TryLater);
    expect(await instance.held()).toEqual([]);
  });

  it('passes on how long it is asked to wait', async () => {
    expect(await thrownAfter(problem('create', 429, { 'retry-after': '90' }))).toMatchObject({
      notBefore: 90_000,
    });
  });

  it('follows no redirect, and shows nobody else its token', async () => {
    const thief = await fakeServiceNow();
    await thrownAfter(problem('create', 307, { location: `${thief.url}/api/now/table/x` }));

    expect(thief.calls).toEqual([]);
    await thief.close();
  });

  it('tries again later where nobody listens', async () => {
    const gone = await fakeServiceNow();
    await gone.close();

    expect(await thrownBy(send(connectorTo(gone.url)))).toBeInstanceOf(TryLater);
  });

  it('says nothing in its errors of what was asked or by whom, nor of any secret', async () => {
    const body = { error: { message: 'Ana Pires cannot book leave', detail: 'token-1' } };
    const words = String(await thrownAfter({ on: 'create', does: { status: 422, body } }));

    expect(words).not.toMatch(/Ana|leave|fellbridge|token-1|a-secret/i);
  });
});

describe('the REST connector without a look-up', () => {
  const blind = (changes: Partial<RestMapping> = {}) =>
    connectorTo(instance.url, { mapping: { lookUp: undefined, ...changes } });

  itIsAConnector(async () => {
    const other = await fakeServiceNow();
    // What a receiver gives is a new number each time: ours is what is the same.
    const create = { ...mappingTo(other.url).create, reference: 'result.correlation_id' };
    return {
      ...other,
      connector: connectorTo(other.url, { mapping: { lookUp: undefined, create } }),
    };
  }, 'at-least-once');

  it('stops, for a person to look, where the answer holds no reference', async () => {
    const create = { ...mappingTo(instance.url).create, reference: 'result.id' };

    expect(await thrownBy(send(blind({ create })))).toBeInstanceOf(Refused);
  });

  it('sends an idempotency key where the mapping says so', async () => {
    const headers = { 'Idempotency-Key': '{key}' };

    expect(await send(blind({ headers }))).toEqual({ reference: 'HRC0000001' });
    expect(instance.idempotencyKeys).toEqual(['PS-7F3K9Q']);
  });
});
