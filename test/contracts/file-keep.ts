import type { FileKeep } from '../../bot/attachments/file-keep';
import { aJpeg, aPdf } from '../support/some-files';
import { later, noon } from './samples';

const ID = 'c'.repeat(64);
const OTHER = 'd'.repeat(64);

/** What whatever keeps files must do. */
export function itIsAFileKeep(open: () => Promise<FileKeep>): void {
  it('gives back what was put, byte for byte', async () => {
    const files = await open();
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 256);
    await files.put(ID, bytes, noon);

    expect(Buffer.from((await files.read(ID))!).equals(bytes)).toBe(true);
    expect(await files.has(ID)).toBe(true);
  });

  it('has nothing of an id that was never put', async () => {
    const files = await open();

    expect(await files.read(ID)).toBeUndefined();
    expect(await files.has(ID)).toBe(false);
    expect(await files.olderThan(later(1))).toEqual([]);
  });

  it('takes the same file twice, and is young again then', async () => {
    const files = await open();
    await files.put(ID, aPdf(), noon);
    await files.put(ID, aPdf(), later(1000));

    expect(await files.olderThan(later(500))).toEqual([]);
    expect(await files.olderThan(later(2000))).toEqual([ID]);
  });

  it('takes one file by several at the same moment', async () => {
    const files = await open();
    await Promise.all([1, 2, 3].map(() => files.put(ID, aJpeg(), noon)));

    expect(Buffer.from((await files.read(ID))!).equals(aJpeg())).toBe(true);
    expect(await files.olderThan(later(1))).toEqual([ID]);
  });

  it('removes a file and no other, also twice', async () => {
    const files = await open();
    await files.put(ID, aPdf(), noon);
    await files.put(OTHER, aJpeg(), noon);
    await files.remove(ID);
    await files.remove(ID);

    expect(await files.read(ID)).toBeUndefined();
    expect(await files.read(OTHER)).toBeDefined();
  });
}
