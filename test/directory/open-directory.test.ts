import { once, EventEmitter } from 'node:events';
import { openDirectory, type OpenDirectory } from '../../bot/assemble-directory';
import { readConfig } from '../../bot/config';
import { healthRoutes } from '../../bot/http/health-routes';
import type { Log, LogEvent } from '../../bot/log';
import { whoSpeaks } from '../../bot/teams/who-speaks';
import { createSessions } from '../../bot/web/sessions';
import { cookieName, SESSION_COOKIE, visitorOf } from '../../bot/web/web-parts';
import { Activity } from '../../bot/teams/activity';
import { directory as asFiles } from '../support/directory';
import { settingsFor } from '../support/people-in-graph';
import { serveRoutes } from '../support/serve-routes';
import { aHospital, ANA, FELLBRIDGE, type Hospital } from './graph-hospital';

let hospital: Hospital;
let said: EventEmitter;
let events: LogEvent[];
let opened: OpenDirectory;
let reading: { stop(): Promise<void> } | undefined;
let now: Date;

const heard = (event: LogEvent): void => {
  events.push(event);
  said.emit(event.event);
};
const log: Log = { info: heard, warn: heard, error: heard };

beforeEach(async () => {
  hospital = await aHospital();
  said = new EventEmitter();
  events = [];
  now = new Date('2027-01-05T12:00:00Z');
  const config = readConfig(settingsFor(hospital.graph, hospital.folder));
  const often = { ...config, GRAPH_EVERY_MINUTES: 0.0005 };
  opened = await openDirectory(often, log, () => now);
});
afterEach(async () => {
  await reading?.stop();
  reading = undefined;
  await hospital.close();
});

/** Begins to read in the background, and waits until it said so. */
async function until(event: string): Promise<void> {
  const heardOf = once(said, event);
  reading ??= opened.startReading();
  await heardOf;
}

const asAna = Activity.parse({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  from: { id: '29:ana', aadObjectId: ANA },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:one', conversationType: 'personal', tenantId: FELLBRIDGE },
  text: 'hello',
});

describe('the directory of the settings', () => {
  it('is the one in Graph, and the log counts who was left out', async () => {
    expect(await opened.directory.people()).toEqual(await asFiles.people());
    expect(events).toEqual([
      expect.objectContaining({ event: 'directory.read', people: 43, disabled: 0, guests: 0 }),
    ]);
  });

  it('lets nobody in at either door once their account is blocked', async () => {
    const sessions = createSessions(() => 'a-secret');
    const session = sessions.open('ana-pires', now);
    const tools = { sessions, directory: opened.directory, publicUrl: undefined };
    const inTheWebChat = () =>
      visitorOf(tools, { cookies: { [cookieName(tools, SESSION_COOKIE)]: session.id }, now });
    const inTeams = () =>
      whoSpeaks(
        { directory: opened.directory, allowedTenants: [FELLBRIDGE], authenticated: true, log },
        asAna,
      );
    expect(await inTheWebChat()).toMatchObject({ person: { id: 'ana-pires' } });
    expect(await inTeams()).toMatchObject({ kind: 'person' });

    hospital.graph.change(FELLBRIDGE, ANA, { accountEnabled: false });
    await until('directory.read');

    expect(await inTheWebChat()).toBeUndefined();
    expect(await inTeams()).toMatchObject({ kind: 'stranger', organisation: 'fellbridge' });
  });

  it('stays in force while Graph refuses, and the log and /health say since when', async () => {
    const { url, close } = await serveRoutes(healthRoutes(async () => true, opened.health));
    const health = async () => (await fetch(`${url}/health`)).json();
    const readAt = '2027-01-05T12:00:00.000Z';
    hospital.graph.refuse(FELLBRIDGE);
    await until('directory.not-read');

    expect(events.at(-1)).toMatchObject({ event: 'directory.not-read', since: readAt });
    expect(await opened.directory.byAadObjectId(FELLBRIDGE, ANA)).toBeDefined();
    expect(await health()).toMatchObject({ up: true, directory: { readAt } });
    expect(opened.health(now)).toMatchObject({ isOld: false });
    expect(opened.health(new Date(now.getTime() + 1_000))).toMatchObject({ isOld: true });
    await close();
  });
});
