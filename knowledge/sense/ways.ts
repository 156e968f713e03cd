/**
 * More of what staff say, for the build to learn from: a file a policy in `ways/`, lines by the
 * clause (or known gap) that answers them. They are not searched, so a start reads no more.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Lines by the id of a clause, or of a known gap. */
export type Ways = ReadonlyMap<string, readonly string[]>;

const File = z.record(z.string(), z.array(z.string().min(3)).min(1));

/** @throws Error that names the file, and says what is wrong with it */
export function readWays(folder: string): Ways {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(files.toSorted().flatMap((name) => Object.entries(readOne(folder, name))));
}

function readOne(folder: string, name: string): z.infer<typeof File> {
  const file = path.join(folder, name);
  try {
    return File.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file}: not lists of lines by clause. ${why}`, { cause: error });
  }
}

/** @throws Error where lines belong to nothing that there is: their clause was renamed or taken out */
export function checkWays(ways: Ways, known: ReadonlySet<string>): void {
  const strays = [...ways.keys()].filter((id) => !known.has(id));
  if (strays.length > 0)
    throw new Error(
      `knowledge/sense/ways: there is no ${strays.join(', ')}. Move the lines to the clause that answers them now, or take them out.`,
    );
}
