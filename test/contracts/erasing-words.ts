import type { Reply } from '../../bot/conversation/reply';
import type { Commit } from '../../bot/conversation/store';
import type { Stores } from '../../bot/storage/create-stores';
import {
  aCommit,
  aDraft,
  anEvent,
  anInteraction,
  aRating,
  aReply,
  aRequest,
  aState,
} from './samples';
import { later, MINUTE, noon, within } from './samples';

const DAY = 24 * 60 * MINUTE;

/** What must hold of deleting words, because a person asks for it or because they are old. */
export function itErasesWords(open: () => Promise<Stores>): void {
  describe('where a person asks for it', () => {
    it('erases their words through every door, and leaves what can be counted', async () => {
      const stores = await open();
      await stores.conversations.commit(worded());
      await stores.conversations.commit(worded({ conversation: 'web-ana', door: 'web' }, 'i2'));
      await stores.conversations.commit(deletion());

      for (const conversation of ['teams-ana', 'web-ana']) {
        const [first] = await stores.outgoing.history(conversation, 0, 10);
        expect(first).toMatchObject({
          said: null,
          reply: {
            text: '',
            citations: [],
            buttons: [],
            outcome: 'answered',
            topics: ['annual-leave-and-bank-holidays'],
            request: { service: 'book-annual-leave', fields: {} },
          },
        });
      }
      const everything = JSON.stringify([
        await stores.outgoing.history('teams-ana', 0, 10),
        await stores.outgoing.history('web-ana', 0, 10),
        await stores.reading.transcript(within('fellbridge'), 'teams-ana'),
        await stores.reading.transcript(within('fellbridge'), 'web-ana'),
        await stores.conversations.open('teams-ana', 'ana'),
        await stores.conversations.open('web-ana', 'ana'),
        await stores.conversations.repeated('teams-ana', 'm1'),
      ]);
      expect(everything).not.toContain('secret');
      expect(await stores.reading.counts(within('fellbridge'), noon)).toMatchObject({
        byOutcome: { answered: 2 },
        yes: 2,
      });
    });

    it('keeps its own reply, so that the person can read that it was done', async () => {
      const stores = await open();
      await stores.conversations.commit(worded());
      await stores.conversations.commit(deletion());

      const history = await stores.outgoing.history('teams-ana', 0, 10);

      expect(history.map(({ reply }) => reply.text)).toEqual(['', 'Deleted.']);
    });

    it('sends no emptied reply, and still sends promised news of a request', async () => {
      const stores = await open();
      const { conversations, outgoing, requestLog, requestNews } = stores;
      await conversations.commit(
        worded({
          effects: [{ kind: 'request-confirmed', request: aRequest(), system: 'desk' }],
        }),
      );
      await requestLog.record('desk', 1, anEvent());
      const [news] = await requestNews.untold(1);
      await requestNews.tell(news!, aReply({ text: 'Approved.' }), noon);
      await conversations.commit(deletion());

      const texts: string[] = [];
      for (let minute = 0; minute < 3; minute += 1) {
        for (const { id, reply } of await outgoing.claim('teams', later(minute), 10)) {
          texts.push(reply.text);
          await outgoing.sent(id, later(minute), null);
        }
      }
      expect(texts).toEqual(['Approved.', 'Deleted.']);
    });

    it('leaves requests and the words of everybody else, but no unfinished request', async () => {
      const stores = await open();
      const { conversations, outgoing, requestLog } = stores;
      await conversations.commit(
        worded({
          effects: [
            { kind: 'draft-saved', draft: aDraft({ id: 'draft-2' }), expected: 0 },
            { kind: 'request-confirmed', request: aRequest(), system: 'desk' },
          ],
        }),
      );
      await conversations.commit(aCommit({ conversation: 'teams-ben', person: 'ben' }));
      await conversations.commit(deletion());

      expect((await conversations.open('teams-ana', 'ana')).drafts).toHaveLength(0);
      expect(await requestLog.ofPerson('ana', 10)).toMatchObject([{ request: aRequest() }]);
      expect(await outgoing.history('teams-ben', 0, 10)).toMatchObject([
        { said: 'how much leave do i get', reply: aReply() },
      ]);
    });

    it('makes a turn that is under way in another conversation start again', async () => {
      const { conversations } = await open();
      await conversations.commit(worded({ conversation: 'web-ana', door: 'web' }, 'i2'));
      await conversations.commit(worded());
      await conversations.commit(deletion());

      const underWay = worded(
        { conversation: 'web-ana', door: 'web', message: 'm2', expectedVersion: 1 },
        'i3',
      );

      expect(await conversations.commit(underWay)).toEqual({ kind: 'conflict' });
    });

    it('throws where a turn asks for it in somebody else’s name', async () => {
      const { conversations } = await open();

      await expect(
        conversations.commit(
          aCommit({ person: 'ben', effects: [{ kind: 'conversations-deleted', person: 'ana' }] }),
        ),
      ).rejects.toThrow(/somebody else/);
    });
  });

  describe('where they are old', () => {
    it('erases what was said before a day, says how many turns, and does it once', async () => {
      const stores = await open();
      const { conversations, outgoing, reading, retention } = stores;
      await conversations.commit(worded());
      await conversations.commit(
        aCommit({ conversation: 'teams-ben', person: 'ben', at: later(DAY) }),
      );

      expect(await retention.eraseWordsBefore(later(DAY))).toBe(1);
      expect(await retention.eraseWordsBefore(later(DAY))).toBe(0);

      const left = JSON.stringify([
        await outgoing.history('teams-ana', 0, 10),
        await reading.transcript(within('fellbridge'), 'teams-ana'),
        await conversations.open('teams-ana', 'ana'),
      ]);
      expect(left).not.toContain('secret');
      expect(await outgoing.history('teams-ben', 0, 10)).toMatchObject([{ reply: aReply() }]);
      expect(await reading.counts(within('fellbridge'), noon)).toMatchObject({ yes: 1 });
    });

    it('erases more turns than fit into one step', async () => {
      const { conversations, outgoing, retention } = await open();
      for (let n = 0; n < 230; n += 1) {
        await conversations.commit(aCommit({ message: `m${n}`, expectedVersion: n }));
      }

      expect(await retention.eraseWordsBefore(later(DAY))).toBe(230);

      const history = await outgoing.history('teams-ana', 0, 500);
      expect(history.filter(({ said, reply }) => said !== null || reply.text !== '')).toEqual([]);
    });

    it('drops drafts that nobody came back to, and keeps requests', async () => {
      const { conversations, requestLog, retention } = await open();
      await conversations.commit(
        aCommit({
          effects: [
            { kind: 'draft-saved', draft: aDraft({ id: 'draft-2' }), expected: 0 },
            { kind: 'request-confirmed', request: aRequest(), system: 'desk' },
          ],
        }),
      );

      await retention.eraseWordsBefore(later(DAY));

      expect((await conversations.open('teams-ana', 'ana')).drafts).toEqual([]);
      expect(await requestLog.find('PS-7F3K9Q')).toMatchObject({ request: aRequest() });
    });
  });
}

