import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { createLog } from '../../bot/log';
import { projectRoot } from '../../bot/project-root';
import { receiverRoutes } from '../../bot/receivers/status-route';
import { createStores } from '../../bot/storage/create-stores';
import { aRequest } from '../contracts/samples';
import { confirmRequest } from '../support/confirm-request';
import { serveRoutes } from '../support/serve-routes';
import { memoryDatabase } from '../support/memory-database';

const SECRET = 'a-secret-of-forty-characters-for-tests--';
const guide = readFileSync(path.join(projectRoot(), 'deployment/connectors.md'), 'utf8');

it('what deployment/connectors.md says to type ends a request', async () => {
  const [, example = ''] = /```sh\n([^`]+)```/.exec(guide) ?? [];
  const db = await memoryDatabase();
  const stores = createStores(db, { newId: () => 'o1' });
  await confirmRequest(stores, aRequest(), 'servicenow');
  const { url, close } = await serveRoutes(
    receiverRoutes({
      reports: stores.reports,
      secrets: new Map([['servicenow', SECRET]]),
      onNews: () => undefined,
      log: createLog('silent'),
    }),
  );

  const { stdout } = await promisify(execFile)('sh', ['-c', example], {
    env: { ...process.env, ADDRESS: url, STATUS_SECRET_SERVICENOW: SECRET },
  });

  expect(JSON.parse(stdout)).toMatchObject({ kind: 'recorded' });
  expect((await stores.requestLog.find('PS-7F3K9Q'))?.events.at(-1)).toMatchObject({
    kind: 'done',
    note: 'Paid on Friday.',
  });
  await close();
  await db.destroy();
});
