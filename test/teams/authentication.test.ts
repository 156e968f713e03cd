import { request } from 'node:http';
import { checkSettings, type TeamsSettings } from '../../bot/teams/settings';
import { answerBeforeBody } from '../support/answer-before-body';
import { TENANT } from './a-directory';
import { aMessage, openDoor, type ADoor } from './a-door';

const APP = 'b7e1c2d3-0000-4000-8000-000000000001';
const settings = {
  appId: APP,
  appType: 'SingleTenant',
  tenantId: TENANT,
  password: 'not-a-real-one',
};
const teams = { serviceUrl: 'https://smba.trafficmanager.net/uk/' };

describe('a caller, where authentication is on', () => {
  let door: ADoor;
  const printed: unknown[] = [];
  beforeEach(async () => {
    printed.length = 0;
    jest.spyOn(console, 'error').mockImplementation((...words) => printed.push(words));
    jest.spyOn(console, 'warn').mockImplementation((...words) => printed.push(words));
    door = await openDoor({ settings, patience: { identifyWithinMs: 1_000 } });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await door.close();
    expect(printed).toEqual([]);
    expect(door.turns).toEqual([]);
  });

  it.each([
    ['no token', {}],
    ['an empty token', { authorization: ' ' }],
    ['junk', { authorization: 'Bearer junk' }],
    ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }],
    ['half a token', { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.' }],
  ])('with %s gets 401 and learns nothing', async (_what, headers) => {
    const response = await door.post(aMessage(teams), headers);

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      error: 'Only Microsoft Teams may call this, with a valid token.',
    });
  });

  it.each([
    'http://127.0.0.1:3978/',
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net:8443/uk/',
    'https://user@smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evilbotframework.com/',
    'https://evil.example/?smba.trafficmanager.net',
    'https://52.112.0.1/',
    'https://[::1]/',
    'ftp://botframework.com/',
    'file:///etc/passwd',
    'botframework.com',
  ])('who wants to be answered at %s gets 403', async (serviceUrl) => {
    const response = await door.post(aMessage({ serviceUrl }), { authorization: 'Bearer x' });

    expect(response.status).toBe(403);
  });

  it('nothing is read of a call without a token', async () => {
    expect(await answerBeforeBody(door.url)).toMatchObject({ status: 401 });
  });

  it.each([
    'https://smba.trafficmanager.net/uk/',
    'https://europe.botframework.com',
    'https://smba.infra.gov.teams.microsoft.us/gcch',
  ])('who is to be answered at %s is asked for the token', async (serviceUrl) => {
    expect((await door.post(aMessage({ serviceUrl }), { authorization: 'Bearer x' })).status).toBe(
      401,
    );
  });
});

describe('in production', () => {
  it('nothing but Teams is heard', async () => {
    const door = await openDoor({ settings: { ...settings, production: true } });
    for (const channelId of ['emulator', 'directline', 'AseChannel', 'webchat'])
      expect(
        (await door.post(aMessage({ ...teams, channelId }), { authorization: 'Bearer x' })).status,
      ).toBe(403);
    await door.close();
  });

  const starting = (given: Partial<TeamsSettings>) => () => {
    checkSettings({ allowedTenants: [], production: false, ...given });
  };

  it('the door does not open without an app id, nor with half of its settings', () => {
    expect(starting({ production: true })).toThrow('MicrosoftAppId is missing');
    expect(starting({ production: true, appId: APP, appType: 'MultiTenant' })).toThrow(
      /SingleTenant or UserAssignedMSI[\s\S]*MicrosoftAppTenantId is missing/,
    );
    expect(starting({ ...settings, appType: 'UserAssignedMSI' })).toThrow(
      'must not be set with a managed identity',
    );
  });
});

describe('where authentication is off', () => {
  it('a page elsewhere that points its own name at this machine is refused', async () => {
    const door = await openDoor();
    const body = JSON.stringify({ ...aMessage(), serviceUrl: door.connector.url });
    const status = await new Promise((resolve, reject) => {
      const call = request(
        door.url,
        {
          method: 'POST',
          headers: {
            host: 'evil.example',
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      call.on('error', reject);
      call.end(body);
    });

    expect(status).toBe(403);
    expect(door.turns).toEqual([]);
    await door.close();
  });

  it('a reply goes to this machine or to the channel service, nowhere else', async () => {
    const door = await openDoor();
    for (const serviceUrl of [
      'http://10.0.0.1/',
      'http://169.254.169.254/',
      'https://evil.example',
      'http://0.0.0.0:1/',
    ])
      expect((await door.post(aMessage({ serviceUrl }))).status).toBe(403);
    await door.close();
  });
});
