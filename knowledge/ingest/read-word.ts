/** A Word file: insertions that were tracked count, deletions and comments do not. */
import type { ReadDocument } from './block';
import { UnreadableDocument } from './document-problem';
import { readHtml } from './read-html';

const ZIP = [0x50, 0x4b];
const OLD_OFFICE = [0xd0, 0xcf];
const STYLES = [
  "p[style-name='Title'] => h1.document-title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
];

/** @throws UnreadableDocument */
export async function readWord(bytes: Uint8Array): Promise<ReadDocument> {
  if (startsWith(bytes, OLD_OFFICE))
    throw new UnreadableDocument(
      'The file has a password, or was written by Word before 2007.',
      'Open it in Word, take the password off, and save it as a Word document (.docx).',
    );
  if (!startsWith(bytes, ZIP)) throw broken();
  // Loaded here, because most folders hold no Word file.
  const { convertToHtml, images } = await import('mammoth');
  try {
    const { value } = await convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: STYLES, convertImage: images.imgElement(async () => ({ src: '' })) },
    );
    return readHtml(value);
  } catch {
    throw broken();
  }
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

const broken = (): UnreadableDocument =>
  new UnreadableDocument(
    'The file is damaged, or is not a Word document.',
    'Open it in Word and save it again as a Word document (.docx).',
  );
