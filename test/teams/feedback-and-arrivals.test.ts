import { aMessage, aReply, openDoor, type ADoor } from './a-door';

/** The fake connector's ids of the reply's words and of the card after them. */
const [WORDS, CARD] = ['17000000001', '17000000002'];

describe('Teams’ own thumbs', () => {
  let door: ADoor;
  beforeEach(async () => {
    door = await openDoor();
    door.answers(aReply({ feedback: { interaction: 'i1', rated: null } }));
    await door.post(aMessage());
  });
  afterEach(() => door.close());
  const thumb = (reaction: string, feedback: unknown, replyToId = WORDS) =>
    door.post(
      aMessage({
        type: 'invoke',
        id: 'f:1',
        name: 'message/submitAction',
        text: undefined,
        replyToId,
        value: { actionName: 'feedback', actionValue: { reaction, feedback } },
      }),
    );
  const presses = () => door.turns.slice(1).map(({ said }) => said.kind === 'press' && said.press);

  it.each([
    ['like', '', 'yes'],
    ['like', '{"feedbackText":""}', 'yes'],
    ['dislike', {}, 'no'],
    ['dislike', null, 'no'],
    ['dislike', 'not json', 'no'],
  ])('%s with %j rates the very answer that it is under', async (reaction, feedback, rating) => {
    const response = await thumb(reaction, feedback);

    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 200,
      body: {},
    });
    expect(presses()).toEqual([{ kind: 'rate', interaction: 'i1', rating }]);
  });

  it.each([['{"feedbackText":" out of date "}'], [{ feedbackText: 'out of date' }]])(
    'keep the comment in %j too',
    async (feedback) => {
      await thumb('dislike', feedback);

      expect(presses()).toEqual([
        { kind: 'rate', interaction: 'i1', rating: 'no' },
        { kind: 'explain', interaction: 'i1', comment: 'out of date' },
      ]);
    },
  );

  it('are never followed by a message of their own, also not later', async () => {
    await thumb('like', '');
    door.passTime(60_000);
    await door.startSending().stop();

    expect(door.connector.delivered).toHaveLength(2);
  });

  it('delivered twice count once', async () => {
    await thumb('like', '');
    await thumb('like', '');

    expect(presses()).toHaveLength(1);
  });

  it('rate it under its card too', async () => {
    expect((await thumb('like', '', CARD)).status).toBe(200);
    expect(presses()).toEqual([{ kind: 'rate', interaction: 'i1', rating: 'yes' }]);
  });

  it('under something unknown are said to have failed, for nothing was kept', async () => {
    expect((await thumb('like', '', 'another')).status).toBe(404);
    expect(presses()).toEqual([]);
  });

  it('that could not be kept are said to have failed', async () => {
    door.answers(new Error('the disk is full'));

    expect((await thumb('like', '')).status).toBe(503);
  });
});

describe('a press', () => {
  const press = { kind: 'confirm', draft: 'd1', nonce: 'n1' };

  it('delivered twice is one turn', async () => {
    const door = await openDoor();
    for (const id of ['1', '1', '2'])
      await door.post(aMessage({ id, text: undefined, value: { press } }));

    expect(door.turns).toHaveLength(1);
    expect(door.connector.delivered).toHaveLength(1);
    await door.close();
  });

  it('that a client turned into Action.Execute is taken too, and Teams gets its answer', async () => {
    const door = await openDoor();
    const response = await door.post(
      aMessage({
        type: 'invoke',
        name: 'adaptiveCard/action',
        text: undefined,
        value: {
          action: { type: 'Action.Execute', verb: 'press', data: { press } },
          trigger: 'manual',
        },
      }),
    );

    expect(await response.json()).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Got it.',
    });
    expect(door.turns).toMatchObject([{ said: { kind: 'press', press } }]);
    expect(door.connector.delivered).toHaveLength(1);
    await door.close();
  });
});

describe('an arrival', () => {
  const arrived = [
    { type: 'installationUpdate', action: 'add' },
    { type: 'conversationUpdate', membersAdded: [{ id: '28:assistant' }, { id: '29:ana' }] },
  ];

  it.each(arrived)('told by $type is greeted, with nothing personal', async (told) => {
    const door = await openDoor();
    await door.post(aMessage({ ...told, text: undefined }));

    const [greeting] = door.connector.delivered;
    expect(greeting?.activity.text).toMatch(/in your own words[\s\S]*book me off/);
    expect(greeting?.activity.text).not.toContain('Ana');
    expect(door.turns).toEqual([]);
    await door.close();
  });

  it('told in both ways is greeted once', async () => {
    const door = await openDoor();
    for (const told of arrived) await door.post(aMessage({ ...told, text: undefined }));

    expect(door.connector.delivered).toHaveLength(1);
    await door.close();
  });

  it('of somebody else is not greeted', async () => {
    const door = await openDoor();
    await door.post(aMessage({ type: 'conversationUpdate', membersAdded: [{ id: '29:ana' }] }));

    expect(door.connector.delivered).toEqual([]);
    await door.close();
  });
});
