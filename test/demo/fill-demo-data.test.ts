import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { readConfig } from '../../bot/config';
import { risingTopics } from '../../bot/console/rising-topics';
import { worseRatings } from '../../bot/console/worse-ratings';
import { fillDemoData, type Filled } from '../../bot/demo/fill-demo-data';
import { planQuestions, planRequests } from '../../bot/demo/plan-life';
import { openDeskStore } from '../../bot/desk/desk-store';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { createPolicySet } from '../../knowledge/policies/policy-set';
import { within } from '../contracts/samples';
import { built } from '../support/built';
import { directory } from '../support/directory';

const NOW = new Date('2027-01-05T12:00:00.000Z');
const FROM = '2026-10-01';
const ALL = ['fellbridge', 'vale', 'orchard-street'];
const LEAVE = 'annual-leave-and-bank-holidays';

describe('made-up life', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'demo-data-'));
  const config = readConfig({ DATA_DIR: folder });
  let filled: Filled;
  let db: Kysely<AssistantTables>;
  let stores: Stores;

  beforeAll(async () => {
    filled = await fillDemoData(config, NOW);
    db = await openDatabase({ kind: 'file', path: path.join(folder, 'assistant.db') }, migrations);
    stores = createStores(db, { newId: () => 'id' });
  }, 120_000);
  afterAll(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  });

  const days = () => stores.ofKnowledge.policyDays(within(...ALL), FROM);

  it('is three months of questions, ratings, requests and reviews, of people of the directory alone', async () => {
    const staff = new Set((await directory.people()).map(({ id }) => id));
    const { rows, total } = await stores.reading.transcripts(within(...ALL), {
      limit: 100,
      offset: 0,
    });

    expect(filled).toMatchObject({ questions: 2850, requests: 150 });
    expect(filled.reviewed).toBeGreaterThan(100);
    expect(total).toBe(rows.length);
    expect(rows.filter(({ person }) => !staff.has(person))).toEqual([]);
    const asked = (await days()).reduce((sum, day) => sum + day.asked, 0);
    expect(asked).toBeGreaterThan(2700);
    expect((await days()).every(({ day }) => day <= '2027-01-05')).toBe(true);
  });

  it('has a wrong wording, which is found with the day it was published', async () => {
    const policies = createPolicySet(built.policies);
    const worse = await worseRatings({ ...stores, policies }, ALL, await days(), NOW);

    expect(worse).toMatchObject([
      {
        organisation: 'fellbridge',
        policy: LEAVE,
        changes: [{ did: 'worded', on: '2026-12-19' }],
      },
    ]);
    const [own] = (await stores.variations.current('fellbridge')).filter(
      ({ id }) => id === `fellbridge/${LEAVE}.3`,
    );
    expect(own?.text).toContain('**3.75 hours**');
  });

  it('has a rising topic, and questions that nothing answers', async () => {
    expect(risingTopics(await days(), 12, NOW).map(({ policy }) => policy)).toContain(
      'hybrid-and-remote-working',
    );
    const lost = await stores.ofKnowledge.uncovered(within(...ALL), new Date('2026-10-10'), 500);
    expect(lost.filter(({ said }) => said.includes('permit')).length).toBeGreaterThan(40);
  });

  it('keeps no words of what somebody went through', async () => {
    const kept = await db
      .selectFrom('message')
      .select(['said', 'sensitivity'])
      .where('sensitivity', 'in', ['disclosure', 'life-at-risk'])
      .execute();

    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter(({ said }) => said !== null)).toEqual([]);
  });

  it('has a slow service, and one request that nobody took', async () => {
    const desk = await openDeskStore({ kind: 'file', path: path.join(folder, 'desk.db') });
    const { requests } = await desk.queue(
      { organisations: ALL, statuses: ['received'], dueTo: '2027-01-04', page: 1 },
      NOW,
    );
    await desk.close();

    const slow = requests.filter(({ service }) => service === 'occupational-health-referral');
    expect(slow.length).toBeGreaterThan(2);
    expect(slow.length).toBeGreaterThan(requests.length / 2);
    expect(
      await stores.reading.parked({ organisations: ALL, notAbout: 'nobody' }, 5),
    ).toMatchObject({ total: 1 });
    expect(await stores.requestNews.untold(5)).toEqual([]);
  });

  it('is never mixed with life that is there, nor put into production', async () => {
    await expect(fillDemoData(config, NOW)).rejects.toThrow(
      /There is data here already.*set DATA_DIR to a new folder/,
    );
    await expect(fillDemoData({ ...config, production: true }, NOW)).rejects.toThrow('production');
    await expect(fillDemoData({ ...config, DIRECTORY_DIR: '/staff' }, NOW)).rejects.toThrow(
      'DIRECTORY_DIR',
    );
  });
});

it('is planned the same for the same day', () => {
  const people = [{ id: 'ana', organisation: 'fellbridge' }];
  const plan = () => [planQuestions(people, 200, NOW, 7), planRequests(people, NOW, 7)];

  expect(plan()).toEqual(plan());
  expect(planQuestions(people, 200, NOW, 8)).not.toEqual(plan()[0]);
  expect(planQuestions(people, 200, NOW, 7).every(({ at }) => at <= NOW)).toBe(true);
});
