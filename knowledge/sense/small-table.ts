/** A table of numbers in a quarter of the room: a byte a cell, and one scale for each row. */
export interface SmallTable {
  readonly width: number;
  readonly cells: Int8Array;
  readonly scales: Float32Array;
}

const MOST = 127;

export function shrink(table: Float32Array, width: number): SmallTable {
  const rows = table.length / width;
  const cells = new Int8Array(table.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const start = row * width;
    let largest = 0;
    for (let at = start; at < start + width; at += 1)
      largest = Math.max(largest, Math.abs(table[at] ?? 0));
    if (largest === 0) continue;
    const scale = largest / MOST;
    scales[row] = scale;
    for (let at = start; at < start + width; at += 1)
      cells[at] = Math.round((table[at] ?? 0) / scale);
  }
  return { width, cells, scales };
}

/** Adds a row to a sum, times a share. */
export function addRow(
  { width, cells, scales }: SmallTable,
  row: number,
  share: number,
  sum: Float64Array,
): void {
  const scale = (scales[row] ?? 0) * share;
  if (scale === 0) return;
  const start = row * width;
  for (let at = 0; at < width; at += 1) sum[at] = (sum[at] ?? 0) + (cells[start + at] ?? 0) * scale;
}
