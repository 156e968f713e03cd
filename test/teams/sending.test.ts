import type { Delivered } from '../fakes/fake-connector';
import { TENANT } from './a-directory';
import { aMessage, aReply, openDoor, type ADoor } from './a-door';

const texts = (delivered: readonly Delivered[]) => delivered.map(({ activity }) => activity.text);

describe('handing a reply over', () => {
  let door: ADoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  it.each([500, 502, 503, 504, 412])(
    'is tried once in the turn after a %d, then by the sender',
    async (status) => {
      door.connector.script(status);

      expect((await door.post(aMessage())).status).toBe(200);
      expect(door.connector.delivered).toHaveLength(1);

      const sender = door.startSending();
      door.passTime(2_000);
      sender.wake();
      await door.connector.until(2);
      await sender.stop();
      expect(door.stored).toMatchObject([{ end: 'sent', channelId: '17000000002' }]);
    },
  );

  it('says its words once where the channel takes them and not yet the card', async () => {
    door.answers(aReply({ feedback: { interaction: 'i1', rated: null } }));
    door.connector.script(201, 502);
    await door.post(aMessage());
    expect(door.stored[0]?.end).toBeUndefined();

    const sender = door.startSending();
    door.passTime(2_000);
    sender.wake();
    await door.connector.until(3);
    await sender.stop();

    const isCard = ({ activity }: Delivered) => activity.attachments !== undefined;
    expect(door.connector.delivered.map(isCard)).toEqual([false, true, true]);
    expect(door.stored).toMatchObject([
      { end: 'sent', channelId: '17000000003', wordsId: '17000000001' },
    ]);
  });

  it('does not follow a redirect with the bot’s token', async () => {
    door.connector.script({ status: 307, headers: { location: 'http://127.0.0.1:9/elsewhere' } });
    await door.post(aMessage());

    expect(door.connector.delivered).toHaveLength(1);
    expect(door.stored[0]?.end).toBeUndefined();
    expect(door.stored[0]?.reason).toContain('307');
  });

  it('waits as long as the channel asks when it is throttled', async () => {
    door.connector.script({ status: 429, headers: { 'retry-after': '30' } });
    await door.post(aMessage());

    expect(door.connector.delivered).toHaveLength(1);
    expect(door.stored[0]?.due).toEqual(new Date('2026-11-23T12:00:30.000Z'));
  });

  it.each([
    [403, 'BotNotInConversationRoster'],
    [403, 'ConversationBlockedByUser'],
    [404, 'ConversationNotFound'],
  ])('gives up where nobody can be reached: %d %s', async (status, code) => {
    door.connector.script({ status, code });
    await door.post(aMessage());

    expect(door.stored).toMatchObject([{ end: 'given-up', reason: `${status} ${code}` }]);
  });

  it('goes on trying after any other 403, such as an administrator’s pause', async () => {
    door.connector.script({ status: 403, code: 'BotDisabledByAdmin' });
    await door.post(aMessage());

    expect(door.stored).toMatchObject([{ end: undefined, reason: '403 BotDisabledByAdmin' }]);
  });

  it('does not hold up the 200 when the connector is slow, and loses nothing', async () => {
    await door.close();
    door = await openDoor({ patience: { sendWithinMs: 300 } });
    let answer = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      answer = resolve;
    });
    door.connector.script({ status: 201, hold });

    expect((await door.post(aMessage())).status).toBe(200);
    expect(door.stored).toMatchObject([{ end: undefined }]);

    answer();
    const sender = door.startSending();
    door.passTime(2_000);
    sender.wake();
    await door.connector.until(2);
    await sender.stop();
    expect(door.stored).toMatchObject([{ end: 'sent' }]);
  });

  it('keeps the order: what comes after a reply that waits, waits too', async () => {
    door.connector.script(502);
    door.answers(aReply({ text: 'first' }), aReply({ text: 'second' }));
    await door.post(aMessage({ id: '1', text: 'a' }));
    await door.post(aMessage({ id: '2', text: 'b' }));
    expect(texts(door.connector.delivered)).toEqual(['first']);

    const sender = door.startSending();
    door.passTime(2_000);
    sender.wake();
    await door.connector.until(2);
    sender.wake();
    await door.connector.until(3);
    await sender.stop();
    expect(texts(door.connector.delivered)).toEqual(['first', 'first', 'second']);

    await door.post(aMessage({ id: '3', text: 'c' }));
    expect(door.connector.delivered).toHaveLength(4);
  });

  it('grows more patient with each failure', async () => {
    door.connector.script(502, 502, 502);
    await door.post(aMessage());
    for (const pause of [2_000, 2_000]) {
      door.passTime(pause);
      await door.startSending().stop(); // one round
    }

    const waits = door.events.filter(({ event }) => event === 'teams.send-failed');
    expect(waits.map(({ waitMs }) => waitMs)).toEqual([2_000, 2_000, 4_000]);
  });
});

