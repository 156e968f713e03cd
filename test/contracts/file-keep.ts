import type { FileKeep } from '../../bot/attachments/file-keep';
import { aJpeg, aPdf } from '../support/some-files';
import { later, noon } from './samples';

const ID = 'c'.repeat(64);
const OTHER = 'd'.repeat(64);
const ROUNDS = 6;
const AT_ONCE = 48;
const LOOKS = 16;

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

  it('removes what is older than a time, and nothing that was put again since', async () => {
    const files = await open();
    await files.put(ID, aPdf(), noon);
    await files.put(OTHER, aJpeg(), noon);
    await files.put(OTHER, aJpeg(), later(1000));

    expect(await files.removeOlder(ID, later(500))).toBe(true);
    expect(await files.removeOlder(ID, later(500))).toBe(false);
    expect(await files.removeOlder(OTHER, later(500))).toBe(false);
    expect([await files.has(ID), await files.has(OTHER)]).toEqual([false, true]);
  });

  it('keeps what is put again at the moment at which the old one is removed', async () => {
    const files = await open();
    const ids = Array.from({ length: AT_ONCE }, (_, n) => n.toString(16).padStart(64, '0'));
    const lost: string[] = [];
    /** Each file at another moment of its being put. */
    const removeAfter = async (looks: number, id: string) => {
      for (let look = 0; look < looks; look += 1) await files.has(OTHER);
      await files.removeOlder(id, later(500));
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all(ids.map((id) => files.put(id, aPdf(), noon)));
      await Promise.all(
        ids.flatMap((id, n) => [files.put(id, aPdf(), later(1000)), removeAfter(n % LOOKS, id)]),
      );
      for (const id of ids) if (!(await files.has(id))) lost.push(id);
    }
    expect(lost).toEqual([]);
  });
}
