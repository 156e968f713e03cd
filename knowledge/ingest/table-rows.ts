/**
 * A table as sentences that make sense alone: "Length of service: 5 years; Days: 29". A row of
 * bare figures answers nobody, and a screen reader reads a sentence better than a grid.
 */

export interface Table {
  /** Names of the columns; null where the table has none. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
}

export function tableMarkdown(table: Table): string {
  const named = table.header === null ? withGuessedHeader(table) : table;
  const { header, rows } = withSecondHeader(named);
  return rows
    .map((row) => (header === null ? bareRow(row) : labelledRow(header, row)))
    .filter((row) => row !== '')
    .map((row) => `- ${row}`)
    .join('\n');
}

/** "Leave" over two columns, and "Days" and "Bank holidays" below it, name the columns together. */
function withSecondHeader({ header, rows }: Table): Table {
  const [second, ...rest] = rows;
  if (header === null || second === undefined || rest.length === 0) return { header, rows };
  const spans = header.some((cell, at) => at > 0 && plain(cell) !== '' && cell === header[at - 1]);
  const names = second.every((cell) => !/\d/.test(cell)) && new Set(second).size > 1;
  if (!spans || !names) return { header, rows };
  const both = header.map((cell, at) => {
    const below = plain(second[at] ?? '');
    const above = plain(cell);
    return below === '' || below === above ? above : `${above} ${below}`.trim();
  });
  return { header: both, rows: rest };
}

const plain = (cell: string): string => cell.replaceAll('**', '').replace(/\s+/g, ' ').trim();

function labelledRow(header: readonly string[], row: readonly string[]): string {
  const cells = row.map(plain);
  // One cell across the whole table is a heading or a remark inside it.
  if (cells.length > 1 && new Set(cells).size === 1) return cells[0] ?? '';
  return cells
    .flatMap((cell, index) => {
      const label = plain(header[index] ?? '').replace(/:$/, '');
      if (cell === '') return [];
      // "Band 2" under "Band" says it already.
      const said = label === '' || cell.toLowerCase().startsWith(label.toLowerCase());
      return [said ? cell : `${label}: ${cell}`];
    })
    .join('; ');
}

function bareRow(row: readonly string[]): string {
  const cells = row.map(plain).filter((cell) => cell !== '');
  const [label = '', ...rest] = cells;
  return cells.length === 2 ? `${label.replace(/:$/, '')}: ${rest.join('')}` : cells.join('; ');
}

/** The first of several rows names the columns where it holds words and no figures. */
function withGuessedHeader({ rows }: Table): Table {
  const [top, ...rest] = rows;
  const names =
    top !== undefined &&
    top.length > 1 &&
    rest.length > 0 &&
    top.every((cell) => !/\d/.test(cell) && plain(cell).length <= 60) &&
    top.slice(1).every((cell) => plain(cell) !== '') &&
    (top.every((cell) => cell.startsWith('**') || cell === '') ||
      rest.some((row) => row.slice(1).some((cell) => /\d/.test(cell))) ||
      top.length > 2);
  return names ? { header: top, rows: rest } : { header: null, rows };
}
