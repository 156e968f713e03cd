/** The kinds of file that are taken, told by what is in them; a name only claims a kind. */
import { z } from 'zod';
import { FILE_TYPES } from '../../dialogs';
import data from './kinds.json';

const FileType = z.enum(FILE_TYPES);
export type FileType = z.infer<typeof FileType>;

const kinds = z
  .array(z.object({ type: FileType, endings: z.tuple([z.string()], z.string()) }))
  .parse(data);

/** Every name of a photo or PDF ends in one of these. */
export const endings: readonly string[] = kinds.flatMap((kind) => kind.endings);

export const endingsOf = (type: FileType): readonly string[] =>
  kinds.find((kind) => kind.type === type)?.endings ?? [];

/** By its first bytes, which every program that opens it goes by; undefined for every other kind. */
export function typeOf(bytes: Uint8Array): FileType | undefined {
  const text = (from: number, to: number): string =>
    Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 5) === '%PDF-') return 'application/pdf';
  return text(4, 8) === 'ftyp' && isHeic(text(8, 12), text(16, 64)) ? 'image/heic' : undefined;
}

/** Films and other pictures begin alike: the brand tells, or the brands beside a general one. */
const isHeic = (brand: string, beside: string): boolean =>
  HEIC.test(brand) || (brand === 'mif1' && HEIC.test(beside));

const HEIC = /hei[cxms]|hev[cx]/;

/** What makes a page do something when it is opened, or carries another file in. */
const ACTIVE = ['/JavaScript', '/Launch', '/EmbeddedFile'];

/** Sees what is written plainly; it is no virus scanner. */
export const isActivePdf = (bytes: Uint8Array): boolean => {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ACTIVE.some((word) => page.includes(word));
};
