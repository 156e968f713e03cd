import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';

describe('the fake of Teams refuses of a stream what Teams refuses', () => {
  const PERSONAL = { id: 'a:two', conversationType: 'personal' };
  const say = async (
    streamType: 'informative' | 'streaming' | 'final',
    { text = 'You', id, sequence, conversation = PERSONAL }: Said = {},
  ): Promise<[number, string]> => {
    const info = {
      type: 'streaminfo',
      streamType,
      ...(id && { streamId: id }),
      ...(sequence && { streamSequence: sequence }),
    };
    const response = await fetch(`${connector.url}v3/conversations/${conversation.id}/activities`, {
      method: 'POST',
      body: JSON.stringify({
        type: streamType === 'final' ? 'message' : 'typing',
        ...(streamType === 'final' && { textFormat: 'markdown' }),
        text,
        entities: [info],
        serviceUrl: connector.url,
        channelId: 'msteams',
        from: { id: '28:assistant' },
        recipient: { id: '29:ana' },
        conversation,
      }),
    });
    const { id: given = '' } = (await response.json()) as { id?: string };
    return [response.status, given];
  };
  interface Said {
    text?: string;
    id?: string;
    sequence?: number;
    conversation?: typeof PERSONAL;
  }

  let connector: FakeConnector;
  beforeEach(async () => {
    connector = await startFakeConnector({ streamEveryMs: 0 });
  });
  afterEach(() => connector.close());
  const begun = async (): Promise<string> => (await say('informative', { sequence: 1 }))[1];

  it('takes it in order, to its end', async () => {
    const id = await begun();
    expect((await say('streaming', { id, sequence: 2, text: 'You' }))[0]).toBe(202);
    expect((await say('streaming', { id, sequence: 3, text: 'You give' }))[0]).toBe(202);
    expect((await say('final', { id, text: 'You give four weeks.' }))[0]).toBe(202);
    expect(connector.complaints).toEqual([]);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['out of order', (id) => say('streaming', { id, sequence: 1 })],
    ['no stream of that id', () => say('streaming', { id: 'other', sequence: 2 })],
    [
      'does not contain what was streamed before',
      async (id) => {
        await say('streaming', { id, sequence: 2, text: 'You give' });
        await say('streaming', { id, sequence: 3, text: 'You' });
      },
    ],
    [
      'does not contain what was streamed before',
      async (id) => {
        await say('streaming', { id, sequence: 2, text: 'You give' });
        await say('final', { id, text: 'It depends.' });
      },
    ],
    [
      'goes on after its end',
      async (id) => {
        await say('final', { id });
        await say('streaming', { id, sequence: 2 });
      },
    ],
    [
      'in a group',
      () =>
        say('informative', {
          sequence: 1,
          conversation: { id: '19:g', conversationType: 'groupChat' },
        }),
    ],
  ])('%s', async (complaint, misbehave) => {
    await misbehave(await begun());

    expect(connector.complaints).toEqual([`stream: ${complaint}`]);
    expect(connector.delivered.at(-1)?.status).toBe(403);
  });

  it('takes no second one while the first has no end', async () => {
    await begun();

    expect((await say('informative', { sequence: 1 }))[0]).toBe(403);
  });
});
