/** Keeps conversations: reads what a turn needs, and commits what it did whole or not at all. */
import { sql, type Kysely } from 'kysely';
import { Draft } from '../../dialogs';
import { Reply } from '../conversation/reply';
import { ConversationState, type ConversationStore, type Opened } from '../conversation/store';
import { Rating } from '../feedback/interaction';
import { lostToAnother } from './dialect';
import { fixed } from './fixed';
import { FRESH_STATE } from './fresh-state';
import { Overtaken } from './overtaken';
import { latestScore } from './satisfaction';
import { stored } from './stored';
import type { AssistantTables } from './tables';
import type { WriteTogether } from './write-together';
import { writeTurn } from './write-turn';

export function conversationStore(
  db: Kysely<AssistantTables>,
  newId: () => string,
  write: WriteTogether,
): ConversationStore {
  const repeated: ConversationStore['repeated'] = async (conversation, message) => {
    const row = await db
      .selectFrom('message')
      .select(['id', 'reply'])
      .where('conversation', '=', conversation)
      .where('in_reply_to', '=', message)
      .executeTakeFirst();
    return row && { reply: stored('reply', Reply, row.reply), outgoing: row.id };
  };

  return {
    repeated,
    open: (conversation, person, message, call) =>
      open(db, { conversation, person, message: message ?? null, call: call ?? '' }),

    async commit(commit) {
      try {
        return await write.durably((tx) => writeTurn(tx, commit, newId));
      } catch (error) {
        if (!(error instanceof Overtaken) && !lostToAnother(error)) throw error;
        const before = await repeated(commit.conversation, commit.message);
        return before ? { kind: 'repeated', ...before } : { kind: 'conflict' };
      }
    },

    interactionOwner: async (interaction) => (await interactionRow(db, interaction))?.person,

    latestRating: async (interaction) =>
      Rating.shape.rating.parse((await interactionRow(db, interaction))?.rating ?? null),

    latestScore: (interaction) => latestScore(db, interaction),

    async replyFor(interaction, person) {
      const row = await replyRow(db, interaction);
      return row?.person === person ? (row.text ?? undefined) : undefined;
    },

    wantsReply: async (interaction) => (await replyRow(db, interaction)) !== undefined,
  };
}

const interactionRow = (db: Kysely<AssistantTables>, id: string) =>
  db.selectFrom('interaction').select(['person', 'rating']).where('id', '=', id).executeTakeFirst();

const replyRow = (db: Kysely<AssistantTables>, interaction: string) =>
  db
    .selectFrom('feedback_reply')
    .select(['person', 'text'])
    .where('interaction', '=', interaction)
    .executeTakeFirst();

interface OpenedRow {
  readonly owner: string | null;
  readonly state: string | null;
  readonly version: number | null;
  readonly outgoing: string | null;
  readonly reply: string | null;
  readonly newest: string | null;
  readonly draft: string | null;
  readonly draft_version: number | null;
}

interface OpenedValues {
  readonly conversation: string;
  readonly person: string;
  readonly message: string | null;
  /** Empty outside of calls. */
  readonly call: string;
}

/** One statement for all of it, because every turn waits for it. */
const selectOpened = fixed((db, { conversation, person, message, call }: OpenedValues) => {
  const statement = sql<OpenedRow>`
    select c.person as owner, c.state, c.version, m.id as outgoing, m.reply,
      (select n.reply from message as n where n.conversation = ${conversation}
        order by n.sequence desc limit 1) as newest,
      d.body as draft, d.version as draft_version
    from (select 1 as one) as always
    left join conversation as c on c.id = ${conversation}
    left join message as m on m.conversation = ${conversation} and m.in_reply_to = ${message}
    left join draft as d on d.person = ${person} and coalesce(d.call, '') = ${call}`;
  return { compile: () => statement.compile(db) };
});

async function open(db: Kysely<AssistantTables>, values: OpenedValues): Promise<Opened> {
  const { person } = values;
  const { rows } = await selectOpened(db, values);
  const [first] = rows;
  const drafts = rows.flatMap(({ draft, draft_version }) =>
    draft === null || draft_version === null
      ? []
      : [{ draft: stored('draft', Draft, draft), version: draft_version }],
  );
  return {
    // Somebody who takes over a conversation does not take over what was talked about.
    state:
      first?.state && first.owner === person
        ? stored('conversation state', ConversationState, first.state)
        : FRESH_STATE,
    version: first?.version ?? 0,
    before:
      first?.outgoing && first.reply
        ? { reply: stored('reply', Reply, first.reply), outgoing: first.outgoing }
        : undefined,
    newest:
      first?.newest && first.owner === person ? stored('reply', Reply, first.newest) : undefined,
    drafts: drafts.sort((a, b) => (a.draft.updatedAt < b.draft.updatedAt ? 1 : -1)),
  };
}
