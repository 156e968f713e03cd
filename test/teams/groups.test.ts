import { ownChat } from '../../bot/teams/own-chat';
import { replyActivities } from '../../bot/teams/reply-activities';
import { complaintsAboutReply } from '../fakes/complaints-about-reply';
import { TENANT } from './a-directory';
import { aMessage, aReply, openDoor, type ADoor } from './a-door';

const US = '<at>People Services</at>';
const mentionOf = (id: string, text: string) => ({ type: 'mention', mentioned: { id }, text });
const ofUs = mentionOf('28:assistant', US);

/** Of Ana in a group chat, said to the assistant. */
const inGroup = (changes: Record<string, unknown> = {}) =>
  aMessage({
    conversation: {
      id: '19:ward@thread.v2',
      conversationType: 'groupChat',
      isGroup: true,
      tenantId: TENANT,
    },
    text: `${US} how much notice do i give`,
    entities: [{ type: 'clientInfo', locale: 'en-GB' }, ofUs],
    ...changes,
  });
const grace = { id: '29:grace', aadObjectId: '2fbc440b-0000-4807-a005-d9c5f91cb6af' };
const shared = aReply({
  inCompany: true,
  feedback: { interaction: 'i1', rated: null },
  buttons: [{ label: 'Do I get it back?', press: { kind: 'say', text: 'Do I get it back?' } }],
});

describe('a message in a group chat', () => {
  let door: ADoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  it('that mentions us is a turn of its sender, of whom nothing goes along but who they are', async () => {
    await door.post(inGroup());

    expect(door.turns).toMatchObject([
      {
        door: 'group',
        speaker: { kind: 'in-company', id: 'ana-pires', organisation: 'fellbridge' },
        said: { kind: 'text', text: 'how much notice do i give' },
      },
    ]);
    expect(door.turns[0]?.speaker).not.toHaveProperty('person');
    expect(door.connector.delivered).toMatchObject([{ conversation: '19:ward@thread.v2' }]);
  });

  it.each([
    ['without a mention', { text: 'how much notice do i give', entities: [] }],
    ['without entities', { entities: null }],
    [
      'that mentions somebody else',
      { text: '<at>Tom</at> how much', entities: [mentionOf('29:tom', '<at>Tom</at>')] },
    ],
    ['whose text alone looks like a mention', { entities: 'nonsense' }],
    ['with mentions that are none', { entities: [null, { type: 'mention' }, 7] }],
  ])('%s is for others: nothing is answered and nothing kept', async (_what, changes) => {
    const response = await door.post(inGroup(changes));

    expect(response.status).toBe(200);
    expect([door.turns, door.connector.delivered]).toEqual([[], []]);
  });

  it('is read without our name, and without the names of others', async () => {
    const tom = '<at>Tom Okafor</at>';
    await door.post(
      inGroup({
        text: `${US}&nbsp;can ${tom} carry over leave? ${tom}`,
        entities: [ofUs, mentionOf('29:tom', tom)],
      }),
    );

    expect(door.turns[0]?.said).toEqual({
      kind: 'text',
      text: 'can my colleague carry over leave? my colleague',
    });
  });

  it('is heard behind very many mentions of others', async () => {
    const others = Array.from({ length: 80 }, (_, at) => mentionOf(`29:${at}`, `<at>P${at}</at>`));
    await door.post(inGroup({ text: `${US} how much leave?`, entities: [...others, ofUs] }));

    expect(door.turns[0]?.said).toEqual({ kind: 'text', text: 'how much leave?' });
  });

  it('with nothing but our name is told how to ask', async () => {
    await door.post(inGroup({ text: `${US} ` }));

    expect(door.turns).toEqual([]);
    expect(door.connector.delivered[0]?.activity.text).toContain('Mention me with a question');
  });

  it('from two people is two conversations', async () => {
    await door.post(inGroup());
    await door.post(inGroup({ id: '2', from: grace }));

    const names = door.turns.map(({ conversation }) => conversation);
    expect(new Set(names).size).toBe(2);
    expect(door.turns[1]?.speaker).toMatchObject({ id: 'grace-adeyemi' });
  });

  it('in a channel is answered in its thread', async () => {
    const thread = '19:team@thread.tacv2;messageid=1700000000001';
    await door.post(
      inGroup({ conversation: { id: thread, conversationType: 'channel', tenantId: TENANT } }),
    );

    expect(door.connector.delivered).toMatchObject([{ conversation: thread }]);
  });

  it('brings no files', async () => {
    await door.post(
      inGroup({
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            content: { downloadUrl: `${door.connector.url}file` },
          },
        ],
      }),
    );

    expect(door.connector.asked).toEqual([]);
    expect(door.turns.map(({ said }) => said.kind)).toEqual(['text']);
  });
});

