/**
 * `npm start -- --demo-data`: three months of made-up life, with causes in it that the console
 * should find. Only ever in an empty place, by people of the demonstration directory.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { readCompiledPolicies } from '../../knowledge';
import type { Config } from '../config';
import { databaseOf } from '../database-of';
import { openDeskStore } from '../desk/desk-store';
import { loadCsvDirectory } from '../directory/csv-directory';
import { policiesFileOf } from '../project-root';
import { createStores } from '../storage/create-stores';
import { isUntouched } from '../storage/is-untouched';
import { migrations } from '../storage/migrations';
import { openDatabase } from '../storage/open-database';
import type { AssistantTables } from '../storage/tables';
import { DAYS, planQuestions, planRequests, type Somebody } from './plan-life';
import { startRecording } from './record-turns';
import { reviewLife } from './review-life';
import { seeded } from './seeded';
import { voicesOf, writeLife, type LifeParts } from './write-life';
import { wrongWording } from './wrong-wording';

const SEED = 1948;
const QUESTIONS = 2_850;
const TOGETHER = 500;
const DAY = 86_400_000;

export interface Filled {
  readonly questions: number;
  readonly requests: number;
  readonly reviewed: number;
}

/** @throws Error that says why it is not done, and what to do */
export async function fillDemoData(config: Config, now: Date): Promise<Filled> {
  if (config.production) throw refusal('This is production: made-up data has no place in it.');
  if (config.DIRECTORY_DIR !== undefined || config.DESK_URL !== undefined)
    throw refusal(
      'It needs the made-up people and the desk that come with the assistant, so DIRECTORY_DIR and DESK_URL must not be set.',
    );
  const directory = demoDirectory(config);
  const staff = (await directory.people()).filter(({ roles }) => roles.length === 0);
  return fillWithLife(config, now, { people: staff, questions: QUESTIONS });
}

export interface Amount {
  /** Who asks and sends; conversations are theirs. */
  readonly people: readonly Somebody[];
  readonly questions: number;
}

/** @throws Error where there is data already */
export async function fillWithLife(
  config: Pick<Config, 'root' | 'DATA_DIR' | 'DATABASE_URL'>,
  now: Date,
  amount: Amount,
): Promise<Filled> {
  const where = databaseOf(config, 'assistant.db');
  const db = await openDatabase<AssistantTables>(where, migrations);
  const stores = createStores(db, { newId: randomUUID });
  const desk = await openDeskStore(databaseOf(config, 'desk.db', 'desk'));
  try {
    if (!(await isUntouched(db)) || (await desk.eventsAfter(0, 1)).last > 0)
      throw refusal('There is data here already, and made-up data would be mixed with it.');
    const together = where.kind === 'postgres' ? 1 : TOGETHER;
    return await live(
      { stores, desk, directory: demoDirectory(config), together },
      config,
      now,
      amount,
    );
  } finally {
    await desk.close();
    await stores.close();
    await db.destroy();
  }
}

async function live(
  parts: Omit<LifeParts, 'recorder' | 'voices'>,
  { root }: Pick<Config, 'root'>,
  now: Date,
  { people, questions }: Amount,
): Promise<Filled> {
  const { stores, directory } = parts;
  const compiled = readCompiledPolicies(policiesFileOf(root));
  const began = new Date(now.getTime() - DAYS * DAY);
  const ids = (await directory.organisations()).map(({ id }) => id);
  await stores.variations.fillIfEmpty(compiled.seeds, ids, began);
  const wrong = wrongWording(compiled, now);
  await stores.variations.add(wrong);
  const recorder = await startRecording(compiled, directory, { began, wrong });
  try {
    const asked = planQuestions(people, questions, now, SEED);
    const requests = planRequests(people, now, SEED + 1);
    const voices = await voicesOf(directory);
    const poor = await writeLife({ ...parts, recorder, voices }, asked, requests, now);
    const reviewed = await reviewLife(stores, directory, poor, now, seeded(SEED + 2));
    return { questions, requests: requests.length, reviewed };
  } finally {
    await recorder.close();
  }
}

const demoDirectory = ({ root }: Pick<Config, 'root'>) =>
  loadCsvDirectory(path.join(root, 'bot', 'directory', 'data'));

const refusal = (why: string): Error =>
  new Error(
    `Made-up data was not written. ${why} ` +
      'Start without --demo-data, or set DATA_DIR to a new folder and start again.',
  );
