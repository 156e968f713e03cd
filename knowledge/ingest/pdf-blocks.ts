/** From lines of print to headings, paragraphs, lists and tables, by size, font and distance. */
import type { Block } from './block';
import type { Line } from './pdf-lines';
import { tableMarkdown } from './table-rows';

interface Body {
  readonly size: number;
  readonly font: string | undefined;
  readonly left: number;
  readonly right: number;
}

const BULLET = /^(?:[•●▪◦‣∙·*–-]|o(?= )|\(?[a-z]\)|\([ivx]+\))\s*/;
const LONGEST_HEADING = 110;
const HEADING_SIZE = 1.1;

export function blocksOf(lines: readonly Line[]): Block[] {
  const body = bodyOf(lines);
  const levels = headingSizes(lines, body);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const table = tableFrom(lines, at);
    const level = headingLevel(line, lines[at - 1], lines[at + 1], body, levels);
    if (table > 1) {
      blocks.push({ kind: 'body', markdown: tableText(lines.slice(at, at + table)) });
      at += table;
    } else if (level > 0) {
      const more = continuesHeading(line, lines[at + 1]) ? 1 : 0;
      const text = lines
        .slice(at, at + 1 + more)
        .map((part) => part.text)
        .join(' ');
      blocks.push({ kind: 'heading', level, text });
      at += 1 + more;
    } else {
      const length = paragraphFrom(lines, at, body, levels);
      addParagraph(blocks, lines.slice(at, at + length), body);
      at += length;
    }
  }
  return blocks;
}

function bodyOf(lines: readonly Line[]): Body {
  const size = commonest(
    lines.map((line) => [String(Math.round(line.size * 2) / 2), line.text.length]),
  );
  const own = lines.filter((line) => Math.round(line.size * 2) / 2 === Number(size));
  return {
    size: Number(size),
    font: commonest(
      own.flatMap((line) =>
        line.font === undefined ? [] : [[line.font, line.text.length] as const],
      ),
    ),
    left: Number(commonest(own.map((line) => [String(Math.round(line.x)), 1]))),
    right: Math.max(0, ...own.map((line) => line.right)),
  };
}

function commonest(votes: readonly (readonly [string, number])[]): string | undefined {
  const sums = new Map<string, number>();
  for (const [name, weight] of votes) sums.set(name, (sums.get(name) ?? 0) + weight);
  return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Sizes above the body's, largest first: level 1, level 2 … */
function headingSizes(lines: readonly Line[], { size }: Body): readonly number[] {
  const larger = lines.filter(
    (line) => line.size >= size * HEADING_SIZE && line.text.length <= LONGEST_HEADING,
  );
  return [...new Set(larger.map((line) => Math.round(line.size)))].sort((a, b) => b - a);
}

/** 0 for a line that is no heading. A bold line of body size is one below the smallest size. */
function headingLevel(
  line: Line,
  before: Line | undefined,
  after: Line | undefined,
  body: Body,
  sizes: readonly number[],
): number {
  if (line.text.length > LONGEST_HEADING || !/\p{L}/u.test(line.text)) return 0;
  if (line.size >= body.size * HEADING_SIZE) return sizes.indexOf(Math.round(line.size)) + 1;
  const otherFont =
    line.font !== undefined && line.font !== body.font && line.size >= body.size * 0.95;
  const parted =
    before?.page !== line.page ||
    before.y - line.y > line.size * 1.45 ||
    before.size > line.size * 1.05;
  const ends = /[.,;]$/.test(line.text) || BULLET.test(line.text);
  if (!otherFont || !parted || ends || line.cells.length > 1 || after === undefined) return 0;
  return after.font === line.font && after.page === line.page ? 0 : Math.min(6, sizes.length + 1);
}

const continuesHeading = (line: Line, next: Line | undefined): boolean =>
  next?.page === line.page &&
  next.font === line.font &&
  Math.abs(next.size - line.size) < 0.5 &&
  line.y - next.y < line.size * 1.5 &&
  /^\p{Ll}/u.test(next.text);

/** How many lines from here are rows of one table. */
function tableFrom(lines: readonly Line[], start: number): number {
  let at = start;
  while ((lines[at]?.cells.length ?? 0) > 1 && !BULLET.test(lines[at]?.text ?? '')) at += 1;
  return at - start;
}

function tableText(rows: readonly Line[]): string {
  const [top, ...rest] = rows.map(({ cells }) => cells);
  const even = rest.every((cells) => cells.length === top?.length);
  if (even && top !== undefined) {
    const bold = rows[0]?.font !== rows[1]?.font;
    return tableMarkdown(
      bold ? { header: top, rows: rest } : { header: null, rows: [top, ...rest] },
    );
  }
  return rows.map(({ cells }) => `- ${cells.join('; ')}`).join('\n');
}

function paragraphFrom(
  lines: readonly Line[],
  start: number,
  body: Body,
  sizes: readonly number[],
): number {
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const [line, before] = [lines[at], lines[at - 1]];
    if (line === undefined || before === undefined || tableFrom(lines, at) > 1) break;
    if (headingLevel(line, before, lines[at + 1], body, sizes) > 0 || BULLET.test(line.text)) break;
    const overPage = before.page !== line.page;
    if (overPage ? !/^\p{Ll}/u.test(line.text) : startsAnew(line, before, body)) break;
  }
  return at - start;
}

/** After a gap, or, in an indented list without marks, after a line that had room left. */
function startsAnew(line: Line, before: Line, body: Body): boolean {
  if (Math.abs(before.y - line.y) > line.size * 1.7) return true;
  const roomLeft = before.right < body.left + (body.right - body.left) * 0.75;
  return line.x > body.left + line.size * 0.8 && roomLeft && Math.abs(line.x - before.x) < 1;
}

function addParagraph(blocks: Block[], lines: readonly Line[], body: Body): void {
  const text = lines
    .map((line) => line.text)
    .reduce((all, next) =>
      /[\p{L}]-$/u.test(all) && /^\p{Ll}/u.test(next) ? all + next : `${all} ${next}`,
    );
  const [first] = lines;
  const last = blocks.at(-1);
  const marked = BULLET.test(text);
  const afterLead =
    last?.kind === 'body' &&
    (last.markdown.endsWith(':') ||
      last.markdown.includes('\n- ') ||
      last.markdown.startsWith('- '));
  const indented = first !== undefined && first.x > body.left + body.size * 0.8;
  if (!marked && !(afterLead && indented)) {
    blocks.push({ kind: 'body', markdown: text });
    return;
  }
  const item = `- ${text.replace(BULLET, '')}`;
  if (last?.kind === 'body' && last.markdown.startsWith('- '))
    blocks[blocks.length - 1] = { kind: 'body', markdown: `${last.markdown}\n${item}` };
  else blocks.push({ kind: 'body', markdown: item });
}
