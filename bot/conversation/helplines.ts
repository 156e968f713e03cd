/** National helplines, as they are said. */
import type { Directory, Helpline } from '../directory/directory';

/** @throws Error for an id that the directory's file lacks: a helpline must never be missing from the words */
export async function helplinesInWords(
  directory: Pick<Directory, 'helplines'>,
  ids: readonly string[],
): Promise<readonly string[]> {
  const all = await directory.helplines();
  return ids.map((id) => {
    const found = all.find((helpline) => helpline.id === id);
    if (found === undefined) throw new Error(`The helpline "${id}" is not in helplines.json.`);
    return sayHelpline(found);
  });
}

const sayHelpline = ({ name, phone, when }: Helpline): string => `${name}: **${phone}** (${when})`;

export const list = (lines: readonly string[]): string =>
  lines.map((line) => `- ${line}`).join('\n');
