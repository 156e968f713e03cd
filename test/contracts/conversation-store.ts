import type { ConversationStore } from '../../bot/conversation/store';
import {
  aCommit,
  aDraft,
  anInteraction,
  aRating,
  aReply,
  aRequest,
  aState,
  later,
} from './samples';

/** What every conversation store must do, whatever it is made of. */
export function itIsAConversationStore(open: () => Promise<ConversationStore>): void {
  describe('keeping turns', () => {
    it('opens a conversation nobody has spoken in as a fresh one', async () => {
      const store = await open();

      expect(await store.open('teams-ana', 'ana')).toEqual({
        state: aState({ introduced: false }),
        version: 0,
        drafts: [],
      });
      expect(await store.repeated('teams-ana', 'm1')).toBeUndefined();
    });

    it('keeps the running context from turn to turn', async () => {
      const store = await open();
      await store.commit(aCommit());
      const state = aState({ focus: 'draft-1' });

      await store.commit(aCommit({ message: 'm2', expectedVersion: 1, state }));

      expect(await store.open('teams-ana', 'ana')).toMatchObject({ state, version: 2 });
    });

    it('answers a repeated message with the stored reply, and does nothing again', async () => {
      const store = await open();
      const first = await store.commit(aCommit({ effects: [draftSaved()] }));
      const again = aCommit({
        reply: aReply({ text: 'Something else.' }),
        effects: [draftSaved()],
      });

      for (const expectedVersion of [0, 1]) {
        expect(await store.commit({ ...again, expectedVersion })).toEqual({
          kind: 'repeated',
          reply: aReply(),
          outgoing: first.kind === 'committed' && first.outgoing,
        });
      }
      expect(await store.repeated('teams-ana', 'm1')).toMatchObject({ reply: aReply() });
      expect(await store.open('teams-ana', 'ana')).toMatchObject({ version: 1 });
    });

    it('refuses a turn that was taken on an older state of the conversation', async () => {
      const store = await open();
      await store.commit(aCommit());

      for (const expectedVersion of [0, 2]) {
        expect(await store.commit(aCommit({ message: 'm2', expectedVersion }))).toEqual({
          kind: 'conflict',
        });
      }
      expect(await store.repeated('teams-ana', 'm2')).toBeUndefined();
    });

    it('lets one of two turns at the same moment through', async () => {
      const store = await open();
      await store.commit(aCommit());
      const turns = ['m2', 'm3', 'm4'].map((message) => aCommit({ message, expectedVersion: 1 }));

      const results = await Promise.all(turns.map((turn) => store.commit(turn)));

      expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict', 'conflict']);
    });

    it('commits one message once, however many redeliveries come at the same moment', async () => {
      const store = await open();

      const results = await Promise.all([1, 2, 3].map(() => store.commit(aCommit())));

      expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', 'repeated', 'repeated']);
    });

    it('does not hand what was talked about to somebody else in the same conversation', async () => {
      const store = await open();
      const last = { text: 'am i sacked', clause: null, policy: null, interaction: null };
      await store.commit(aCommit({ state: aState({ last }) }));

      expect(await store.open('teams-ana', 'ben')).toMatchObject({
        state: aState({ introduced: false }),
        version: 1,
      });
    });
  });

  describe('keeping drafts', () => {
    it('shows a person their drafts through every door, newest first', async () => {
      const store = await open();
      const newer = aDraft({ id: 'draft-2', updatedAt: '2027-01-05T12:05:00.000Z' });
      await store.commit(aCommit({ effects: [draftSaved(), draftSaved(newer)] }));

      const { drafts } = await store.open('web-ana', 'ana');

      expect(drafts).toEqual([
        { draft: newer, version: 1 },
        { draft: aDraft(), version: 1 },
      ]);
      expect(await store.open('web-ben', 'ben')).toMatchObject({ drafts: [] });
    });

    it('takes nothing of a turn whose draft was changed through the other door', async () => {
      const store = await open();
      await store.commit(aCommit({ effects: [draftSaved()] }));
      await store.commit(
        aCommit({ conversation: 'web-ana', door: 'web', effects: [draftSaved(aDraft(), 1)] }),
      );

      const stale = aCommit({
        message: 'm2',
        expectedVersion: 1,
        effects: [draftSaved(aDraft({ nonce: 'stale' }), 1)],
      });

      expect(await store.commit(stale)).toEqual({ kind: 'conflict' });
      expect(await store.open('teams-ana', 'ana')).toMatchObject({
        version: 1,
        drafts: [{ draft: aDraft(), version: 2 }],
      });
    });

    it('closes a draft once', async () => {
      const store = await open();
      await store.commit(aCommit({ effects: [draftSaved()] }));
      const closed = { kind: 'draft-closed', draft: 'draft-1', expected: 1 } as const;

      const first = await store.commit(
        aCommit({ message: 'm2', expectedVersion: 1, effects: [closed] }),
      );
      const second = await store.commit(
        aCommit({ message: 'm3', expectedVersion: 2, effects: [closed] }),
      );

      expect([first.kind, second.kind]).toEqual(['committed', 'conflict']);
      expect(await store.open('teams-ana', 'ana')).toMatchObject({ drafts: [] });
    });

    it('confirms a draft once, also when both doors confirm it at the same moment', async () => {
      const store = await open();

      const results = await Promise.all([
        store.commit(aCommit({ effects: [confirmed(aRequest())] })),
        store.commit(
          aCommit({
            conversation: 'web-ana',
            door: 'web',
            effects: [confirmed(aRequest({ id: 'PS-000001' }))],
          }),
        ),
      ]);

      expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
    });
  });

  describe('keeping interactions', () => {
    it('knows whose an interaction is and which rating counts', async () => {
      const store = await open();
      await store.commit(aCommit({ effects: [opened()] }));
      expect(await store.latestRating('i1')).toBeNull();

      const ratings = [
        aRating({ rating: 'no' }),
        aRating({ rating: 'partly' }),
        aRating({ rating: null, comment: 'too long' }),
      ];
      await store.commit(
        aCommit({
          message: 'm2',
          expectedVersion: 1,
          effects: ratings.map((rating) => ({ kind: 'rated', rating })),
        }),
      );

      expect(await store.interactionOwner('i1')).toBe('ana');
      expect(await store.interactionOwner('i2')).toBeUndefined();
      expect(await store.latestRating('i1')).toBe('partly');
      expect(await store.latestRating('i2')).toBeNull();
    });

    it('throws, and keeps nothing, where a turn rates what is somebody else’s', async () => {
      const store = await open();
      await store.commit(aCommit({ effects: [opened()] }));
      const bens = { conversation: 'teams-ben', person: 'ben', at: later(1) };

      await expect(
        store.commit(
          aCommit({ ...bens, effects: [{ kind: 'rated', rating: aRating({ person: 'ben' }) }] }),
        ),
      ).rejects.toThrow(/its person does not have/);
      await expect(
        store.commit(aCommit({ ...bens, effects: [{ kind: 'rated', rating: aRating() }] })),
      ).rejects.toThrow(/somebody else/);
      expect(await store.open('teams-ben', 'ben')).toMatchObject({ version: 0 });
      expect(await store.latestRating('i1')).toBeNull();
    });

    it('throws where a turn ends an interaction that its person does not have', async () => {
      const store = await open();

      await expect(
        store.commit(
          aCommit({
            effects: [
              {
                kind: 'interaction-ended',
                interaction: 'i9',
                outcome: 'request',
                ended: 'done',
                at: '2027-01-05T12:00:00Z',
              },
            ],
          }),
        ),
      ).rejects.toThrow(/i9/);
    });
  });
}

const draftSaved = (draft = aDraft(), expected = 0) =>
  ({ kind: 'draft-saved', draft, expected }) as const;

const confirmed = (request = aRequest()) =>
  ({ kind: 'request-confirmed', request, system: 'desk' }) as const;

const opened = (interaction = anInteraction()) =>
  ({ kind: 'interaction-opened', interaction }) as const;
