import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { folderFiles } from '../../bot/storage/folder-files';
import { openFiles } from '../../bot/storage/open-files';
import { sweepOrphans, sweepReleased } from '../../bot/attachments/sweep-files';
import { createStores } from '../../bot/storage/create-stores';
import { itIsAFileKeep } from '../contracts/file-keep';
import { aCommit, aDraft, later, noon } from '../contracts/samples';
import { aPdf, attached } from '../support/some-files';
import { memoryDatabase } from '../support/memory-database';

const ID = 'c'.repeat(64);
const OTHER = 'd'.repeat(64);
const HOUR = 3_600_000;
const openMemory = () => memoryDatabase();

describe('files in a folder beside the database', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'files-'));
  let folders = 0;
  const newFolder = () => path.join(root, String((folders += 1)));
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  itIsAFileKeep(async () => folderFiles(newFolder()));

  it('are for this account alone', async () => {
    const folder = newFolder();
    await folderFiles(folder).put(ID, aPdf(), noon);

    expect(statSync(path.join(folder, ID)).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('are never asked for by a path', async () => {
    const files = folderFiles(newFolder());

    await expect(files.put('../elsewhere', aPdf(), noon)).rejects.toThrow('no id');
    await expect(files.read('../../etc/passwd')).rejects.toThrow('no id');
  });

  it('leave nothing behind of one that was half written when the process died', async () => {
    const folder = newFolder();
    const files = folderFiles(folder);
    await files.put(ID, aPdf(), noon);
    writeFileSync(path.join(folder, `${OTHER}.1-1.half`), 'half of it');

    expect(await files.read(OTHER)).toBeUndefined();
    expect(await files.olderThan(later(HOUR))).toEqual([ID]);
    expect(readdirSync(folder)).toEqual([ID]);
  });
});

describe('files in a table', () => {
  itIsAFileKeep(async () => openFiles({ kind: 'memory' }, 'files', await openMemory()));
});

describe('sweeping files', () => {
  async function openTools() {
    const db = await openMemory();
    let ids = 0;
    const newId = () => `o${(ids += 1)}`;
    const { conversations, attachments } = createStores(db, { newId });
    const files = openFiles({ kind: 'memory' }, 'files', db);
    const hold = (...held: string[]) =>
      conversations.commit(
        aCommit({
          effects: [
            {
              kind: 'draft-saved',
              draft: aDraft({ files: held.map((id) => attached({ id })) }),
              expected: 0,
            },
          ],
        }),
      );
    const cancel = () =>
      conversations.commit(
        aCommit({
          message: 'm2',
          expectedVersion: 1,
          effects: [{ kind: 'draft-closed', draft: 'draft-1', expected: 1 }],
        }),
      );
    return { files, attachments, hold, cancel };
  }

  it('removes what a cancelled request let go, and not before', async () => {
    const tools = await openTools();
    await tools.files.put(ID, aPdf(), noon);
    await tools.hold(ID);
    expect(await sweepReleased(tools)).toBe(0);

    await tools.cancel();
    expect(await sweepReleased(tools)).toBe(1);
    expect(await tools.files.has(ID)).toBe(false);
    expect(await sweepReleased(tools)).toBe(0);
  });

  it('leaves what is sent again while it looks', async () => {
    const { files, attachments } = await openTools();
    const now = later(2 * HOUR);
    const sentAgain = {
      ...attachments,
      known: async (some: readonly string[]) => {
        const known = await attachments.known(some);
        await files.put(ID, aPdf(), now);
        return known;
      },
    };
    await files.put(ID, aPdf(), noon);
    await files.put(OTHER, aPdf(), noon);

    expect(await sweepOrphans({ files, attachments: sentAgain }, now)).toBe(1);
    expect([await files.has(ID), await files.has(OTHER)]).toEqual([true, false]);
  });

  it('removes a file whose turn was never committed, once it cannot come any more', async () => {
    const tools = await openTools();
    await tools.files.put(ID, aPdf(), noon);
    await tools.files.put(OTHER, aPdf(), noon);
    await tools.hold(ID);

    expect(await sweepOrphans(tools, later(HOUR / 2))).toBe(0);
    expect(await sweepOrphans(tools, later(HOUR + 1))).toBe(1);
    expect([await tools.files.has(ID), await tools.files.has(OTHER)]).toEqual([true, false]);
  });
});
