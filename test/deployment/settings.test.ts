import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { readConfig, Settings } from '../../bot/config';
import { Settings as DeskSettings } from '../../bot/desk/desk-settings';
import { projectRoot } from '../../bot/project-root';

const file = readFileSync(path.join(projectRoot(), 'deployment/settings.md'), 'utf8');
const [assistant = '', desk = ''] = file.split('## The desk as a process of its own');

interface Row {
  readonly name: string;
  readonly meaning: string;
  readonly byDefault: string;
  readonly needed: string;
  readonly example: string;
}

const rowsOf = (part: string): Row[] =>
  part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const [, name = '', meaning = '', byDefault = '', needed = '', example = ''] = cells;
      return { name: bare(name), meaning, byDefault, needed, example: bare(example) };
    });

const bare = (code: string): string => code.replaceAll('`', '');

function defaultOf(schema: z.ZodType): string {
  const read = schema.safeParse(undefined);
  const value: unknown = read.success ? read.data : undefined;
  const isSet = typeof value === 'number' || (typeof value === 'string' && value !== '');
  return isSet ? `\`${value}\`` : 'none';
}

describe.each([
  ['the assistant', rowsOf(assistant), Settings.shape],
  ['the desk', rowsOf(desk), DeskSettings.shape],
])('the settings of %s', (_, rows, schemas: Readonly<Record<string, z.ZodType>>) => {
  it('are all told, each once, and no others', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(schemas).toSorted());
  });

  it.each(rows.map((row) => [row.name, row] as const))('%s is told as it is', (name, row) => {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`There is no setting called ${name}.`);

    // What is worked out from other settings is told after the word "none".
    expect(row.byDefault.replace(/^none: .+/, 'none')).toBe(defaultOf(schema));
    expect(schema.safeParse(row.example)).toMatchObject({ success: true });
    expect(row.meaning).not.toBe('');
    expect(row.needed).not.toBe('');
  });
});

function pairOf(line: string): readonly [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}

describe('the settings of signing in', () => {
  const openId = {
    OPENID_ISSUER: 'https://login.example/v2.0',
    OPENID_CLIENT_ID: 'web',
    OPENID_CLIENT_SECRET: 'made-up',
  };

  it.each([
    [
      'all but one',
      { ...openId, OPENID_CLIENT_SECRET: '' },
      'OPENID_CLIENT_SECRET: must be set too',
    ],
    [
      'a provider elsewhere without encryption',
      { ...openId, OPENID_ISSUER: 'http://login.example' },
      'OPENID_ISSUER: must begin with https://',
    ],
    [
      'nowhere to come back to',
      {
        ...openId,
        MicrosoftAppId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
        MicrosoftAppTenantId: '0f8fad5b-d9cb-469f-a165-70867728950e',
        MicrosoftAppType: 'UserAssignedMSI',
      },
      'PUBLIC_URL: must be set with OPENID_ISSUER',
    ],
  ])('are refused with %s', (_, env, complaint) => {
    expect(() => readConfig(env)).toThrow(complaint);
  });

  it('are enough on one machine, with a provider there', () => {
    const config = readConfig({ ...openId, OPENID_ISSUER: 'http://localhost:9000' });
    expect(config.OPENID_PROMPT).toBe('login');
  });
});

describe('the settings for production', () => {
  const [, block = ''] = /```sh\n([^`]+)```/.exec(file) ?? [];
  const env = Object.fromEntries(block.trim().split('\n').map(pairOf));

  it('are enough to start', () => {
    expect(readConfig(env)).toMatchObject({ production: true, authenticationOff: false });
  });

  it.each(Object.keys(env).filter((name) => name !== 'NODE_ENV' && name !== 'DIRECTORY_DIR'))(
    'are not enough without %s',
    (name) => {
      expect(() => readConfig({ ...env, [name]: '' })).toThrow(`${name}: must be`);
    },
  );
});

describe('the settings of Microsoft Graph', () => {
  const graph = {
    GRAPH_CLIENT_ID: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    GRAPH_CLIENT_SECRET: 'made-up',
    DIRECTORY_DIR: '/etc/people-services/directory',
    MicrosoftAppId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    MicrosoftAppTenantId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    MicrosoftAppType: 'UserAssignedMSI',
  };

  it('are enough with the files and an app id', () => {
    expect(readConfig(graph)).toMatchObject({ GRAPH_URL: 'https://graph.microsoft.com' });
  });

  it('are enough with a certificate in place of the secret', () => {
    const changes = { GRAPH_CLIENT_SECRET: '', GRAPH_CERTIFICATE_FILE: '/etc/app.pem' };

    expect(readConfig({ ...graph, ...changes })).toMatchObject({
      GRAPH_CERTIFICATE_FILE: '/etc/app.pem',
    });
  });

  it.each([
    [{ GRAPH_CLIENT_SECRET: '' }, 'GRAPH_CLIENT_SECRET: must be set too'],
    [{ GRAPH_CLIENT_ID: '' }, 'GRAPH_CLIENT_ID: must be set too, because GRAPH_CLIENT_SECRET is'],
    [{ GRAPH_CERTIFICATE_FILE: '/etc/app.pem' }, 'take one of them'],
    [{ DIRECTORY_DIR: '' }, 'DIRECTORY_DIR: must be set with GRAPH_CLIENT_ID'],
    [{ MicrosoftAppId: '' }, 'MicrosoftAppId: must be set with GRAPH_CLIENT_ID'],
    [{ GRAPH_URL: 'http://graph.example' }, 'GRAPH_URL: must begin with https://'],
    [{ GRAPH_LOGIN_URL: 'http://login.example' }, 'GRAPH_LOGIN_URL: must begin with https://'],
  ])('are refused with %j', (changes, complaint) => {
    expect(() => readConfig({ ...graph, ...changes })).toThrow(complaint);
  });
});
