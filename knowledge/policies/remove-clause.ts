/** An organisation's own file without one of its clauses. Everything else in it stays as it is. */
import { isScalar, isSeq, parseDocument } from 'yaml';
import { linesOf, withNextVersion } from './file-fields';
import { frontMatterOf, readSections, type Section } from './policy-sections';
import type { Day } from './schema';
import { VariationClauseMeta } from './variation-schema';

/** Fields in which one clause names others that come to mind with it: of one that is gone nobody is told. */
const NAMES_OTHERS = ['next', 'differs'];

/**
 * @param on the day of the change: the version is the next one of its year
 * @returns null where nothing is left; undefined where the file has no such clause
 */
export function removeClause(content: string, number: number, on: Day): string | null | undefined {
  const front = frontMatterOf(content);
  if (front === undefined) return undefined;
  const { sections } = readSections(VariationClauseMeta, '', front);
  if (!sections.some(({ meta }) => meta.id === number)) return undefined;
  if (sections.length === 1) return null;
  const { lines, end } = front;
  // Sections count their lines from 1, and begin with the heading.
  const begin = (index: number): number => (sections[index]?.line ?? lines.length + 1) - 1;
  const left = [
    ...withNextVersion(front, on),
    ...lines.slice(end, begin(0)),
    ...sections.flatMap((section, index) =>
      section.meta.id === number
        ? []
        : [
            ...withoutName(section, lines, number),
            ...lines.slice(section.bodyLine - 2, begin(index + 1)),
          ],
    ),
  ];
  return `${left.join('\n').trimEnd()}\n`;
}

/** From its heading to the last of its fields. */
function withoutName(
  { line, bodyLine, meta }: Section<VariationClauseMeta>,
  lines: readonly string[],
  number: number,
): readonly string[] {
  const block = lines.slice(line - 1, bodyLine - 2);
  const names: readonly unknown[] = [...meta.next, ...meta.differs];
  if (!names.includes(number)) return block;
  const open = block.findIndex((one) => one.trim() === '```yaml') + 1;
  const fields = parseDocument(block.slice(open).join('\n'));
  for (const name of NAMES_OTHERS) {
    const list = fields.get(name);
    if (!isSeq(list)) continue;
    const kept = list.items.filter((item) => !isScalar(item) || item.value !== number);
    if (kept.length === 0) fields.delete(name);
    else list.items = kept;
  }
  return [...block.slice(0, open), ...linesOf(fields)];
}
