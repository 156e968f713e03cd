import { wording } from '../../bot/wording';
import type { Delivered, FakeConnector } from '../fakes/fake-connector';
import { aMessage, aReply, type ADoor } from './a-door';
import { openStream, phrased, type AStream } from './a-stream';

const { looking, phrasing } = wording.teams.progress;

let door: ADoor;
let connector: FakeConnector;
let stream: AStream;
const open = async (...how: Parameters<typeof openStream>): Promise<void> => {
  stream = await openStream(...how);
  ({ door, connector } = stream);
};
beforeEach(() => open());
afterEach(() => stream.close());

const shapes = (delivered: readonly Delivered[]) =>
  delivered.map(({ activity: { type, text, entities } }) => ({ type, text, entities }));

describe('an answer that a model phrases, in a chat with one person', () => {
  it('is told how far it is, where it will stand; and ends that with sources, label and thumbs', async () => {
    door.answers(async (onProgress) => {
      onProgress?.('looking');
      await connector.until(1);
      onProgress?.('phrasing');
      await connector.until(2);
      return phrased;
    });

    expect((await door.post(aMessage())).status).toBe(200);

    expect(shapes(connector.delivered).slice(0, 2)).toEqual([
      {
        type: 'typing',
        text: looking,
        entities: [{ type: 'streaminfo', streamType: 'informative', streamSequence: 1 }],
      },
      {
        type: 'typing',
        text: phrasing,
        entities: [
          {
            type: 'streaminfo',
            streamType: 'informative',
            streamSequence: 2,
            streamId: '17000000001',
          },
        ],
      },
    ]);
    expect(connector.delivered[2]?.activity).toMatchObject({
      type: 'message',
      text: 'You give four weeks. [1]',
      channelData: { feedbackLoop: { type: 'default' } },
      entities: [
        { type: 'streaminfo', streamType: 'final', streamId: '17000000001' },
        {
          type: 'https://schema.org/Message',
          additionalType: ['AIGeneratedContent'],
          citation: [{ position: 1 }],
        },
      ],
    });
    expect(connector.delivered.map(({ status }) => status)).toEqual([201, 202, 202, 201]);
  });

  it('is known by its stream: a thumb under it finds its answer', async () => {
    door.answers(stream.afterCalls(1));
    await door.post(aMessage());

    expect(door.stored).toMatchObject([{ end: 'sent', wordsId: '17000000001' }]);
  });

  it('shows that somebody types where nobody yet knows that a model is asked', async () => {
    door.answers(async (onProgress) => {
      await connector.until(1);
      return stream.afterCalls(2)(onProgress);
    });
    await door.post(aMessage());

    expect(shapes(connector.delivered).slice(0, 2)).toMatchObject([
      { type: 'typing', text: undefined },
      { type: 'typing', text: phrasing },
    ]);
  });

  it('that is there at once is one message', async () => {
    await stream.close();
    await open({ typingAfterMs: 60_000 });
    door.answers(stream.afterCalls(0, aReply()));
    await door.post(aMessage());

    expect(shapes(connector.delivered)).toEqual([
      { type: 'message', text: 'You get 29 days.', entities: undefined },
    ]);
  });

  it.each([
    ['a group', { conversation: { id: '19:g', conversationType: 'groupChat' } }],
    ['another channel', { channelId: 'emulator' }],
  ])('is not streamed in %s', async (_where, changes) => {
    const mention = '<at>People Services</at>';
    const mentioned = { id: '28:assistant', name: 'People Services' };
    door.answers(async (onProgress) => {
      await connector.until(1);
      expect(onProgress).toBeUndefined();
      return aReply();
    });
    await door.post(
      aMessage({
        text: `${mention} how much notice`,
        entities: [{ type: 'mention', text: mention, mentioned }],
        ...changes,
      }),
    );

    expect(connector.delivered.map(({ activity: { entities } }) => entities)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('leaves Teams a second between two calls', async () => {
    await stream.close();
    await open({}, 'teams');
    door.answers(stream.afterCalls(1));
    await door.post(aMessage());

    const [first, last] = connector.delivered;
    expect(last!.at - first!.at).toBeGreaterThan(1_000);
  });
});