/** A first turn with the word "secret" everywhere a word can be. */
const aForm = (value: string): Reply['form'] => ({
  kind: 'open',
  draft: 'd1',
  mark: 'm1',
  title: 'Book annual leave',
  fields: [
    {
      name: 'note',
      input: 'words',
      label: 'What would you like your manager to know?',
      hint: null,
      called: 'The note',
      optional: true,
      value,
      choices: [],
      maxLength: 300,
      problem: null,
      ifMissing: 'Please fill in the note.',
    },
  ],
});

function worded(changes: Partial<Commit> = {}, interaction = 'i1'): Commit {
  const last = { text: 'secret', clause: null, policy: null, interaction };
  const say = { kind: 'say', text: 'secret' } as const;
  return aCommit({
    said: 'secret',
    interaction,
    reply: aReply({
      text: 'A secret answer.',
      buttons: [{ label: 'secret', press: say }],
      request: { service: 'book-annual-leave', stage: 'asking', fields: { note: 'secret' } },
      form: aForm('secret'),
    }),
    trace: { found: [], why: 'the word secret', elapsedMs: 1 },
    state: aState({ last, choices: [{ label: 'secret', press: say }] }),
    effects: [
      { kind: 'interaction-opened', interaction: anInteraction({ id: interaction }) },
      { kind: 'rated', rating: aRating({ interaction, comment: 'secret' }) },
    ],
    ...changes,
  });
}

const deletion = (): Commit =>
  aCommit({
    message: 'm2',
    expectedVersion: 1,
    said: 'delete my conversations',
    reply: aReply({ outcome: 'small-talk', text: 'Deleted.', citations: [], buttons: [] }),
    state: aState({ last: { text: 'secret', clause: null, policy: null, interaction: null } }),
    effects: [{ kind: 'conversations-deleted', person: 'ana' }],
  });
