import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../bot/project-root';
import { readRoutes } from '../../bot/routing/read-routes';
import { createRoutes, type Routes } from '../../bot/routing/routes';
import { services } from '../../dialogs';
import { noon } from '../contracts/samples';
import { openStage } from '../golden/stage';

const routable = {
  organisations: ['fellbridge', 'vale', 'orchard-street'],
  services: ['pay-query', 'leaver'],
  systems: ['desk', 'payroll'],
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'routes-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function routesOf(...rows: readonly string[]): Routes {
  const file = path.join(folder, 'routes.csv');
  writeFileSync(file, ['organisation,service,system', ...rows, ''].join('\n'));
  return readRoutes(file, routable);
}

describe('the route of a request', () => {
  it('is the most specific row, wherever in the file it stands', () => {
    const routes = createRoutes([
      { organisation: '*', service: '*', system: 'all' },
      { organisation: '*', service: 'pay-query', system: 'pay anywhere' },
      { organisation: 'vale', service: '*', system: 'all of Vale' },
      { organisation: 'vale', service: 'leaver', system: 'leavers of Vale' },
    ]);

    expect(routes('fellbridge', 'leaver')).toBe('all');
    expect(routes('fellbridge', 'pay-query')).toBe('pay anywhere');
    expect(routes('vale', 'pay-query')).toBe('all of Vale');
    expect(routes('vale', 'leaver')).toBe('leavers of Vale');
  });

  it('is that of the requester’s organisation and of the service, once it is confirmed', async () => {
    const stage = await openStage('ana-pires', {
      routes: createRoutes([
        { organisation: '*', service: '*', system: 'desk' },
        { organisation: 'fellbridge', service: 'occupational-health', system: 'local-health' },
      ]),
    });
    const said = ['I want to refer myself to occupational health', 'by email', 'skip', 'yes'];
    for (const [message, text] of said.entries()) {
      await stage.say({ kind: 'text', text }, String(message), noon);
    }

    expect(await stage.stored()).toContain('"system":"local-health"');
    await stage.close();
  });
});

describe('the routes that come with the project', () => {
  it('send every service of every organisation to the desk', () => {
    const ids = services.map(({ id }) => id);
    const file = path.join(projectRoot(), 'bot/routing/routes.csv');
    const routes = readRoutes(file, { ...routable, services: ids, systems: ['desk'] });

    expect(new Set(ids.map((id) => routes('vale', id)))).toEqual(new Set(['desk']));
  });
});

describe('routes with mistakes are refused at the start, with the line and what to do', () => {
  it.each<[string, string[], string]>([
    [
      'an unknown organisation',
      ['*,*,desk', 'vael,*,desk'],
      'routes.csv:3: The organisation "vael" does not exist. Add it to organisations.csv',
    ],
    [
      'an unknown service',
      ['*,*,desk', '*,payquery,desk'],
      'routes.csv:3: The service "payquery" does not exist. Correct the id, or write * for all. The services are: pay-query, leaver.',
    ],
    [
      'a system without a connector',
      ['*,*,desk', '*,leaver,esr'],
      'routes.csv:3: No connector is set up for "esr". Set its connector up (see deployment/connectors.md), or name one of: desk, payroll.',
    ],
    [
      'two rows for one thing',
      ['*,*,desk', 'vale,*,desk', 'vale,*,payroll'],
      'routes.csv:4: Line 3 already says where "*" of "vale" goes.',
    ],
    [
      'an empty cell',
      ['*,,desk'],
      'routes.csv:2: "service" is "". It must not be empty. Write * for all.',
    ],
    ['a missing cell', ['*,*'], 'routes.csv:2: The column "system" is missing here.'],
    [
      'no rows',
      [],
      'routes.csv:1: Nothing says where "pay-query" goes for fellbridge, vale, orchard-street. Add a row',
    ],
    [
      'a service of one organisation that goes nowhere',
      ['vale,*,desk', 'fellbridge,*,desk', '*,pay-query,payroll'],
      'routes.csv:1: Nothing says where "leaver" goes for orchard-street.',
    ],
  ])('%s', (_, rows, complaint) => {
    expect(() => routesOf(...rows)).toThrow(complaint);
  });

  it('all of them at once', () => {
    expect(() => routesOf('vael,*,esr')).toThrow(
      /vael[^]*"esr"[^]*"pay-query" goes for[^]*"leaver" goes for/,
    );
  });

  it('a file that is not there', () => {
    expect(() => readRoutes(path.join(folder, 'none.csv'), routable)).toThrow(
      `none.csv:1: The file cannot be opened. Put it in ${folder}`,
    );
  });
});
