import { Refused, TryLater } from '../../dialogs/dispatch/connector';
import { deskConnector } from '../../dialogs/dispatch/connectors/desk-connector';
import { itSendsFiles } from '../contracts/connector-files';
import { itIsAConnector } from '../contracts/connector';
import { type Fault, faultyDesk } from '../fakes/faulty-desk';
import { aRequest, someWarnings } from '../contracts/samples';
import { DESK_SECRET, describeRequest, openDesk } from '../support/open-desk';
import { nothingKept } from '../support/some-files';

const noon = new Date('2027-01-05T12:00:00Z');
const connectorTo = (url: string) =>
  deskConnector({ url, secret: DESK_SECRET, describe: describeRequest, readFile: nothingKept });

describe('the desk connector, with the real desk', () => {
  itIsAConnector(() => openDesk(() => noon));

  itSendsFiles(async () => {
    const desk = await openDesk(() => noon);
    return {
      ...desk,
      files: async () => {
        const all = { statuses: [], organisations: [], page: 1 };
        const [request] = (await desk.store.queue(all, noon)).requests;
        return Promise.all(
          (request?.files ?? []).map(
            async ({ id }) => (await desk.store.files.read(request!.reference, id))!,
          ),
        );
      },
    };
  });

  it('tells the desk all that an agent needs to read', async () => {
    const desk = await openDesk(() => noon);
    const { reference } = await sendTo(desk.url);

    expect(await desk.store.read(reference, noon)).toMatchObject({
      key: 'PS-7F3K9Q',
      serviceTitle: 'Book annual leave',
      organisation: 'fellbridge',
      organisationName: 'Fellbridge Hospitals',
      requestedBy: { id: 'ana', name: 'Ana Pires' },
      fields: { firstDay: '2027-03-31', hours: 22.5 },
      summary: 'Annual leave, 31 March to 4 April 2027, 22.5 hours.',
      serviceLevelDays: 5,
      isDecided: true,
    });
    await desk.close();
  });

  it('tells the desk what the policies ask of it, where something was found', async () => {
    const desk = await openDesk(() => noon);
    const request = aRequest({ warnings: someWarnings });
    const delivery = { request, system: 'desk', failures: 0 };
    const { reference } = await connectorTo(desk.url).send(
      delivery,
      request.id,
      AbortSignal.timeout(5_000),
    );

    expect((await desk.store.read(reference, noon))?.warnings).toEqual(someWarnings);
    await desk.close();
  });

  it('tells the desk who approved it, where somebody has', async () => {
    const desk = await openDesk(() => noon);
    const approval = { by: 'Grace Adeyemi', at: '2027-01-05T11:30:00.000Z' };
    const connector = deskConnector({
      url: desk.url,
      secret: DESK_SECRET,
      describe: async () => ({ ...(await describeRequest()), approval }),
      readFile: nothingKept,
    });
    const { reference } = await sendWith(connector);

    expect(await desk.store.read(reference, noon)).toMatchObject({ approval, next: ['done'] });
    await desk.close();
  });

  it('keeps a request back, and does not lose it, where the secret is wrong', async () => {
    const desk = await openDesk(() => noon);
    const stranger = deskConnector({
      url: desk.url,
      secret: 'wrong',
      describe: describeRequest,
      readFile: nothingKept,
    });

    const error = await thrownBy(sendWith(stranger));

    expect(error).toBeInstanceOf(TryLater);
    expect(String(error)).toContain('DESK_SECRET');
    expect(await desk.held()).toEqual([]);
    await desk.close();
  });

  it('is refused where the desk can make nothing of the request', async () => {
    const desk = await openDesk(() => noon);
    const nameless = deskConnector({
      url: desk.url,
      secret: DESK_SECRET,
      describe: async () => ({ ...(await describeRequest()), serviceTitle: '' }),
      readFile: nothingKept,
    });

    expect(await thrownBy(sendWith(nameless))).toBeInstanceOf(Refused);
    await desk.close();
  });
});

describe('the desk connector, with a faulty desk', () => {
  itIsAConnector(async () => {
    const desk = await faultyDesk();
    return { ...desk, connector: connectorTo(desk.url) };
  });

  it.each<Fault>(['silent-after-the-work', 'cut-after-the-work', 'broken-words-after-the-work'])(
    'makes one request when the desk is %s',
    async (fault) => {
      const desk = await faultyDesk(fault);

      expect(await thrownBy(sendTo(desk.url, 100))).toBeInstanceOf(TryLater);
      expect(await sendTo(desk.url)).toEqual({ reference: 'F-1' });
      expect(await desk.held()).toEqual(['PS-7F3K9Q']);
      await desk.close();
    },
  );

  it.each([400, 413, 422])('is refused for good by %i', async (status) => {
    expect(await thrownByFault({ status })).toBeInstanceOf(Refused);
  });

  it.each([302, 401, 403, 404, 408, 429, 500, 502, 503])(
    'tries again later after %i',
    async (status) => {
      expect(await thrownByFault({ status })).toBeInstanceOf(TryLater);
    },
  );

  it('does not take a 409 about another key for a delivery', async () => {
    const body = JSON.stringify({ key: 'PS-000000', reference: 'F-9' });

    expect(await thrownByFault({ status: 409, body })).toBeInstanceOf(TryLater);
  });

  it.each([
    [{ 'retry-after': '90' }, 90_000],
    [
      { 'retry-after': 'Tue, 05 Jan 2027 12:02:00 GMT', date: 'Tue, 05 Jan 2027 12:00:00 GMT' },
      120_000,
    ],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('passes on how long the desk asks it to wait: %j', async (headers, notBefore) => {
    expect(await thrownByFault({ status: 429, headers })).toMatchObject({ notBefore });
  });

  it('tries again later where nobody listens', async () => {
    const desk = await faultyDesk();
    await desk.close();

    expect(await thrownBy(sendTo(desk.url))).toBeInstanceOf(TryLater);
  });

  it('says nothing in its errors of what was asked or by whom', async () => {
    const body = JSON.stringify({ message: 'Ana Pires cannot book leave' });
    const words = String(await thrownByFault({ status: 422, body }));

    expect(words).not.toMatch(/Ana|leave|fellbridge/i);
  });
});

const sendTo = (url: string, limitMs = 5_000) => sendWith(connectorTo(url), limitMs);

function sendWith(connector: ReturnType<typeof deskConnector>, limitMs = 5_000) {
  const request = aRequest();
  return connector.send(
    { request, system: 'desk', failures: 0 },
    request.id,
    AbortSignal.timeout(limitMs),
  );
}

async function thrownByFault(fault: Fault): Promise<unknown> {
  const desk = await faultyDesk(fault);
  try {
    return await thrownBy(sendTo(desk.url));
  } finally {
    await desk.close();
  }
}

const thrownBy = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => undefined,
    (error: unknown) => error,
  );