describe('the sender', () => {
  let door: ADoor;
  beforeEach(async () => {
    door = await openDoor();
    await door.post(aMessage());
  });
  afterEach(() => door.close());
  const address = () => door.addresses[0]!;

  it('tells a notice that nobody asked for, in the chat that it belongs to', async () => {
    const sender = door.startSending();
    door.notice(aReply({ text: 'Your request has been approved.' }), address());
    sender.wake();
    await door.connector.until(2);
    await sender.stop();

    expect(door.connector.delivered[1]).toMatchObject({
      conversation: 'a:one',
      path: '/v3/conversations/a%3Aone/activities',
      activity: { text: 'Your request has been approved.', recipient: { id: '29:ana' } },
    });
    expect(door.stored[1]).toMatchObject({ end: 'sent' });
  });

  it.each([
    ['an address elsewhere', { serviceUrl: 'https://evil.example/' }],
    ['an address without a host', { serviceUrl: 'nonsense' }],
    ['no address', null],
  ])('sends nothing to %s', async (_what, changes) => {
    door.notice(aReply(), changes && { ...address(), ...changes });
    const sender = door.startSending();
    await sender.stop();

    expect(door.connector.delivered).toHaveLength(1);
    expect(door.stored[1]).toMatchObject({ end: 'given-up' });
  });

  it('sends nothing to somebody who removed the app, until they add it again', async () => {
    const sender = door.startSending();
    await door.post(aMessage({ type: 'installationUpdate', action: 'remove' }));
    door.notice(aReply({ text: 'one' }), address());
    sender.wake();
    await door.post(aMessage({ id: '2', text: 'hello again' }));
    door.notice(aReply({ text: 'two' }), address());
    sender.wake();
    await door.connector.until(3);
    await sender.stop();

    expect(texts(door.connector.delivered)).not.toContain('one');
    expect(texts(door.connector.delivered)).toContain('two');
  });

  it('tells no notice to somebody who is not in the directory any more', async () => {
    const sender = door.startSending();
    door.notice(aReply({ text: 'Your request was approved.' }), address(), { person: 'gone' });
    await sender.stop();
    await door.startSending().stop(); // one round

    expect(door.connector.delivered).toHaveLength(1);
    expect(door.stored[1]).toMatchObject({
      end: 'given-up',
      reason: 'no longer in the directory',
    });
  });

  it('keeps inside what Teams takes, and loses nothing', async () => {
    const chats = Array.from({ length: 10 }, (_, i) => `a:chat-${i}`);
    const text = 'so many words '.repeat(3_000); // three messages of words and a card
    const reply = aReply({ text, feedback: { interaction: 'i1', rated: null } });
    for (const id of chats) {
      const to = { ...address(), conversation: { id, tenantId: TENANT } };
      door.notice(reply, to, { conversation: `teams:${id}` });
    }
    const sender = door.startSending();
    await door.connector.until(1 + 4 * chats.length);
    await sender.stop();

    const times = door.connector.delivered.slice(1).map(({ at }) => at);
    const inTheSecondFrom = (start: number) =>
      times.filter((at) => at >= start && at < start + 1_000).length;
    expect(Math.max(...times.map(inTheSecondFrom))).toBeLessThanOrEqual(30);
    expect(door.stored.slice(1).every(({ end }) => end === 'sent')).toBe(true);
  });

  it('leaves a reply alone that its turn may still be handing over, in any process', async () => {
    let answer = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      answer = resolve;
    });
    door.connector.script({ status: 201, hold });
    const posted = door.post(aMessage());
    await door.connector.until(1);

    const sender = door.startSending();
    sender.wake();
    await sender.stop();
    expect(door.connector.delivered).toHaveLength(1);

    answer();
    await posted;
    expect(door.stored).toMatchObject([{ attempts: 0 }]);
  });
});
