/**
 * Many lives from a few: what some people asked is written again for others, by the database itself.
 * Each row is one that the assistant wrote, under another name; taking each turn would take hours.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { AssistantTables } from '../../storage/tables';

/** Behind the name of a person, an interaction or a conversation: the same in every table. */
const copied = (column: string): RawBuilder<unknown> => sql`${sql.ref(column)} || '~' || copy.n`;

type Columns = Readonly<Record<string, RawBuilder<unknown>>>;

const named = (...columns: readonly string[]): Columns =>
  Object.fromEntries(columns.map((column) => [column, copied(column)]));

/** A table, what is another in a copy, and the order in which the copies stand. */
type Copied = readonly [table: keyof AssistantTables, other: Columns, order: string];

/** In an order in which each finds what it refers to. */
const TABLES: readonly Copied[] = [
  ['conversation', named('id', 'person'), 'last_at'],
  ['interaction', named('id', 'person', 'conversation'), 'opened_at'],
  [
    'message',
    {
      ...named('id', 'person', 'conversation', 'interaction'),
      reply: sql`coalesce(replace(reply, interaction, ${copied('interaction')}), reply)`,
    },
    'at',
  ],
  ['rating', named('interaction', 'person'), 'at'],
  ['verdict', named('id', 'interaction'), 'at'],
  ['review_item', named('interaction', 'conversation', 'person'), 'opened_at'],
  [
    'transcript',
    {
      ...named('conversation', 'person'),
      last_sequence: sql`(select max(m.sequence) from message as m
        where m.conversation = ${copied('transcript.conversation')})`,
    },
    'last_at',
  ],
];

/** @param times how many times as much there is afterwards */
export async function multiplyLife(db: Kysely<AssistantTables>, times: number): Promise<void> {
  const known = await db.introspection.getTables();
  const columnsOf = (table: string): readonly string[] =>
    known
      .find(({ name }) => name === table)
      ?.columns.map(({ name }) => name)
      .filter((name) => name !== 'sequence') ?? [];
  await db.transaction().execute(async (tx) => {
    for (const [table, other, order] of TABLES) {
      const columns = columnsOf(table);
      const values = columns.map((column) => other[column] ?? sql.ref(column));
      await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
        with recursive copy(n) as (select 1 union all select n + 1 from copy where n < ${sql.lit(times - 1)})
        select ${sql.join(values)} from ${sql.table(table)}, copy
        order by ${sql.ref(order)}`.execute(tx);
    }
    const counts = ['asked', 'not_covered', 'yes', 'partly', 'no'];
    const set = counts.map((name) => sql`${sql.ref(name)} = ${sql.ref(name)} * ${sql.lit(times)}`);
    await sql`update policy_day set ${sql.join(set)}`.execute(tx);
  });
}
