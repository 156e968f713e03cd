import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql, type Kysely, type Migration } from 'kysely';
import { openDatabase } from '../../bot/storage/open-database';

const makesNotes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createTable('note').addColumn('text', 'text').execute();
  },
};
const losesHeart: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createTable('half').addColumn('text', 'text').execute();
    throw new Error('the migration lost heart');
  },
};

interface Notes {
  note: { text: string };
}

describe('opening a database', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'open-'));
    file = path.join(folder, 'data', 'notes.db');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const opened = (migrations: Record<string, Migration>, where = file) =>
    openDatabase<Notes>({ kind: 'file', path: where }, migrations);

  it('makes the folder, keeps it to this account, and finds again what was written', async () => {
    const first = await opened({ '0001-notes': makesNotes });
    await first.insertInto('note').values({ text: 'kept' }).execute();
    await first.destroy();

    const second = await opened({ '0001-notes': makesNotes });

    expect(await second.selectFrom('note').selectAll().execute()).toEqual([{ text: 'kept' }]);
    expect(statSync(path.dirname(file)).mode & 0o077).toBe(0);
    await second.destroy();
  });

  it('has what is committed on the disk before it says so, and lets readers in meanwhile', async () => {
    const db = await opened({});
    const setting = async (name: string): Promise<unknown> => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
      return Object.values(rows[0]!)[0];
    };

    expect(await setting('synchronous')).toBe(2);
    expect(await setting('journal_mode')).toBe('wal');
    expect(await setting('foreign_keys')).toBe(1);
    expect(await setting('busy_timeout')).toBe(5000);
    await db.destroy();
  });

  it('runs what is new and nothing twice, in the order of the names', async () => {
    await (await opened({ '0001-notes': makesNotes })).destroy();
    const addsMore: Migration = {
      async up(db: Kysely<unknown>) {
        await db.schema.alterTable('note').addColumn('by', 'text').execute();
      },
    };

    const db = await opened({ '0002-by': addsMore, '0001-notes': makesNotes });

    expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
    await db.destroy();
  });

  it('leaves everything as it was where a migration fails half-way', async () => {
    await (await opened({ '0001-notes': makesNotes })).destroy();

    await expect(opened({ '0001-notes': makesNotes, '0002-half': losesHeart })).rejects.toThrow(
      /the migration lost heart/,
    );

    const db = await opened({ '0001-notes': makesNotes });
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_master where type = 'table' and name = 'half'`.execute(db);
    expect(rows).toEqual([]);
    await db.destroy();
  });

  it('can be opened by several programs that take turns in writing', async () => {
    const [one, two] = [
      await opened({ '0001-notes': makesNotes }),
      await opened({ '0001-notes': makesNotes }),
    ];

    await one.insertInto('note').values({ text: 'one' }).execute();
    await two.insertInto('note').values({ text: 'two' }).execute();

    expect(await one.selectFrom('note').selectAll().execute()).toHaveLength(2);
    await Promise.all([one.destroy(), two.destroy()]);
  });

  it('refuses data of a newer version, and says what to do', async () => {
    await (
      await opened({ '0001-notes': makesNotes, '0002-later': { up: async () => undefined } })
    ).destroy();

    await expect(opened({ '0001-notes': makesNotes })).rejects.toThrow(
      /newer version .*"0002-later".*Start the newer version, or restore a backup/,
    );
  });

  it('says where it cannot keep data, what is wrong and what to set', async () => {
    writeFileSync(path.join(folder, 'file'), 'not a folder');
    mkdirSync(path.join(folder, 'folder.db'));
    writeFileSync(path.join(folder, 'letter.db'), 'Dear sir or madam, '.repeat(300));

    const complaints = [
      [
        path.join(folder, 'file', 'notes.db'),
        /Cannot keep data in ".*file": it is a file, or lies/,
      ],
      [path.join(folder, 'file', 'deeper', 'notes.db'), /it is a file, or lies inside a file/],
      [path.join(folder, 'folder.db'), /"[^"]*folder.db": it is a folder, but/],
      [path.join(folder, 'letter.db'), /"[^"]*letter.db": it is not a database/],
    ] as const;

    for (const [where, complaint] of complaints) {
      const attempt = opened({}, where);
      await expect(attempt).rejects.toThrow(complaint);
      await expect(attempt).rejects.toThrow(/set DATA_DIR/i);
    }
  });

  it('says that a server cannot be reached without saying the password', async () => {
    const attempt = openDatabase(
      { kind: 'postgres', url: 'postgresql://psa:hunter2@127.0.0.1:1/psa' },
      {},
    );

    await expect(attempt).rejects.toThrow(
      /Cannot use the database "postgresql:\/\/127\.0\.0\.1:1\/psa": .*ECONNREFUSED.*DATABASE_URL/,
    );
    await expect(attempt).rejects.not.toThrow(/hunter2/);
  });
});
