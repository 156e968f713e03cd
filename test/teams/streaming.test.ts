import type { OnProgress } from '../../knowledge';
import type { Reply } from '../../bot/conversation/reply';
import { wording } from '../../bot/wording';
import { startFakeConnector, type Delivered, type FakeConnector } from '../fakes/fake-connector';
import { aMessage, aReply, openDoor, type ADoor } from './a-door';

const { looking, phrasing } = wording.teams.progress;
/** In place of Teams' second, so that nobody waits for it here. */
const EVERY_MS = 40;

const CITATION = {
  number: 1,
  policy: 'notice-periods-and-leaving',
  clause: 'notice-periods-and-leaving.length',
  title: 'Notice periods and leaving',
  heading: 'How much notice',
  quote: 'You give four weeks.',
  version: '1',
  url: '/policies/notice-periods-and-leaving',
  file: null,
};
const answer = aReply({
  text: 'You give four weeks. [1]',
  citations: [CITATION],
  modelWritten: true,
  feedback: { interaction: 'i1', rated: null },
});

let door: ADoor;
let connector: FakeConnector;
const open = async (patience = {}): Promise<void> => {
  connector = await startFakeConnector({ streamEveryMs: EVERY_MS });
  door = await openDoor({
    connector,
    patience: { typingAfterMs: 1, streamEveryMs: EVERY_MS + 10, ...patience },
  });
};
beforeEach(() => open());
afterEach(async () => {
  await door.close();
  await connector.close();
});

/** Of a model at work: answers once so many calls have come. */
const afterCalls =
  (count: number, reply: Reply | Error = answer) =>
  async (onProgress?: OnProgress): Promise<Reply> => {
    onProgress?.('looking');
    onProgress?.('phrasing');
    await connector.until(count);
    if (reply instanceof Error) throw reply;
    return reply;
  };

const shapes = (delivered: readonly Delivered[]) =>
  delivered.map(({ activity: { type, text, entities } }) => ({ type, text, entities }));
const words = () => connector.delivered.map(({ activity: { text } }) => text);