describe('an answer in a group', () => {
  let door: ADoor;
  beforeEach(async () => {
    door = await openDoor();
    door.answers(shared);
    await door.post(inGroup());
  });
  afterEach(() => door.close());
  const thumb = (from?: object) =>
    door.post(
      inGroup({
        ...(from && { from }),
        type: 'invoke',
        id: 'f:1',
        name: 'message/submitAction',
        text: undefined,
        replyToId: '17000000001',
        value: { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '' } },
      }),
    );

  it('shows the thumbs and the way to a chat of one’s own, and asks nothing aloud', () => {
    const [words, card] = door.connector.delivered.map(({ activity }) => activity);

    expect(words).toMatchObject({
      text: 'You get 29 days.\n\nTo ask in private, open a chat with me.',
      channelData: { feedbackLoop: { type: 'default' } },
    });
    expect(words).not.toHaveProperty('suggestedActions');
    expect(JSON.stringify(card)).toContain('Do I get it back?');
    expect(JSON.stringify(card)).not.toContain('Did this sort it?');
  });

  it('leads to that chat by the bot’s id, where it has one', () => {
    const drawing = {
      user: '29:ana',
      publicUrl: undefined,
      nonce: 'out-1',
      ownChat: ownChat('id'),
    };
    const [words] = replyActivities(shared, drawing);

    expect(words).toMatchObject({
      text: 'You get 29 days.\n\n[Ask me in private](https://teams.microsoft.com/l/chat/0/0?users=28:id)',
    });
    expect(complaintsAboutReply(shared)).toEqual([]);
  });

  it('is rated by a thumb of who asked', async () => {
    expect((await thumb()).status).toBe(200);

    expect(door.turns.at(-1)).toMatchObject({
      door: 'group',
      speaker: { id: 'ana-pires' },
      said: { kind: 'press', press: { kind: 'rate', interaction: 'i1', rating: 'yes' } },
    });
    expect(door.connector.delivered).toHaveLength(2);
  });

  it.each([
    ['small-talk', 0],
    ['signposted', 1],
  ] as const)(
    'has a thumb’s own reply shown only where people are needed: %s',
    async (outcome, shown) => {
      const before = door.connector.delivered.length;
      door.answers({ ...shared, outcome, text: 'Said of the thumb.' });
      await thumb();

      const after = door.connector.delivered.slice(before).map(({ activity }) => activity);
      expect(after.filter(({ text }) => text?.includes('Said of the thumb.'))).toHaveLength(shown);
    },
  );

  it('is not rated by anybody else, who is told that nothing was kept', async () => {
    expect((await thumb(grace)).status).toBe(404);
    expect(door.turns).toHaveLength(1);
  });

  it('has buttons that need no mention: what another member presses, that member asks', async () => {
    const press = { kind: 'say', text: 'Do I get it back?' };
    await door.post(
      inGroup({ id: '3', from: grace, text: 'Do I get it back?', entities: [], value: { press } }),
    );

    expect(door.turns.at(-1)).toMatchObject({
      speaker: { kind: 'in-company', id: 'grace-adeyemi' },
      said: { kind: 'press', press },
    });
  });

  it('that could not be handed over comes later, to the same place and drawn the same', async () => {
    door.answers(shared);
    door.connector.script(502);
    await door.post(inGroup({ id: '4', timestamp: '2026-11-23T12:00:09.321Z' }));
    const sender = door.startSending();
    door.passTime(5_000);
    sender.wake();
    await door.connector.until(5);
    await sender.stop();

    const late = door.connector.delivered.slice(3);
    expect(late).toMatchObject([
      {
        conversation: '19:ward@thread.v2',
        activity: { text: expect.stringContaining('private') as unknown },
      },
      {},
    ]);
    expect(JSON.stringify(late)).not.toContain('Did this sort it?');
  });
});

describe('a card action that decides, in a group', () => {
  it('is taken nowhere', async () => {
    const door = await openDoor();
    const press = { kind: 'approve', request: 'PS-000001' };
    const value = { action: { type: 'Action.Execute', verb: 'decide', data: { press } } };
    await door.post(inGroup({ type: 'invoke', name: 'adaptiveCard/action', value }));

    expect([door.turns, door.connector.delivered]).toEqual([[], []]);
    await door.close();
  });
});

describe('in a group the assistant', () => {
  it('says once what it is when it is added, and is silent when others are', async () => {
    const door = await openDoor();
    const told = { type: 'conversationUpdate', text: undefined, entities: undefined };
    await door.post(inGroup({ ...told, membersAdded: [{ id: '29:tom' }] }));
    await door.post(inGroup({ ...told, membersAdded: [{ id: '28:assistant' }] }));
    await door.post(inGroup({ type: 'installationUpdate', action: 'add', text: undefined }));

    expect(door.connector.delivered).toHaveLength(1);
    expect(door.connector.delivered[0]?.activity.text).toMatch(
      /computer program[\s\S]*only messages that mention me[\s\S]*Everyone here sees[\s\S]*999/,
    );
    await door.close();
  });

  it('says no more where it was removed', async () => {
    const door = await openDoor();
    door.connector.script(502);
    await door.post(inGroup());
    await door.post(inGroup({ type: 'installationUpdate', action: 'remove', text: undefined }));
    door.passTime(5_000);
    await door.startSending().stop();

    expect(door.stored).toMatchObject([{ end: 'given-up', reason: 'app removed' }]);
    await door.close();
  });
});
