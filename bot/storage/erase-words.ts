/**
 * Takes the words out of what is stored and leaves what can be counted: when, which outcome,
 * which topics, which rating.
 */
import type { SelectQueryBuilder } from 'kysely';
import { Reply } from '../conversation/reply';
import { ConversationState } from '../conversation/store';
import { eraseHandovers } from './handover-effects';
import { eraseReviews } from './erase-reviews';
import { readAll } from './mail-notices';
import { stored, Trace } from './stored';
import type { AssistantTables, Tx } from './tables';

export interface Worded {
  readonly sequence: number;
  readonly reply: string;
  readonly trace: string | null;
}

/** One by one: neither database can blank a part of a JSON text in a way the other understands. */
export async function eraseMessages(tx: Tx, messages: readonly Worded[]): Promise<void> {
  for (const { sequence, reply, trace } of messages) {
    await tx
      .updateTable('message')
      .set({
        said: null,
        reply: JSON.stringify(withoutWords(stored('reply', Reply, reply))),
        trace: trace && JSON.stringify({ ...stored('trace', Trace, trace), why: '' }),
        erased: 1,
        // Nothing is left that could be sent.
        due_at: null,
      })
      .where('sequence', '=', sequence)
      .execute();
  }
}

const withoutWords = (reply: Reply): Reply => ({
  ...reply,
  text: '',
  more: null,
  citations: [],
  buttons: [],
  upload: null,
  form: null,
  request: reply.request && { ...reply.request, fields: {} },
});

/** A turn that is under way in such a conversation is taken again, and cannot bring the words back. */
export async function eraseRunningContext(
  tx: Tx,
  conversations: readonly {
    readonly id: string;
    readonly state: string;
    readonly version: number;
  }[],
): Promise<void> {
  for (const { id, state, version } of conversations) {
    const bare: ConversationState = {
      ...stored('conversation state', ConversationState, state),
      last: null,
      offered: null,
      choices: [],
      // Whoever has forgotten the question would answer another one.
      pending: null,
    };
    await tx
      .updateTable('conversation')
      .set({ state: JSON.stringify(bare), version: version + 1, erased: 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .execute();
  }
}

type Drafts = SelectQueryBuilder<AssistantTables, 'draft', { id: string }>;

/** What was never sent, with its files. */
export async function deleteDrafts(tx: Tx, which: (drafts: Drafts) => Drafts): Promise<void> {
  const drafts = () => which(tx.selectFrom('draft').select('draft.id'));
  await tx.updateTable('attachment').set({ released: 1 }).where('holder', 'in', drafts()).execute();
  await tx.deleteFrom('draft').where('id', 'in', drafts()).execute();
}

/** @param current where the person asks for it: this turn and its reply stay, so that they can read that it was done; null where somebody else does it for them */
export async function forgetPerson(
  tx: Tx,
  person: string,
  current: { readonly conversation: string; readonly sequence: number } | null,
  at: Date,
): Promise<void> {
  const messages = await tx
    .selectFrom('message')
    .select(['sequence', 'reply', 'trace'])
    .where('person', '=', person)
    .$if(current !== null, (query) => query.where('sequence', '<', current?.sequence ?? 0))
    .where('erased', '=', 0)
    // News of a request that is still on its way is no conversation: it was promised.
    // What the people team wrote is conversation, sent or not.
    .where((eb) =>
      eb.or([eb('kind', '=', 'reply'), eb('due_at', 'is', null), eb('outcome', '=', 'handover')]),
    )
    .orderBy('sequence')
    .execute();
  await eraseMessages(tx, messages);
  await eraseHandovers(tx, person, at);
  for (const table of ['rating', 'satisfaction'] as const)
    await tx
      .updateTable(table)
      .set({ comment: null })
      .where('person', '=', person)
      .where('comment', 'is not', null)
      .execute();
  await eraseReviews(tx, person);
  await readAll(tx, person);
  await deleteDrafts(tx, (drafts) => drafts.where('draft.person', '=', person));
  const conversations = await tx
    .selectFrom('conversation')
    .select(['id', 'state', 'version'])
    .where('person', '=', person)
    .$if(current !== null, (query) => query.where('id', '<>', current?.conversation ?? ''))
    .orderBy('id')
    .execute();
  await eraseRunningContext(tx, conversations);
}
