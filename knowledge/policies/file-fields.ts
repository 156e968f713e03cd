/** Fields of an own file, written anew: everything that is not changed stays as its writer left it. */
import { parseDocument } from 'yaml';
import type { FrontMatter } from './policy-sections';
import type { Day } from './schema';

export function withNextVersion({ lines, end }: FrontMatter, on: Day): readonly string[] {
  const head = parseDocument(lines.slice(1, end).join('\n'));
  head.set('version', nextVersion(String(head.get('version')), on));
  return [lines[0] ?? '---', ...linesOf(head)];
}

export const linesOf = (document: ReturnType<typeof parseDocument>): readonly string[] =>
  document.toString({ lineWidth: 0 }).trimEnd().split('\n');

/** `2026.1` becomes `2026.2`, or `2027.1` in another year. */
function nextVersion(version: string, on: Day): string {
  const [year = '', number = '0'] = version.split('.');
  const now = on.slice(0, 4);
  return now > year ? `${now}.1` : `${year}.${Number(number) + 1}`;
}
