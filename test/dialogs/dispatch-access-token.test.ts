import { TryLater } from '../../dialogs/dispatch/connector';
import { type FakeServiceNow, fakeServiceNow, type Fault } from '../fakes/fake-servicenow';
import { connectorTo, problem, send, thrownBy } from '../support/servicenow-as-mapped';

let instance: FakeServiceNow;
let now: Date;

beforeEach(async () => {
  now = new Date('2027-01-05T12:00:00Z');
  instance = await fakeServiceNow();
});
afterEach(() => instance.close());

const connector = (secret?: string) =>
  connectorTo(instance.url, { clock: () => now, ...(secret === undefined ? {} : { secret }) });

const thrownAfter = (...faults: readonly Fault[]): Promise<unknown> => {
  instance.script(...faults);
  return thrownBy(send(connector()));
};

describe('the token of the REST connector', () => {
  it('is asked for once, and used until shortly before it ends', async () => {
    const sender = connector();
    await send(sender);
    now = new Date(now.getTime() + 28 * 60_000);
    await send(sender);
    expect(instance.calls.filter((call) => call === 'token')).toHaveLength(1);

    now = new Date(now.getTime() + 2 * 60_000);
    await send(sender);
    expect(instance.calls.filter((call) => call === 'token')).toHaveLength(2);
  });

  it('is asked for once more where it was refused', async () => {
    const sender = connector();
    await send(sender);
    instance.expireTokens();

    expect(await send(sender)).toEqual({ reference: 'HRC0000001' });
    expect(instance.calls.slice(-3)).toEqual(['look-up', 'token', 'look-up']);
  });

  it('is not asked for again and again', async () => {
    const error = await thrownAfter(problem('look-up', 401), problem('look-up', 401));

    expect(error).toBeInstanceOf(TryLater);
    expect(instance.calls).toEqual(['token', 'look-up', 'token', 'look-up']);
  });

  it('keeps a request back where the secret is wrong, and says what to look at', async () => {
    const error = await thrownBy(send(connector('wrong')));

    expect(error).toBeInstanceOf(TryLater);
    expect(String(error)).toContain(
      'answered 401: check token.clientId in its file and CONNECTOR_SECRET_SERVICENOW',
    );
    expect(instance.calls).toEqual(['token']);
  });

  it('waits as long as the token service asks', async () => {
    expect(await thrownAfter(problem('token', 429, { 'retry-after': '30' }))).toMatchObject({
      name: 'TryLater',
      notBefore: 30_000,
    });
  });

  it.each([302, 500, 503])('is tried for again later after %i', async (status) => {
    const error = await thrownAfter(problem('token', status, { location: 'http://127.0.0.1:1/' }));

    expect(error).toBeInstanceOf(TryLater);
    expect(String(error)).toContain(`The token service of servicenow answered ${status}`);
  });

  it('is not made out of an answer that holds none', async () => {
    const error = await thrownAfter({ on: 'token', does: { status: 200, body: { hello: 1 } } });

    expect(String(error)).toContain('answered 200 without a token');
  });
});
