/** Files as phones and scanners make them, by their first bytes; small, since nothing reads further. */
import type { AttachedFile } from '../../dialogs';
import type { ReadFile } from '../../dialogs/dispatch/files-of';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );

export const aJpeg = (rest = 'a photo'): Uint8Array =>
  bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF\0', rest, [0xff, 0xd9]);
export const aPng = (): Uint8Array => bytes('\x89PNG\r\n\x1a\n', 'a screenshot');
export const aHeic = (): Uint8Array => bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic');
export const aPdf = (rest = ''): Uint8Array => bytes('%PDF-1.7\n', rest, '\n%%EOF\n');

/** For deliveries without files. */
export const nothingKept: ReadFile = async () => undefined;

export const attached = (changes: Partial<AttachedFile> = {}): AttachedFile => ({
  id: 'a'.repeat(64),
  name: 'fit note.pdf',
  type: 'application/pdf',
  size: aPdf().length,
  ...changes,
});

/** What is in a file of that name: what it says, nothing ("empty"), too much ("huge"), or a program. */
export function contentsNamed(name: string, mostBytes: number): Uint8Array {
  if (name.startsWith('empty')) return new Uint8Array();
  if (name.startsWith('huge')) return new Uint8Array(mostBytes + 1);
  if (name.endsWith('.pdf')) return aPdf(name);
  return name.endsWith('.jpg') ? aJpeg(name) : Buffer.from('MZ a program');
}
