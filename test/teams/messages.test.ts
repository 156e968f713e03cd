import { ana, TENANT } from './a-directory';
import { aMessage, aReply, openDoor, type ADoor } from './a-door';

describe('a message from Teams', () => {
  let door: ADoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  it('becomes a turn of the person that the directory knows, and its reply goes to their chat', async () => {
    const response = await door.post(aMessage());

    expect(response.status).toBe(200);
    expect(door.turns).toMatchObject([
      {
        door: 'teams',
        conversation: 'teams:a:one',
        speaker: { kind: 'person', person: { id: 'ana-pires' } },
        said: { kind: 'text', text: 'how much leave do i get' },
      },
    ]);
    expect(door.connector.delivered).toMatchObject([
      {
        conversation: 'a:one',
        activity: { type: 'message', text: 'You get 29 days.', recipient: { id: '29:ana' } },
      },
    ]);
    expect(door.stored).toMatchObject([{ end: 'sent', channelId: '17000000001' }]);
  });

  it('keeps where to speak again, without names', async () => {
    await door.post(aMessage());

    expect(door.addresses).toEqual([
      {
        serviceUrl: door.connector.url,
        channelId: 'msteams',
        bot: { id: '28:assistant' },
        user: { id: '29:ana', aadObjectId: ana.aadObjectId },
        conversation: { id: 'a:one', tenantId: TENANT, conversationType: 'personal' },
      },
    ]);
    expect(JSON.stringify(door.addresses)).not.toContain('Pires');
  });

  it.each(['<at ', '<at>', '<at></at '])(
    'that is nothing but %j over and over is read in no time',
    async (part) => {
      const started = performance.now();
      const text = part.repeat(20_000).trim();
      await door.post(aMessage({ text }));

      expect(door.turns[0]?.said).toEqual({ kind: 'text', text });
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );

  it.each([
    ['<at>People Services</at> how much leave', 'how much leave'],
    ['  hello&nbsp;\n', 'hello'],
    ['<at id="0">Bot</at>&nbsp;can i swap <b>shifts</b>', 'can i swap <b>shifts</b>'],
  ])('is read without mentions: %j', async (text, said) => {
    await door.post(aMessage({ text }));

    expect(door.turns[0]?.said).toEqual({ kind: 'text', text: said });
  });

  it.each([
    ['no text', { text: undefined }],
    ['an empty text', { text: ' ' }],
    [
      'a picture',
      { text: null, attachments: [{ contentType: 'image/png', contentUrl: 'https://x' }] },
    ],
    ['a strange button', { text: undefined, value: { press: { kind: 'fire-everyone' } } }],
  ])('with %s is answered kindly and taken nowhere', async (_what, changes) => {
    const response = await door.post(aMessage(changes));

    expect(response.status).toBe(200);
    expect(door.turns).toEqual([]);
    expect(door.connector.delivered[0]?.activity.text).toContain('I could not read that.');
  });

  it('carries a press of one of our buttons, whatever words come with it', async () => {
    const press = { kind: 'confirm', draft: 'd1', nonce: 'n1' };
    await door.post(
      aMessage({ text: 'Yes, send it', value: { press, msteams: { type: 'messageBack' } } }),
    );
    await door.post(aMessage({ id: '2', text: undefined, value: JSON.stringify({ press }) }));

    expect(door.turns.map(({ said }) => said)).toEqual([
      { kind: 'press', press },
      { kind: 'press', press },
    ]);
  });

  it('is told "typing" while the answer takes long, before the answer', async () => {
    let answerNow = (): void => undefined;
    door.answers(
      new Promise((resolve) => {
        answerNow = () => {
          resolve(aReply());
        };
      }),
    );
    const response = door.post(aMessage());
    await door.connector.until(1);
    answerNow();

    expect((await response).status).toBe(200);
    expect(door.connector.delivered.map(({ activity }) => activity.type)).toEqual([
      'typing',
      'message',
    ]);
  });

  it('that failed is told so, and can be sent again', async () => {
    door.answers(new Error('the disk is full'));

    expect((await door.post(aMessage())).status).toBe(200);
    expect(door.connector.delivered[0]?.activity.text).toContain('nothing was kept');
    await door.post(aMessage());
    expect(door.stored).toMatchObject([{ end: 'sent' }]);
  });

  it('that failed, and could not even be told so, is left to the channel to send again', async () => {
    door.answers(new Error('the disk is full'));
    door.connector.script(502);

    expect((await door.post(aMessage())).status).toBe(503);
  });

  it('of an unknown kind is taken and left alone', async () => {
    for (const type of ['messageReaction', 'typing', 'event', 'endOfConversation', 'messageDelete'])
      expect((await door.post(aMessage({ type }))).status).toBe(200);

    expect(door.turns).toEqual([]);
    expect(door.connector.delivered).toEqual([]);
  });

  it('leaves no words, names or object ids in the log', async () => {
    await door.post(aMessage({ text: 'my secret sorrow' }));
    door.answers(new Error('no'));
    await door.post(aMessage({ id: '2', text: 'my secret sorrow again' }));

    expect(JSON.stringify(door.events)).not.toMatch(/sorrow|Pires|026488b5/);
  });
});

describe('the same message again', () => {
  let door: ADoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  it('under the same id is answered once', async () => {
    await door.post(aMessage());
    await door.post(aMessage());
    await door.post(aMessage({ timestamp: '2026-11-23T12:00:15.999Z' }));

    expect(door.turns).toHaveLength(1);
    expect(door.connector.delivered).toHaveLength(1);
  });

  it('while the first is still being answered is answered once, sender or no sender', async () => {
    const sender = door.startSending();
    let arrive = (): void => undefined;
    const hold = new Promise<void>((resolve) => (arrive = resolve));
    door.connector.script({ status: 201, hold });
    const first = door.post(aMessage());
    await door.connector.until(1);
    const second = door.post(aMessage({ id: '1700000000002' }));
    sender.wake();
    arrive();

    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    await sender.stop();
    expect(door.connector.delivered).toHaveLength(1);
  });

  it('under a new id, with the times of the first, is answered once', async () => {
    await door.post(aMessage());
    await door.post(aMessage({ id: '1700000000002' }));

    expect(door.turns).toHaveLength(1);
    expect(door.connector.delivered).toHaveLength(1);
  });

  it('without any id is answered once', async () => {
    await door.post(aMessage({ id: undefined }));
    await door.post(aMessage({ id: undefined }));

    expect(door.turns).toHaveLength(1);
  });

  it('is the same after a restart, without memory', async () => {
    const restarted = await openDoor();
    await door.post(aMessage());
    await restarted.post(aMessage({ id: '1700000000002' }));

    expect(restarted.turns[0]?.message).toBe(door.turns[0]?.message);
    await restarted.close();
  });

  it('is not taken for a second "yes" a moment later, nor for one of a sender with a fixed date', async () => {
    const yes = { text: 'yes' };
    await door.post(aMessage({ ...yes, id: '1' }));
    await door.post(aMessage({ ...yes, id: '2', timestamp: '2026-11-23T12:00:02.456Z' }));
    for (const id of ['3', '4'])
      await door.post(aMessage({ ...yes, id, timestamp: '2020-01-01T00:00:00.123Z' }));
    for (const id of ['5', '6'])
      await door.post(aMessage({ ...yes, id, timestamp: '2026-11-23T12:00:00Z' }));
    for (const id of ['7', '8']) await door.post(aMessage({ ...yes, id, timestamp: undefined }));

    expect(door.turns).toHaveLength(8);
  });

  it('whose reply did not arrive the first time gets it now, from the sender', async () => {
    door.connector.script(502);
    await door.post(aMessage());
    expect(door.stored).toMatchObject([{ end: undefined }]);

    const sender = door.startSending();
    door.passTime(5_000);
    await door.post(aMessage());
    await door.connector.until(2);
    await sender.stop();

    expect(door.turns).toHaveLength(1);
    expect(door.stored).toMatchObject([{ end: 'sent' }]);
  });
});
