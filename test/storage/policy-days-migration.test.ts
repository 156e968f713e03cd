import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { knowledgeReading } from '../../bot/storage/knowledge-reading';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import type { AssistantTables } from '../../bot/storage/tables';
import { within } from '../contracts/samples';

const trace = (number: number): string =>
  JSON.stringify({
    found: [],
    why: number === 2 ? 'not-covered: being-checked' : '',
    elapsedMs: 1,
  });

it('counts what was asked and rated before days were counted', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'policy-days-'));
  const where = { kind: 'file', path: path.join(folder, 'assistant.db') } as const;
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0014'));
  const old = await openDatabase<AssistantTables>(where, before);
  await sql`insert into conversation (id, door, person, state, version, last_at, erased)
    values ('web:ana', 'web', 'ana', '{}', 1, '2027-01-05', 0)`.execute(old);
  for (const [number, rating] of ['yes', 'no', null].entries()) {
    await sql`insert into interaction
      (id, person, organisation, conversation, kind, outcome, opened_at, clauses, rating)
      values (${`i${number}`}, 'ana', 'fellbridge', 'web:ana', 'question', 'not-covered',
        '2027-01-05T23:59:00.000Z', '[]', ${rating})`.execute(old);
    for (const [part, topics] of ['["special-leave"]', '[]'].entries())
      await sql`insert into message (id, conversation, door, kind, person, sensitivity, outcome,
          reply, trace, interaction, at, erased, attempts)
        values (${`m${number}.${part}`}, 'web:ana', 'web', 'reply', 'ana', 'none', 'not-covered',
          ${`{"topics":${topics}}`}, ${trace(number)}, ${`i${number}`}, '2027-01-05', 0, 0)`.execute(
        old,
      );
  }
  await old.destroy();

  const db = await openDatabase<AssistantTables>(where, migrations);
  const counted = await knowledgeReading(db).policyDays(within('fellbridge'), '2027-01-01');
  await db.destroy();
  rmSync(folder, { recursive: true });

  const day = { organisation: 'fellbridge', day: '2027-01-05', policy: 'special-leave' };
  // Nobody was answered, so nobody rated the policy.
  const rated = { yes: 0, partly: 0, no: 0 };
  expect(counted).toEqual([{ ...day, ...rated, asked: 3, notCovered: 2, beingChecked: 1 }]);
});
