import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../bot/project-root';

const root = projectRoot();
const read = (...names: readonly string[]): string =>
  readFileSync(path.join(root, ...names), 'utf8');

const Versions = z.record(z.string(), z.string());
const Project = z.object({ dependencies: Versions, devDependencies: Versions });
const Installed = z.object({ version: z.string(), license: z.string() });

const project = Project.parse(JSON.parse(read('package.json')));
const file = read('deployment/decisions/0006-dependencies.md');
const [needed = '', development = ''] = file.split('### What only development needs');

/** name → licence and version */
const rowsOf = (part: string) =>
  new Map(
    part
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => {
        const [, name = '', what, why, license, version] = line
          .split('|')
          .map((cell) => cell.trim());
        return [name.replaceAll('`', ''), { what, why, license, version }] as const;
      }),
  );

describe.each([
  ['the program', rowsOf(needed), project.dependencies],
  ['development', rowsOf(development), project.devDependencies],
])('the packages that %s needs', (_, rows, versions) => {
  it('are all accounted for, at one exact version each', () => {
    expect([...rows.keys()].toSorted()).toEqual(Object.keys(versions).toSorted());
    for (const version of Object.values(versions)) expect(version).toMatch(/^\d/);
  });

  it.each([...rows])('%s is told with its licence and version', (name, row) => {
    const installed = Installed.parse(JSON.parse(read('node_modules', name, 'package.json')));

    expect([row.license, row.version]).toEqual([installed.license, versions[name]]);
    expect([row.what, row.why]).not.toContain('');
  });
});
