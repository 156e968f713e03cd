/** A made-up conversation of Ana Pires, as the assistant keeps it. */
import type { Commit } from '../../bot/conversation/store';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, anInteraction, aRating, aReply } from '../contracts/samples';
import { MINUTE, NOON } from './open-console';

export const CONVERSATION = 'web:ana-pires';

/** Commits turns one after the other, a minute apart. */
export async function converse(
  { conversations }: Stores,
  turns: readonly Partial<Commit>[],
  { conversation = CONVERSATION, person = 'ana-pires', organisation = 'fellbridge' } = {},
): Promise<void> {
  for (const [index, turn] of turns.entries()) {
    const { kind } = await conversations.commit(
      aCommit({
        conversation,
        person,
        organisation,
        door: 'web',
        message: `${conversation}-${index}`,
        expectedVersion: index,
        at: new Date(NOON.getTime() + (index - 60) * MINUTE),
        ...turn,
      }),
    );
    if (kind !== 'committed') throw new Error(`The turn was not kept: ${kind}`);
  }
}

export const opened = (id: string, changes: Parameters<typeof anInteraction>[0] = {}) =>
  ({
    kind: 'interaction-opened',
    interaction: anInteraction({
      id,
      person: 'ana-pires',
      conversation: CONVERSATION,
      openedAt: new Date(NOON.getTime() - 60 * MINUTE).toISOString(),
      ...changes,
    }),
  }) as const;

export const rated = (interaction: string, changes: Parameters<typeof aRating>[0]) =>
  ({ kind: 'rated', rating: aRating({ interaction, person: 'ana-pires', ...changes }) }) as const;

/** A question answered and rated "No" with a comment, then one turn of each sensitive level. */
export const aLongTalk: readonly Partial<Commit>[] = [
  {
    said: 'does Priya Nair get 33 days? ring me on 07700 900123',
    interaction: 'i1',
    reply: aReply({ feedback: { interaction: 'i1', rated: null } }),
    effects: [opened('i1')],
    trace: {
      found: [{ clause: 'annual-leave-and-bank-holidays.1', score: 7.5, version: '2026.1' }],
      why: 'matched “does Priya Nair get 33 days”',
      elapsedMs: 2.5,
    },
  },
  {
    said: 'No',
    interaction: 'i1',
    reply: aReply({
      outcome: 'small-talk',
      text: 'Thank you. What was wrong?',
      citations: [],
      feedback: { interaction: 'i1', rated: 'no' },
    }),
    effects: [
      rated('i1', { rating: 'no' }),
      rated('i1', { rating: null, reason: 'incomplete', comment: 'what about Grace and Tom' }),
    ],
  },
  {
    said: 'words that must not be kept',
    sensitivity: 'disclosure',
    reply: aReply({
      outcome: 'signposted',
      text: 'I’m sorry you are going through this.\n\n- **Noor Castell, Freedom to Speak Up guardian**: 01632 960 110',
      citations: [],
      buttons: [],
    }),
    trace: { found: [], why: 'disclosure: a pattern that matched', elapsedMs: 1 },
  },
  {
    said: 'words that must not be kept',
    sensitivity: 'life-at-risk',
    reply: aReply({
      outcome: 'signposted',
      text: 'I’m really glad you told me.\n\n- **Samaritans**: 116 123',
      citations: [],
      buttons: [],
    }),
    trace: { found: [], why: 'life at risk: a pattern that matched', elapsedMs: 1 },
  },
  {
    said: 'book me off 31 march',
    reply: aReply({
      outcome: 'request',
      text: '**Sent** to Fellbridge people services.',
      citations: [],
      request: {
        service: 'book-annual-leave',
        stage: 'submitted',
        fields: {},
        reference: 'PS-7F3K9Q',
      },
    }),
  },
];
