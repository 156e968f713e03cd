import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../bot/project-root';
import { fill } from '../../dialogs/dispatch/connectors/fill';
import { readConnectors } from '../../dialogs/dispatch/connectors/read-connectors';
import { fileFor, mappable } from '../support/servicenow-as-mapped';

const good = fileFor('https://people.service-now.example');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'connectors-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (text: string, file = 'servicenow.yaml') => {
  writeFileSync(path.join(folder, file), text);
  return readConnectors(folder, mappable);
};

const lineOf = (words: string): number => good.slice(0, good.indexOf(words)).split('\n').length;

describe('the files of connectors', () => {
  it('are named like the system that routes name', () => {
    expect(read(good)).toMatchObject([{ name: 'servicenow', settings: { kind: 'rest' } }]);
  });

  it('may be the worked example as it stands', () => {
    cpSync(path.join(projectRoot(), 'deployment/connectors'), folder, { recursive: true });

    expect(readConnectors(folder, mappable)).toMatchObject([{ name: 'servicenow' }]);
  });

  it('may say a mailbox', () => {
    expect(read('kind: e-mail\nto: office@orchard-street.example\n', 'office.yaml')).toEqual([
      { name: 'office', settings: { kind: 'e-mail', to: 'office@orchard-street.example' } },
    ]);
    expect(() => read('kind: e-mail\nto: the office\n', 'office.yaml')).toThrow(
      'office.yaml:2: "to": must be one e-mail address.',
    );
  });

  it('may be JSON too', () => {
    const [{ settings } = { settings: undefined }] = read(good);
    rmSync(path.join(folder, 'servicenow.yaml'));

    expect(read(JSON.stringify(settings), 'hr.json')).toMatchObject([{ name: 'hr' }]);
  });

  it('may stand beside other files, which are left alone', () => {
    writeFileSync(path.join(folder, 'notes.txt'), 'nothing');

    expect(read(good)).toHaveLength(1);
  });

  it.each([
    ['address: https://people', 'address: http://people', 'must begin with https://'],
    ['kind: rest', 'kind: soap', '"kind"'],
    ["clientId: 'people-services-assistant'", 'clientId: 123', 'must be text; put quotes round it'],
    [
      'correlation_id={key}',
      'correlation_id={summary}',
      'has a slot {summary}, but nothing has that name here',
    ],
    ["'{subject}'", "'{sbject}'", 'has a slot {sbject}'],
    ['    pay-query: Payroll', '    payquery: Payroll', 'is no service. The services are: '],
    ['  assignmentGroup:\n', '  summary:\n', 'is a slot already: choose another name'],
    ['  reference: result.number', '  reference: $.result', 'must be names with dots between'],
    ['  path: /api', '  path: api', 'must begin with /'],
    ['kind: rest', 'kind: rest\nheaders: {Authorization: x}', 'must not hold "authorization"'],
    ['kind: rest', 'kind: rest\nsecret: abc', '"secret"'],
    ['kind: rest', 'kind: "rest', 'This is not valid YAML'],
  ])('with a mistake are refused, by line: %s → %s', (right, wrong, complaint) => {
    expect(good).toContain(right);
    expect(() => read(good.replace(right, wrong))).toThrow(complaint);
    expect(() => read(good.replace(right, wrong))).toThrow(/^servicenow\.yaml:\d+: /);
  });

  it('say the line that is wrong', () => {
    const wrong = good.replace('  reference: result.number', '  reference: $.result');

    expect(() => read(wrong)).toThrow(`servicenow.yaml:${lineOf('  reference: result.number')}: `);
  });

  it.each([
    [/^lookUp:\n(?: .*\n|\n)+/m, '"attach": needs "lookUp" beside it'],
    [/^  record: .*\n/m, 'needs "record"'],
  ])('with files and no way back to what they go with are refused: %s', (left, complaint) => {
    expect(good).toMatch(left);
    expect(() => read(good.replace(left, ''))).toThrow(complaint);
  });

  it('say all that is wrong at once', () => {
    writeFileSync(path.join(folder, 'other.yaml'), 'kind: rest\n');

    expect(() => read(good.replace("'{subject}'", "'{sbject}'"))).toThrow(/other\.yaml[^]*sbject/);
  });

  it.each([
    ['desk.yaml', '"desk" cannot be the name of a system.'],
    ['Service Now.yaml', '"Service Now" cannot be the name of a system.'],
  ])('cannot be called %s', (file, complaint) => {
    expect(() => read(good, file)).toThrow(complaint);
  });

  it('cannot be two of one name', () => {
    read(good);

    expect(() => read(good, 'servicenow.yml')).toThrow('Two files are called "servicenow".');
  });

  it('stand in a folder that is there', () => {
    expect(() => readConnectors(path.join(folder, 'none'), mappable)).toThrow('set CONNECTORS_DIR');
  });
});

describe('filling a template', () => {
  const facts = { key: 'PS-7F3K9Q', days: 5, decided: true };

  it('keeps a number a number where it stands alone', () => {
    expect(fill({ days: '{days}', text: 'in {days} days', ok: '{decided}' }, facts)).toEqual({
      days: 5,
      text: 'in 5 days',
      ok: true,
    });
  });

  it('leaves out what is not known, wherever it stands', () => {
    const template = {
      a: '{nobody}',
      b: 'by {nobody}',
      c: [{ d: '{nobody}' }, '{nobody}', 1],
      e: null,
    };

    expect(fill(template, facts)).toEqual({ c: [{}, 1], e: null });
  });

  it('takes no slot out of a fact', () => {
    expect(fill('{said}', { said: '{key}', key: 'secret' })).toBe('{key}');
    expect(fill('{said} {key}', { said: '$& {key}', key: 'PS' })).toBe('$& {key} PS');
  });
});
