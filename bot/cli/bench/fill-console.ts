/** Fills a store with as many questions as an integrated care system asks in a year, and counts its months. */
import { setImmediate as breathe } from 'node:timers/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Config } from '../../config';
import { databaseOf } from '../../database-of';
import { fillWithLife } from '../../demo/fill-demo-data';
import { life } from '../../demo/life-data';
import { loadCsvDirectory } from '../../directory/csv-directory';
import { publishMonths } from '../../feedback/measures/publish-months';
import { isPostgres } from '../../storage/dialect';
import { measures } from '../../storage/measures';
import { migrations } from '../../storage/migrations';
import { openDatabase } from '../../storage/open-database';
import type { AssistantTables } from '../../storage/tables';
import { multiplyLife } from './multiply-life';

const TIMES = 100;
/** Each person has a conversation, and asks so many questions in it. */
const EACH = 10;
const SHARES = ['fellbridge', 'fellbridge', 'fellbridge', 'vale', 'vale', 'orchard-street'];

type Place = Pick<Config, 'root' | 'DATA_DIR' | 'DATABASE_URL'>;

export interface Filled {
  readonly interactions: number;
  readonly people: number;
}

export async function fillConsole(place: Place, many: number, now: Date): Promise<Filled> {
  const questions = Math.max(1, Math.ceil(many / TIMES) - life.requests.count);
  const people = Array.from({ length: Math.ceil(questions / EACH) }, (_, index) => ({
    id: `somebody-${index}`,
    organisation: SHARES[index % SHARES.length] ?? 'fellbridge',
  }));
  await fillWithLife(place, now, { people, questions });
  const db = await openDatabase<AssistantTables>(databaseOf(place, 'assistant.db'), migrations);
  try {
    await multiplyLife(db, TIMES);
    // As PostgreSQL does by itself in the days in which so much is written.
    if (isPostgres(db)) await sql`vacuum analyze`.execute(db);
    const directory = loadCsvDirectory(path.join(place.root, 'bot', 'directory', 'data'));
    const stopping = new AbortController().signal;
    await publishMonths({ measures: measures(db), directory, clock: () => now, breathe }, stopping);
    const { interactions } = await db
      .selectFrom('interaction')
      .select((eb) => eb.fn.countAll<number>().as('interactions'))
      .executeTakeFirstOrThrow();
    return { interactions, people: people.length * TIMES };
  } finally {
    await db.destroy();
  }
}
