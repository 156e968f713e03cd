import type { OutgoingMessages } from '../../bot/conversation/outgoing';
import type { ConversationStore } from '../../bot/conversation/store';
import { aCommit, aReply, later, MINUTE, noon } from './samples';

/** What every store of outgoing messages must do, whatever it is made of. */
export function itIsOutgoingMessages(
  open: () => Promise<{ conversations: ConversationStore; outgoing: OutgoingMessages }>,
): void {
  it('lends a reply to one worker, with where it goes and what it answers', async () => {
    const { conversations, outgoing } = await open();
    const returnAddress = { serviceUrl: 'https://smba.example/uk/' };
    const done = await conversations.commit(aCommit({ returnAddress }));

    const lent = await outgoing.claim('teams', noon, 10);

    expect(lent).toEqual([
      {
        id: done.kind === 'committed' && done.outgoing,
        sequence: lent[0]?.sequence,
        conversation: 'teams-ana',
        door: 'teams',
        person: 'ana',
        kind: 'reply',
        reply: aReply(),
        inReplyTo: 'm1',
        returnAddress,
        attempts: 0,
        at: noon,
      },
    ]);
    expect(await outgoing.claim('teams', noon, 10)).toEqual([]);
  });

  it('lends a reply only when its turn has had the time to hand it over itself', async () => {
    const { conversations, outgoing } = await open();
    await conversations.commit(aCommit({ handedOverBy: later(MINUTE) }));

    expect(await outgoing.claim('teams', later(MINUTE - 1), 10)).toEqual([]);
    expect(await outgoing.claim('teams', later(MINUTE), 10)).toMatchObject([{ attempts: 0 }]);
  });

  it('lends what goes to a group as well: it is the same channel', async () => {
    const { conversations, outgoing } = await open();
    await conversations.commit(aCommit({ conversation: 'group-ana', door: 'group' }));

    expect(await outgoing.claim('teams', noon, 10)).toMatchObject([
      { conversation: 'group-ana', door: 'group' },
    ]);
  });

  it('lends a message again when a worker dies holding it, and counts the tries', async () => {
    const { conversations, outgoing } = await open();
    await conversations.commit(aCommit());
    await outgoing.claim('teams', noon, 10);

    expect(await outgoing.claim('teams', later(MINUTE - 1), 10)).toEqual([]);
    expect(await outgoing.claim('teams', later(MINUTE), 10)).toMatchObject([{ attempts: 1 }]);
  });

  it('never sends a message again that was sent or given up', async () => {
    const { conversations, outgoing } = await open();
    await conversations.commit(aCommit());
    await conversations.commit(aCommit({ conversation: 'teams-ben', person: 'ben' }));
    const [first, second] = await outgoing.claim('teams', noon, 10);
    await outgoing.sent(first!.id, noon, 'channel-1');
    await outgoing.giveUp(second!.id, 'the person removed the app');
    await outgoing.retryAt(first!.id, noon, 'a late complaint of another worker');

    expect(await outgoing.claim('teams', later(10 * MINUTE), 10)).toEqual([]);
    expect(await outgoing.history('teams-ben', 0, 10)).toHaveLength(1);
  });

  it('keeps the order of a conversation: a message waits for the one before it', async () => {
    const { conversations, outgoing } = await open();
    await conversations.commit(aCommit());
    await conversations.commit(aCommit({ message: 'm2', expectedVersion: 1 }));

    const [first, ...more] = await outgoing.claim('teams', noon, 10);
    expect([first?.inReplyTo, more]).toEqual(['m1', []]);
    await outgoing.retryAt(first!.id, later(5 * MINUTE), 'HTTP 502');
    expect(await outgoing.claim('teams', later(4 * MINUTE), 10)).toEqual([]);

    const [again] = await outgoing.claim('teams', later(5 * MINUTE), 10);
    await outgoing.sent(again!.id, later(5 * MINUTE), null);
    expect(await outgoing.claim('teams', later(5 * MINUTE), 10)).toMatchObject([
      { inReplyTo: 'm2' },
    ]);
  });

  it('lends the oldest first and no more than asked for', async () => {
    const { conversations, outgoing } = await open();
    for (const who of ['ana', 'ben', 'cyd']) {
      await conversations.commit(aCommit({ conversation: `teams-${who}`, person: who }));
    }

    const lent = await outgoing.claim('teams', noon, 2);

    expect(lent.map(({ person }) => person)).toEqual(['ana', 'ben']);
    expect(await outgoing.claim('teams', noon, 2)).toMatchObject([{ person: 'cyd' }]);
  });

  it('lends nothing twice to workers who ask at the same moment', async () => {
    const { conversations, outgoing } = await open();
    const people = Array.from({ length: 12 }, (_, n) => `p${n}`);
    for (const person of people) {
      await conversations.commit(aCommit({ conversation: `teams-${person}`, person }));
    }

    const lent = await Promise.all([1, 2, 3, 4, 5].map(() => outgoing.claim('teams', noon, 4)));
    const rest = await outgoing.claim('teams', noon, 12);

    const lentTo = [...lent.flat(), ...rest].map(({ person }) => person);
    expect(lentTo.sort()).toEqual([...people].sort());
  });

  it('has nothing to send for the web and the terminal', async () => {
    const { conversations, outgoing } = await open();
    await conversations.commit(aCommit({ conversation: 'web-ana', door: 'web' }));
    await conversations.commit(aCommit({ conversation: 'terminal-ana', door: 'terminal' }));

    expect(await outgoing.claim('web', noon, 10)).toEqual([]);
    expect(await outgoing.claim('terminal', noon, 10)).toEqual([]);
  });

  it('reaches a person at the newest return address that was given', async () => {
    const { conversations, outgoing } = await open();
    await conversations.commit(aCommit({ returnAddress: { serviceUrl: 'old' } }));
    await conversations.commit(
      aCommit({ message: 'm2', expectedVersion: 1, returnAddress: { serviceUrl: 'new' } }),
    );
    await conversations.commit(aCommit({ message: 'm3', expectedVersion: 2 }));

    expect(await outgoing.claim('teams', noon, 10)).toMatchObject([
      { returnAddress: { serviceUrl: 'new' } },
    ]);
  });

  it('shows a page what was said since, oldest first', async () => {
    const { conversations, outgoing } = await open();
    await conversations.commit(aCommit());
    await conversations.commit(aCommit({ message: 'm2', expectedVersion: 1, said: null }));

    const whole = await outgoing.history('teams-ana', 0, 10);

    expect(whole.map(({ said, kind }) => [said, kind])).toEqual([
      ['how much leave do i get', 'reply'],
      [null, 'reply'],
    ]);
    expect(await outgoing.history('teams-ana', whole[0]!.sequence, 10)).toEqual(whole.slice(1));
    expect(await outgoing.history('teams-ana', 0, 1)).toEqual(whole.slice(0, 1));
    expect(await outgoing.history('teams-ben', 0, 10)).toEqual([]);
  });

  it('finds the interaction that a channel’s own thumbs are about', async () => {
    const { conversations, outgoing } = await open();
    await conversations.commit(aCommit({ interaction: 'i1' }));
    const [lent] = await outgoing.claim('teams', noon, 1);
    await outgoing.sent(lent!.id, noon, 'channel-1', 'channel-0');

    expect(await outgoing.interactionOf('teams-ana', 'channel-1')).toBe('i1');
    expect(await outgoing.interactionOf('teams-ana', 'channel-0')).toBe('i1');
    expect(await outgoing.shownAs('teams-ana', 'channel-0')).toBeUndefined();
    expect(await outgoing.interactionOf('teams-ben', 'channel-1')).toBeUndefined();
    expect(await outgoing.interactionOf('teams-ana', 'channel-2')).toBeUndefined();
  });

  it('finds what a channel’s message said, in its own conversation only', async () => {
    const { conversations, outgoing } = await open();
    await conversations.commit(aCommit());
    const [lent] = await outgoing.claim('teams', noon, 1);
    await outgoing.sent(lent!.id, noon, 'channel-1');

    const { id, reply } = lent!;
    expect(await outgoing.shownAs('teams-ana', 'channel-1')).toEqual({ id, reply });
    expect(await outgoing.shownAs('teams-ben', 'channel-1')).toBeUndefined();
    expect(await outgoing.shownAs('teams-ana', 'channel-2')).toBeUndefined();
  });
}
