/** Ana Pires asks for a person, for the contracts. */
import type { NewHandover } from '../../bot/conversation/handovers';
import type { Effect } from '../../bot/conversation/store';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, anInteraction, aReply, later, MINUTE, noon, within } from './samples';

export type Under = Pick<
  Stores,
  'conversations' | 'handovers' | 'outgoing' | 'retention' | 'reading'
>;

export const ID = 'TP-7F3K9Q';
export const FERN = { id: 'fern', name: 'Fern Lacey' };
export const KOFI = { id: 'kofi', name: 'Kofi Mensah-Reid' };
export const OURS = within('fellbridge');
export const HOUR = 60 * MINUTE;
export const all = { limit: 10, offset: 0 };

export const aHandover = (changes: Partial<NewHandover> = {}): NewHandover => ({
  id: ID,
  organisation: 'fellbridge',
  interaction: 'i-handover',
  along: later(-24 * HOUR),
  promisedAt: later(4 * HOUR),
  ...changes,
});
export const notice = (text: string) => aReply({ outcome: 'handover', text, citations: [] });

/** What is done with Ana's question, on stores that `open` gives empty. */
export function handoverDeeds(open: () => Promise<Under>) {
  let turns = 0;
  /** A turn of somebody in the web chat, in a conversation of its own. */
  const turn = (stores: Under, effects: readonly Effect[], at = later(MINUTE), person = 'ana') => {
    const conversation = `turn-${(turns += 1)}`;
    return stores.conversations.commit(
      aCommit({ conversation, message: 'm', door: 'web', person, at, effects }),
    );
  };
  const opened = (changes: Partial<NewHandover> = {}, text: string | null = 'It is about May.') =>
    ({ kind: 'handover-opened', handover: aHandover(changes), text }) as const;
  /** Ana has asked something in Teams, on the web and in the terminal, and then for a person, on the web. */
  const asked = async (
    changes: Partial<NewHandover> = {},
    text: string | null = 'It is about May.',
  ): Promise<Under> => {
    const stores = await open();
    for (const door of ['teams', 'terminal', 'web'] as const)
      await stores.conversations.commit(
        aCommit({ conversation: `${door}-ana`, door, said: `said in ${door}`, at: later(-HOUR) }),
      );
    for (const { id } of await stores.outgoing.claim('teams', noon, 10))
      await stores.outgoing.sent(id, noon, null);
    const done = await stores.conversations.commit(
      aCommit({
        conversation: 'web-ana',
        door: 'web',
        message: 'm2',
        expectedVersion: 1,
        said: 'Skip',
        reply: aReply({ outcome: 'handover', citations: [] }),
        effects: [
          { kind: 'interaction-opened', interaction: anInteraction({ id: 'i-handover' }) },
          opened(changes, text),
        ],
      }),
    );
    expect(done.kind).toBe('committed');
    return stores;
  };
  const read = async ({ handovers }: Under, within = OURS) => handovers.read(within, ID);
  const take = ({ handovers }: Under, by = FERN, from: string | null = null) =>
    handovers.take(ID, by, from, notice(`${by.name} has it.`), later(2 * MINUTE));
  const answer = ({ handovers }: Under, text: string, by = FERN, id = text, at = later(HOUR)) =>
    handovers.answer(ID, by, { id, text }, notice(text), at);
  const close = ({ handovers }: Under, by = FERN) =>
    handovers.close(ID, by, notice('Closed.'), later(2 * HOUR));
  const tell = (stores: Under, text: string, at = later(HOUR)) =>
    turn(stores, [{ kind: 'handover-told', handover: ID, text }], at);
  const told = async ({ outgoing }: Under, conversation: string) =>
    (await outgoing.history(conversation, 0, 20))
      .filter(({ kind }) => kind === 'notice')
      .map(({ reply }) => reply.text);
  const ids = async ({ handovers }: Under, show: 'open' | 'closed' = 'open', within = OURS) =>
    (await handovers.list(within, show, all)).rows.map(({ id }) => id);

  return { turn, opened, asked, read, take, answer, close, tell, told, ids };
}
