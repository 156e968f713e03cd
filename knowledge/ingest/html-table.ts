/** The grid of an HTML table, with cells that span several filled in. */
import { childrenCalled, DomUtils, has, isElement, type HtmlElement } from './html-node';
import { inlineWords, type Notes } from './inline-words';
import type { Table } from './table-rows';

const WIDEST = 40;

/** Tables that only lay out a page hold headings, or other tables, or one column. */
export function isLayout(table: HtmlElement): boolean {
  const cells = DomUtils.findAll(({ name }) => name === 'td' || name === 'th', table.children);
  const headings = ['h1', 'h2', 'h3'].some((name) => has(table, name));
  return (
    cells.length < 2 ||
    has(table, 'table') ||
    headings ||
    rowsOf(table).every(({ length }) => length < 2)
  );
}

export function readTable(table: HtmlElement, notes: Notes): Table {
  const rows = rowsOf(table);
  const grid = spread(rows, notes);
  const [top] = rows;
  const headed =
    top !== undefined &&
    grid.length > 1 &&
    (top.every(({ name }) => name === 'th') ||
      (top[0]?.parent !== null && isInHead(top[0])) ||
      top.slice(1).every(({ name, attribs }) => name === 'th' && attribs.scope !== 'row'));
  return headed ? { header: grid[0] ?? null, rows: grid.slice(1) } : { header: null, rows: grid };
}

function isInHead(cell: HtmlElement | undefined): boolean {
  const section = cell?.parent?.parent;
  return section != null && 'name' in section && section.name === 'thead';
}

function rowsOf(table: HtmlElement): HtmlElement[][] {
  const sections = [table, ...childrenCalled(table, 'thead', 'tbody', 'tfoot')];
  return sections
    .flatMap((section) => childrenCalled(section, 'tr'))
    .map((row) => childrenCalled(row, 'td', 'th'))
    .filter((cells) => cells.length > 0);
}

function spread(rows: readonly HtmlElement[][], notes: Notes): string[][] {
  const grid: string[][] = rows.map(() => []);
  for (const [y, cells] of rows.entries()) {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const width = spanOf(cell, 'colspan');
      const covered = grid.slice(y, y + spanOf(cell, 'rowspan'));
      for (const row of covered) fill(row, x, width, cellWords(cell, notes));
      x += width;
    }
  }
  return grid.map((row) => Array.from(row, (cell: string | undefined) => cell ?? ''));
}

function fill(row: string[], from: number, width: number, text: string): void {
  for (let x = from; x < from + width; x += 1) row[x] = text;
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number(cell.attribs[name]);
  return Number.isInteger(span) && span > 1 ? Math.min(span, WIDEST) : 1;
}

/** Paragraphs and list items of a cell stand after each other. */
function cellWords(cell: HtmlElement, notes: Notes): string {
  const parts: string[] = [];
  const collect = (element: HtmlElement): void => {
    const blocks = element.children.filter(
      (child) => isElement(child) && ['p', 'ul', 'ol', 'li', 'div'].includes(child.name),
    );
    if (blocks.length === 0) parts.push(inlineWords(element.children, notes));
    for (const block of blocks) if (isElement(block)) collect(block);
  };
  collect(cell);
  return parts
    .filter((part) => part !== '')
    .join(parts.length > 1 ? ', ' : '')
    .replace(/([.;:,]),/g, '$1');
}
