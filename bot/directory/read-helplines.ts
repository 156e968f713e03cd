/** Reads the national helplines. */
import type { Helpline } from './directory';
import { DirectoryError } from './directory-error';
import { readText } from './read-table';
import { HelplineRows } from './rows';

interface Helplines {
  readonly rows: readonly Helpline[];
  readonly errors: readonly DirectoryError[];
}

export function readHelplines(folder: string, file: string): Helplines {
  const text = readText(folder, file);
  if (text instanceof DirectoryError) return { rows: [], errors: [text] };
  const wrong = (line: number, problem: string, remedy: string) =>
    new DirectoryError(file, line, problem, remedy);

  const json = parseJson(text);
  if (json === undefined) {
    return { rows: [], errors: [wrong(1, 'This is no JSON.', 'Put back the last good copy.')] };
  }
  const read = HelplineRows.safeParse(json.value);
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) =>
      wrong(lineOfEntry(text, path[0]), `"${path.join('.')}" is wrong.`, `It ${message}`),
    );
    return { rows: [], errors };
  }
  const ids = read.data.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) {
    const problem = `The id "${ids[twice] ?? ''}" is used twice.`;
    return {
      rows: [],
      errors: [wrong(lineOfEntry(text, twice), problem, 'Give each its own id.')],
    };
  }
  return { rows: read.data, errors: [] };
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The line on which entry number `index` begins, as far as its opening brackets tell. */
function lineOfEntry(text: string, index: PropertyKey | undefined): number {
  if (typeof index !== 'number') return 1;
  const before = text.split('{').slice(0, index + 1);
  return before.join('{').split('\n').length;
}
