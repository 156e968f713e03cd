/** Lines of print from the scraps of text that a PDF is made of. */
import { tidyWords } from './tidy-words';

/** One scrap, in points, with y counted from the foot of the page. */
export interface Scrap {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
}

export interface Line {
  readonly page: number;
  /** More than one where wide gaps part them: a row of a table. */
  readonly cells: readonly string[];
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Undefined where the line mixes fonts. */
  readonly font: string | undefined;
}

/** Gaps, as parts of the letter size. */
const CELL_GAP = 1.1;
const WORD_GAP = 0.15;

/** In the order in which the file holds them, which keeps columns apart. */
export function linesOf(scraps: readonly Scrap[], page: number): Line[] {
  const rows: Scrap[][] = [];
  for (const scrap of scraps) {
    if (scrap.text.trim() === '') continue;
    const row = rows.at(-1);
    const last = row?.at(-1);
    const sameLine =
      last !== undefined && Math.abs(last.y - scrap.y) < last.size * 0.4 && scrap.x > last.x;
    if (sameLine && row !== undefined) row.push(scrap);
    else rows.push([scrap]);
  }
  return rows.map((row) => lineOf(row, page)).filter(({ text }) => text !== '');
}

function lineOf(row: readonly Scrap[], page: number): Line {
  const cells = [''];
  let right: number | undefined;
  for (const { text, x, width, size } of row) {
    const gap = right === undefined ? 0 : x - right;
    if (gap > size * CELL_GAP) cells.push('');
    const space = gap > size * WORD_GAP || /^\s/.test(text) ? ' ' : '';
    cells.push((cells.pop() ?? '') + space + text);
    right = x + width;
  }
  const fonts = new Set(row.map(({ font }) => font));
  const tidy = cells.map(tidyWords).filter((cell) => cell !== '');
  return {
    page,
    cells: tidy,
    text: tidy.join(' '),
    x: row[0]?.x ?? 0,
    right: right ?? 0,
    y: row[0]?.y ?? 0,
    size: Math.max(...row.map(({ size }) => size)),
    font: fonts.size === 1 ? row[0]?.font : undefined,
  };
}

/** Titles and page numbers that stand at the same height on most pages are not read. */
export function withoutFurniture(lines: readonly Line[], pages: number): readonly Line[] {
  const kinds = new Map<string, Set<number>>();
  const kindOf = (line: Line): string =>
    `${Math.round(line.y / 4)}|${line.text.replace(/\d+/g, '#')}`;
  for (const line of lines)
    kinds.set(kindOf(line), (kinds.get(kindOf(line)) ?? new Set()).add(line.page));
  const edges = edgesOf(lines);
  return lines.filter((line) => {
    if (/^(?:page )?\d+(?: ?(?:of|\/) ?\d+)?$/i.test(line.text)) return false;
    const on = kinds.get(kindOf(line))?.size ?? 0;
    // On two pages, a line may be there twice by chance: at the very top or foot it is not.
    return pages < 3 ? on < 2 || !edges.has(line) : on < pages * 0.6;
  });
}

/** The highest and the lowest line of each page. */
function edgesOf(lines: readonly Line[]): ReadonlySet<Line> {
  const edges = new Map<number, { top: Line; foot: Line }>();
  for (const line of lines) {
    const { top, foot } = edges.get(line.page) ?? { top: line, foot: line };
    edges.set(line.page, { top: line.y > top.y ? line : top, foot: line.y < foot.y ? line : foot });
  }
  return new Set([...edges.values()].flatMap(({ top, foot }) => [top, foot]));
}
