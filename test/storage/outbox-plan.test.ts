import type { RootOperationNode } from 'kysely';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { aRequest, noon } from '../contracts/samples';
import { confirmRequest } from '../support/confirm-request';

describe('the outbox in SQLite', () => {
  it('lends the next delivery without looking at the others, also where all fell due at once', async () => {
    const db = await openDatabase<AssistantTables>({ kind: 'memory' }, migrations);
    const asked: RootOperationNode[] = [];
    const heard = db.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const { outbox } = createStores(heard, { newId: () => 'o1' });
    await confirmRequest(createStores(db, { newId: () => 'o2' }), aRequest(), 'desk');

    expect(await outbox.claim(noon)).toMatchObject({ request: { id: aRequest().id } });
    await outbox.nextDue();

    const plans = [];
    for (const node of asked) {
      const query = db.getExecutor().compileQuery(node, { queryId: 'plan' });
      const explained = { ...query, sql: `explain query plan ${query.sql}` };
      plans.push(...(await db.executeQuery<{ detail: string }>(explained)).rows);
    }
    const details = plans.map(({ detail }) => detail);
    expect(details).toContainEqual(expect.stringContaining('INDEX delivery_waiting (due_at<?)'));
    expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
    await db.destroy();
  });
});
