/** A playground of one person: their Teams, with a chat of their own, a group and a channel. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import type { Person } from '../../bot/directory/directory';
import { eventually } from '../faults/eventually';
import { directory } from '../support/directory';
import { runProgram, type Program } from '../support/programs';
import { client } from './client';

export const ASSISTANT = 'People Services';
/** The client wants no fewer beside the one who looks. */
const FEWEST_OTHERS = 5;

export interface Playground {
  readonly url: string;
  close(): Promise<void>;
}

/** @param app where the assistant takes messages */
export async function openPlayground(who: string, app: string): Promise<Playground> {
  const folder = mkdtempSync(path.join(tmpdir(), 'playground-'));
  const config = path.join(folder, 'config.yml');
  writeFileSync(config, stringify(await contextOf(who)));
  const program = runProgram(
    client,
    'cli',
    ['start', '-e', `${app}/api/messages`, '-c', 'msteams', '-p', '0', '--disable-telemetry'],
    {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: path.join(folder, 'log'),
      PATH: process.env.PATH ?? '',
    },
  );
  const close = async (): Promise<void> => {
    await program.kill();
    rmSync(folder, { recursive: true });
  };
  try {
    const url = `http://127.0.0.1:${await portOf(program)}`;
    await eventually('the playground', async () => ((await fetch(url)).ok ? true : undefined));
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function portOf(program: Program): Promise<string> {
  for (;;) {
    const [, port] = /Listening on (\d+)/.exec(await program.line()) ?? [];
    if (port !== undefined) return port;
  }
}

async function contextOf(who: string): Promise<object> {
  const people = await directory.people();
  const me = people.find(({ id }) => id === who);
  const home = await directory.organisation(me?.organisation ?? '');
  if (me === undefined || home === undefined) throw new Error(`The directory has no “${who}”.`);
  const others = people.filter(({ id, organisation }) => id !== who && organisation === home.id);
  return {
    version: '0.1.1',
    tenantId: home.tenantId,
    bot: { id: '28:people-services', name: ASSISTANT },
    currentUser: userOf(me),
    users: others.slice(0, FEWEST_OTHERS).map(userOf),
    personalChat: { id: `a:${who}` },
    groupChat: { id: '19:ward-7@thread.v2', name: 'Ward 7' },
    team: {
      id: 'team-ward-7',
      name: 'Ward 7 team',
      aadGroupId: '00000000-0000-4000-8000-000000000031',
      channels: [{ id: '19:rota@thread.tacv2', name: 'Rota' }],
    },
  };
}

const userOf = ({ id, name, givenName, email, aadObjectId }: Person): object => ({
  id: `29:${id}`,
  name,
  userPrincipleName: email,
  aadObjectId,
  givenName,
  surname: name.split(' ').at(-1),
  email,
});
