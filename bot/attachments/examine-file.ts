/** Whether a file can be taken: how big it is, and whether it is the photo or PDF that its name says. */
import { endingOf } from './safe-name';
import { endingsOf, isActivePdf, typeOf, type FileType } from './kinds';

/** As it came in: nothing of it is believed. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type FileProblem =
  'empty' | 'too-big' | 'unknown-kind' | 'not-its-name' | 'active' | 'not-fetched';

export function examineFile(
  { name, bytes }: SentFile,
  mostBytes: number,
): { readonly type: FileType } | { readonly problem: FileProblem } {
  if (bytes.length === 0) return { problem: 'empty' };
  if (bytes.length > mostBytes) return { problem: 'too-big' };
  const type = typeOf(bytes);
  if (type === undefined) return { problem: 'unknown-kind' };
  const claimed = endingOf(name);
  if (claimed !== '' && !endingsOf(type).includes(claimed)) return { problem: 'not-its-name' };
  if (type === 'application/pdf' && isActivePdf(bytes)) return { problem: 'active' };
  return { type };
}
