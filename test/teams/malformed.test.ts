import { aMessage, openDoor, type ADoor } from './a-door';

const without = (field: string) =>
  Object.fromEntries(Object.entries(aMessage()).filter(([name]) => name !== field));

/** What a broken or hostile caller sends, with the status that it gets. */
const TABLE: readonly [what: string, activity: unknown, status: number][] = [
  ['null', null, 400],
  ['a number', 7, 400],
  ['a string', 'hello', 400],
  ['a list', [aMessage()], 400],
  ['an empty object', {}, 400],
  ['no type', without('type'), 400],
  ['a type that is a number', aMessage({ type: 1 }), 400],
  ['an empty type', aMessage({ type: '' }), 400],
  ['a type that nobody knows', aMessage({ type: 'teleport' }), 200],
  ['no channel', without('channelId'), 400],
  ['a channel that is an object', aMessage({ channelId: {} }), 400],
  ['no sender', without('from'), 400],
  ['a sender that is a string', aMessage({ from: 'ana' }), 400],
  ['a sender without an id', aMessage({ from: { name: 'Ana' } }), 400],
  ['an object id that is a list', aMessage({ from: { id: 'x', aadObjectId: ['y'] } }), 400],
  ['no recipient', without('recipient'), 200],
  ['no conversation', without('conversation'), 400],
  ['a conversation without an id', aMessage({ conversation: {} }), 400],
  [
    'a conversation id of a million letters',
    aMessage({ conversation: { id: 'x'.repeat(100_000) } }),
    400,
  ],
  ['no serviceUrl', aMessage({ serviceUrl: undefined }), 400],
  ['a serviceUrl that is a number', aMessage({ serviceUrl: 80 }), 400],
  ['a serviceUrl that is no address', aMessage({ serviceUrl: '\u0000' }), 403],
  ['a text that is an object', aMessage({ text: { $ne: null } }), 400],
  ['a text that is a list', aMessage({ text: ['a'] }), 400],
  ['a null text', aMessage({ text: null }), 200],
  ['a timestamp that is no time', aMessage({ timestamp: 'yesterday' }), 200],
  ['a timestamp that is a number', aMessage({ timestamp: 1 }), 400],
  ['an id that is an object', aMessage({ id: {} }), 400],
  ['channel data that are a string', aMessage({ channelData: 'x' }), 400],
  ['null channel data', aMessage({ channelData: null }), 200],
  ['a tenant that is a number', aMessage({ channelData: { tenant: { id: 5 } } }), 400],
  ['members that are no list', aMessage({ type: 'conversationUpdate', membersAdded: 'me' }), 400],
  ['a value that is deep', aMessage({ value: JSON.parse('['.repeat(500) + ']'.repeat(500)) }), 200],
  [
    'a value that names a prototype',
    aMessage({ value: JSON.parse('{"__proto__":{"press":1}}') }),
    200,
  ],
  ['broken emoji', aMessage({ text: '\ud83d hello \udfff' }), 200],
  ['an invoke without a name', aMessage({ type: 'invoke' }), 501],
  ['an invoke that nobody knows', aMessage({ type: 'invoke', name: 'signin/verifyState' }), 501],
  ['a thumb without a value', aMessage({ type: 'invoke', name: 'message/submitAction' }), 400],
  [
    'a card action of nonsense',
    aMessage({ type: 'invoke', name: 'adaptiveCard/action', value: { action: 'x' } }),
    200,
  ],
  ['a wish for replies in the response', aMessage({ deliveryMode: 'expectReplies' }), 200],
];

describe('a body that is not quite an activity', () => {
  let door: ADoor;
  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(() => door.close());

  it.each(TABLE)('with %s breaks nothing', async (_what, activity, status) => {
    const response = await door.post(activity);
    const text = await response.text();

    expect({ status: response.status, text }).toMatchObject({ status });
    if (status >= 400) expect(text).toMatch(/^\{"error":".+"\}$/);
    expect(text).not.toMatch(/node_modules|\bat .*\.ts|Pires/);
  });

  it('of two megabytes gets 413', async () => {
    expect((await door.post(aMessage({ text: 'x'.repeat(2 * 1024 * 1024) }))).status).toBe(413);
  });

  it('that is no JSON gets 400', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(door.url, { method: 'POST', headers, body: '{"type":' })).status).toBe(400);
    expect((await fetch(door.url, { method: 'POST', headers })).status).toBe(400);
  });

  it('leaves the door working', async () => {
    expect((await door.post(aMessage({ id: 'last', text: 'still there' }))).status).toBe(200);
    expect(door.connector.delivered.at(-1)?.activity.text).toBe('You get 29 days.');
  });
});
