/** Reads one CSV file of the directory, row by row, and keeps every mistake it meets. */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { DirectoryError } from './directory-error';

/** A row and the line on which it stands. */
export interface Placed<T> {
  readonly line: number;
  readonly row: T;
}

export interface Table<T> {
  readonly file: string;
  readonly rows: readonly Placed<T>[];
  readonly errors: readonly DirectoryError[];
}

/** What csv-parse gives with `info` and `columns` set. */
const Records = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

export function readTable<Row extends object>(
  folder: string,
  file: string,
  row: z.ZodType<Row>,
): Table<Row> {
  const text = readText(folder, file);
  if (text instanceof DirectoryError) return { file, rows: [], errors: [text] };
  const records = parseRecords(file, text);
  if (records instanceof DirectoryError) return { file, rows: [], errors: [records] };

  const rows: Placed<Row>[] = [];
  const errors: DirectoryError[] = [];
  for (const { record, info } of records) {
    const read = row.safeParse(record);
    if (read.success) rows.push({ line: info.lines, row: read.data });
    else
      errors.push(...read.error.issues.map((issue) => wrongCell(file, info.lines, record, issue)));
  }
  return { file, rows, errors };
}

/** The file's words, or why they cannot be read. Spreadsheets like to save in other encodings. */
export function readText(folder: string, file: string): string | DirectoryError {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(folder, file));
  } catch {
    const remedy = `Put it in ${folder}, or set another folder.`;
    return new DirectoryError(file, 1, 'The file cannot be opened.', remedy);
  }
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return new DirectoryError(file, 1, 'The file is not UTF-8.', 'Save it as "CSV UTF-8".');
}

function parseRecords(file: string, text: string): z.infer<typeof Records> | DirectoryError {
  try {
    const options = { columns: true, info: true, bom: true, trim: true } as const;
    return Records.parse(
      parse(text, { ...options, skip_empty_lines: true, relax_column_count: true }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = z.object({ lines: z.number() }).safeParse(error).data?.lines ?? 1;
    return new DirectoryError(file, line, `This is no CSV: ${error.message}.`, 'Export it again.');
  }
}

function wrongCell(
  file: string,
  line: number,
  record: Readonly<Record<string, string>>,
  issue: z.core.$ZodIssue,
): DirectoryError {
  const column = String(issue.path[0] ?? '');
  const written = record[column];
  if (written === undefined) {
    const remedy = 'Add the column; a cell may be empty only where the format says so.';
    return new DirectoryError(file, line, `The column "${column}" is missing here.`, remedy);
  }
  return new DirectoryError(file, line, `"${column}" is "${written}".`, `It ${issue.message}`);
}
