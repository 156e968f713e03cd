/** Turns that people professionals may read, or may not. */
import type { Commit } from '../../bot/conversation/store';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, anInteraction, aRating, later, MINUTE } from './samples';

/** A question of Ana at Fellbridge, rated; one of Ben at Vale; one of a stranger of no organisation. */
export async function withThreePeople(open: () => Promise<Stores>): Promise<Stores> {
  const stores = await open();
  const { conversations } = stores;
  await conversations.commit(question('ana', 'fellbridge'));
  await conversations.commit(question('ben', 'vale', { at: later(MINUTE) }));
  await conversations.commit(question('stranger', undefined, { at: later(2 * MINUTE) }));
  return stores;
}

export const opened = (id: string, changes: Parameters<typeof anInteraction>[0] = {}) =>
  ({ kind: 'interaction-opened', interaction: anInteraction({ id, ...changes }) }) as const;

export const rated = (interaction: string, rating: 'yes' | 'partly' | 'no') =>
  ({ kind: 'rated', rating: aRating({ interaction, rating }) }) as const;

export function question(
  person: string,
  organisation: string | undefined,
  changes: Partial<Commit> = {},
  interaction = `${person}-1`,
): Commit {
  const conversation = `teams-${person}`;
  const theirs = { person, conversation, organisation: organisation ?? null };
  return aCommit({
    conversation,
    person,
    organisation,
    interaction,
    effects: [opened(interaction, theirs)],
    ...changes,
  });
}
