import { startFakeKeyServer, type FakeKeyServer } from '../fakes/fake-key-server';
import { TENANT } from './a-directory';
import { aMessage, openDoor, type ADoor } from './a-door';

const APP = 'b7e1c2d3-0000-4000-8000-000000000001';
const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const now = Math.floor(Date.now() / 1000); // the SDK looks at the real clock
const good = {
  iss: 'https://api.botframework.com',
  aud: APP,
  serviceurl: serviceUrl,
  nbf: now - 60,
  exp: now + 3600,
};
/** Of a tenant that is not ours: what passes the token check ends there, and nothing is sent. */
const message = aMessage({
  serviceUrl,
  conversation: { id: 'a:one', conversationType: 'personal', tenantId: 'another' },
});

describe('a token', () => {
  let door: ADoor;
  let keys: FakeKeyServer;
  const printed: unknown[] = [];
  const open = async (behaviour: 'answers' | 'hangs' | 'fails') => {
    keys = await startFakeKeyServer(good, behaviour);
    door = await openDoor({
      settings: { appId: APP, tenantId: TENANT, password: 'none', production: true },
      // Short only where it is waited out: a busy machine takes its time over an answer.
      patience: { identifyWithinMs: behaviour === 'hangs' ? 200 : 10_000 },
    });
  };
  beforeEach(() => {
    printed.length = 0;
    jest.spyOn(console, 'error').mockImplementation((...words) => printed.push(words));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await door.close();
    await keys.close();
    expect(printed).toEqual([]);
  });
  const statusFor = async (authorization: string) =>
    (await door.post(message, { authorization })).status;

  it('of the channel service for this bot and this address opens the door', async () => {
    await open('answers');

    expect(await statusFor(keys.token())).toBe(200);
    expect(door.events).toEqual([{ event: 'teams.unknown-tenant' }]);
    expect(door.turns).toEqual([]);
  });

  it.each<[string, (keys: FakeKeyServer) => string]>([
    ['for another bot', ({ token }) => token({ aud: 'another' })],
    ['of another issuer', ({ token }) => token({ iss: 'https://evil.example' })],
    [
      'of an emulator, in production',
      ({ token }) => token({ iss: `https://sts.windows.net/${TENANT}/` }),
    ],
    [
      'for another address',
      ({ token }) => token({ serviceurl: 'https://smba.trafficmanager.net/emea/' }),
    ],
    ['for no address', ({ token }) => token({ serviceurl: undefined })],
    ['that has run out', ({ token }) => token({ nbf: now - 7200, exp: now - 3600 })],
    ['that is not yet good', ({ token }) => token({ nbf: now + 3600, exp: now + 7200 })],
    ['signed by somebody else', ({ forged }) => forged()],
    ['signed with the public key as a password', ({ confused }) => confused()],
  ])('%s gets 401, and nothing is printed', async (_what, make) => {
    await open('answers');

    expect(await statusFor(make(keys))).toBe(401);
    expect(door.events).toEqual([]);
  });

  it.each(['hangs', 'fails'] as const)(
    'is not waited for when Microsoft’s key server %s',
    async (behaviour) => {
      await open(behaviour);
      const response = await door.post(message, { authorization: keys.token() });

      expect(response.status).toBe(503);
      expect(await response.json()).toEqual({
        error: 'The token cannot be checked just now. Try again.',
      });
    },
  );
});
