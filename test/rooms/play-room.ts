/**
 * Plays the tests of a room as one file, so that what they test is loaded once for them all. Each
 * of them has a describe of its own: its hooks stay its own, and its path stands before a failure.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';

const tests = path.join(__dirname, '..');
const ENDING = '.test.ts';

export function playRoom(room: string): void {
  play(testsIn(path.join(tests, room)));
}

/** What no file beside this one names: a new room is played too, before anybody thinks of it. */
export function playOthers(): void {
  const named = new Set(readdirSync(__dirname).map((name) => path.parse(name).name));
  const apart = new Set(['slow', 'browser', 'faults', 'playground']);
  const entries = readdirSync(tests, { withFileTypes: true });
  play([
    ...entries.filter((entry) => entry.isFile()).map(({ name }) => path.join(tests, name)),
    ...entries
      .filter((entry) => entry.isDirectory() && !named.has(entry.name) && !apart.has(entry.name))
      .flatMap(({ name }) => testsIn(path.join(tests, name))),
  ]);
}

const testsIn = (folder: string): string[] =>
  readdirSync(folder, { encoding: 'utf8', recursive: true }).map((name) => path.join(folder, name));

function play(files: readonly string[]): void {
  for (const file of files.filter((name) => name.endsWith(ENDING)).toSorted())
    describe(path.relative(path.dirname(tests), file), () => {
      jest.requireActual(file);
    });
}
