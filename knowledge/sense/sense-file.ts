/** What the build learned, as one file: a line of JSON that says what is where, then the numbers. */
import type { SenseTables } from './learn';
import type { SmallTable } from './small-table';

/** Numbers of four bytes must begin at a multiple of it. */
const ALIGNED = 4;

interface Header {
  readonly subjects: SenseTables['subjects'];
  readonly passages: SenseTables['passages'];
  /** Width and rows of each table, in the order of TABLES. */
  readonly tables: readonly { readonly width: number; readonly rows: number }[];
}

const tablesOf = ({ weights, forUs, vectors, lines }: SenseTables): SmallTable[] => [
  weights,
  forUs,
  vectors,
  lines,
];

export function writeSense(sense: SenseTables): Uint8Array {
  const tables = tablesOf(sense);
  const header: Header = {
    subjects: sense.subjects,
    passages: sense.passages,
    tables: tables.map(({ width, scales }) => ({ width, rows: scales.length })),
  };
  const text = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(ALIGNED);
  size.writeUInt32LE(text.length);
  const gap = Buffer.alloc((ALIGNED - (text.length % ALIGNED)) % ALIGNED);
  const scales = tables.map((table) => bytesOf(table.scales));
  const cells = tables.map((table) => bytesOf(table.cells));
  return Buffer.concat([size, text, gap, ...scales, ...cells]);
}

/** @param file as `writeSense` made it; it is kept, not copied */
export function readSense(file: Buffer): SenseTables {
  const start = ALIGNED;
  const length = file.readUInt32LE(0);
  const header = JSON.parse(file.toString('utf8', start, start + length)) as Header;
  // A Buffer may begin anywhere in its memory.
  const bytes = new Uint8Array(file).buffer;
  let next = Math.ceil((start + length) / ALIGNED) * ALIGNED;
  const scales = header.tables.map(({ rows }) => {
    const own = new Float32Array(bytes, next, rows);
    next += own.byteLength;
    return own;
  });
  const [weights, forUs, vectors, lines] = header.tables.map(
    ({ width, rows }, index): SmallTable => {
      const cells = new Int8Array(bytes, next, rows * width);
      next += cells.byteLength;
      return { width, cells, scales: scales[index] ?? new Float32Array() };
    },
  );
  if (!weights || !forUs || !vectors || !lines)
    throw new Error('What the build learned is not whole. Run "npm run build".');
  return { subjects: header.subjects, passages: header.passages, weights, forUs, vectors, lines };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