describe('an answer that a model phrases, in a chat with one person', () => {
  it('is told how far it is, where it will stand; and ends that with sources, label and thumbs', async () => {
    door.answers(async (onProgress) => {
      onProgress?.('looking');
      await connector.until(1);
      onProgress?.('phrasing');
      await connector.until(2);
      return answer;
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
    door.answers(afterCalls(1));
    await door.post(aMessage());

    expect(door.stored).toMatchObject([{ end: 'sent', wordsId: '17000000001' }]);
  });

  it('shows that somebody types where nobody yet knows that a model is asked', async () => {
    door.answers(async (onProgress) => {
      await connector.until(1);
      return afterCalls(2)(onProgress);
    });
    await door.post(aMessage());

    expect(shapes(connector.delivered).slice(0, 2)).toMatchObject([
      { type: 'typing', text: undefined },
      { type: 'typing', text: phrasing },
    ]);
  });

  it('that is there at once is one message', async () => {
    await door.close();
    await open({ typingAfterMs: 60_000 });
    door.answers(afterCalls(0, aReply()));
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
    await door.close();
    connector = await startFakeConnector();
    door = await openDoor({ connector, patience: { typingAfterMs: 1 } });
    door.answers(afterCalls(1));
    await door.post(aMessage());

    const [first, last] = connector.delivered;
    expect(last!.at - first!.at).toBeGreaterThan(1_000);
  });
});

describe('a stream that Teams does not take to its end', () => {
  it.each([
    ['is refused from the start', 1, () => connector.scriptStream(refused('is not allowed'))],
    ['had no id', 1, () => connector.scriptStream(202)],
    ['was refused for its form', 1, () => connector.script({ status: 400 })],
  ])('that %s: the answer is a message of its own', async (_what, calls, refuse) => {
    refuse();
    door.answers(afterCalls(calls));
    await door.post(aMessage());

    expect(door.stored).toMatchObject([{ end: 'sent' }]);
    const [told] = connector.delivered.filter(
      ({ activity: { type, text }, status }) =>
        type === 'message' && text !== undefined && status === 201,
    );
    expect(told?.activity).toMatchObject({ text: 'You give four weeks. [1]' });
    expect(told?.activity.entities).toHaveLength(1);
  });

  it('that took too long: the answer is a message of its own', async () => {
    door.answers(async (onProgress) => {
      const reply = await afterCalls(1)(onProgress);
      connector.ageStream('a:one', 120_000);
      return reply;
    });
    await door.post(aMessage());

    expect(connector.delivered[1]).toMatchObject({ status: 403 });
    expect(connector.delivered[2]?.activity.entities).toHaveLength(1);
  });

  it('that Teams keeps no longer is not gone on with', async () => {
    connector.script(429);
    door.answers(afterCalls(1));
    await door.post(aMessage());
    door.passTime(101_000);

    await laterTheSenderTells(4);
    expect(connector.delivered[2]?.activity.entities).toHaveLength(1);
    expect(door.stored).toMatchObject([{ end: 'sent' }]);
  });

  it('that is throttled goes on later, to the same end', async () => {
    connector.script(429);
    door.answers(afterCalls(1));
    await door.post(aMessage());
    expect(door.stored[0]?.end).toBeUndefined();

    await laterTheSenderTells(4);
    expect(connector.delivered[2]?.activity).toMatchObject({
      entities: [{ streamType: 'final', streamId: '17000000001' }, {}],
    });
    expect(door.stored).toMatchObject([{ end: 'sent' }]);
  });

  it('whose end arrived and only its answer was lost is not told twice', async () => {
    connector.script({ status: 502, isTaken: true });
    door.answers(afterCalls(1));
    await door.post(aMessage());

    await laterTheSenderTells(4);
    expect(connector.delivered[2]).toMatchObject({ status: 403 });
    expect(words().filter((text) => text === 'You give four weeks. [1]')).toHaveLength(2);
    expect(door.stored).toMatchObject([{ end: 'sent', wordsId: '17000000001' }]);
  });

  it('of a turn that failed ends with what to do', async () => {
    door.answers(afterCalls(1, new Error('the store is away')));
    await door.post(aMessage());

    expect(connector.delivered[1]?.activity).toMatchObject({
      text: wording.errors.failed,
      entities: [{ streamType: 'final' }],
    });
  });

  it('of a process that died in the middle leads to one whole answer', async () => {
    let die = (): void => undefined;
    const dead = new Promise<never>((_, reject) => {
      die = () => {
        reject(new Error('this process is gone'));
      };
    });
    door.answers(async (onProgress) => {
      await afterCalls(1)(onProgress);
      return dead;
    });
    const lost = door.post(aMessage());
    await connector.until(1);
    // Teams had no answer, and delivers it again: to another process, which knows nothing of it.
    const other = await openDoor({ connector, patience: { typingAfterMs: 1 } });
    other.answers(afterCalls(2));
    expect((await other.post(aMessage())).status).toBe(200);

    expect(connector.delivered[1]).toMatchObject({ status: 403 });
    expect(words().filter((text) => text === 'You give four weeks. [1]')).toHaveLength(1);
    expect(connector.delivered[2]?.activity.entities).toHaveLength(1);
    await other.close();
    die();
    await lost;
  });
});

describe('an answer that its reader stops', () => {
  const stopped = async (reply: Reply): Promise<void> => {
    door.answers(async (onProgress) => {
      const given = await afterCalls(1, reply)(onProgress);
      connector.stop('a:one');
      return given;
    });
    expect((await door.post(aMessage())).status).toBe(200);
  };

  it('is not told after all', async () => {
    await stopped(answer);

    expect(words()).toEqual([phrasing, 'You give four weeks. [1]']); // tried, and refused
    expect(connector.delivered[1]).toMatchObject({ status: 403 });
    expect(door.stored).toMatchObject([{ end: 'given-up', reason: 'stopped by the reader' }]);
  });

  it('is told where something was begun with it: nobody is asked what they do not see', async () => {
    const request = { service: 'book-annual-leave', stage: 'confirming', fields: {} } as const;
    await stopped(aReply({ text: 'Shall I send it?', request }));

    expect(words()).toEqual([phrasing, 'Shall I send it?', 'Shall I send it?']);
    expect(door.stored).toMatchObject([{ end: 'sent' }]);
  });

  it('holds nothing up: what they say next is answered', async () => {
    await stopped(answer);
    await door.post(aMessage({ id: '2', text: 'how much leave' }));

    expect(words().at(-1)).toBe('You get 29 days.');
  });
});

const refused = (what: string) => ({
  status: 403,
  code: 'ContentStreamNotAllowed',
  message: `Content stream ${what}`,
});

async function laterTheSenderTells(calls: number): Promise<void> {
  const sender = door.startSending();
  door.passTime(2_000);
  sender.wake();
  await connector.until(calls);
  await sender.stop();
}

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

  beforeEach(async () => {
    await connector.close();
    connector = await startFakeConnector({ streamEveryMs: 0 });
  });
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
