import type { Reply } from '../../bot/conversation/reply';
import { wording } from '../../bot/wording';
import type { FakeConnector } from '../fakes/fake-connector';
import { aMessage, aReply, openDoor, type ADoor } from './a-door';
import { openStream, phrased, type AStream } from './a-stream';

const { phrasing } = wording.teams.progress;

let door: ADoor;
let connector: FakeConnector;
let stream: AStream;
const open = async (patience = {}): Promise<void> => {
  stream = await openStream(patience);
  ({ door, connector } = stream);
};
beforeEach(() => open());
afterEach(() => stream.close());

describe('a stream that Teams does not take to its end', () => {
  it.each([
    ['is refused from the start', 'scriptStream', { status: 403, code: 'ContentStreamNotAllowed' }],
    ['had no id', 'scriptStream', { status: 202 }],
    ['was refused for its form', 'script', { status: 400 }],
  ] as const)('that %s: the answer is a message of its own', async (_what, script, answer) => {
    connector[script](answer);
    door.answers(stream.afterCalls(1));
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
      const reply = await stream.afterCalls(1)(onProgress);
      connector.ageStream('a:one', 120_000);
      return reply;
    });
    await door.post(aMessage());

    expect(connector.delivered[1]).toMatchObject({ status: 403 });
    expect(connector.delivered[2]?.activity.entities).toHaveLength(1);
  });

  it('that Teams keeps no longer is not gone on with', async () => {
    connector.script(429);
    door.answers(stream.afterCalls(1));
    await door.post(aMessage());
    door.passTime(101_000);

    await laterTheSenderTells(4);
    expect(connector.delivered[2]?.activity.entities).toHaveLength(1);
    expect(door.stored).toMatchObject([{ end: 'sent' }]);
  });

  it('that is throttled goes on later, to the same end', async () => {
    connector.script(429);
    door.answers(stream.afterCalls(1));
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
    door.answers(stream.afterCalls(1));
    await door.post(aMessage());

    await laterTheSenderTells(4);
    expect(connector.delivered[2]).toMatchObject({ status: 403 });
    expect(stream.words().filter((text) => text === 'You give four weeks. [1]')).toHaveLength(2);
    expect(door.stored).toMatchObject([{ end: 'sent', wordsId: '17000000001' }]);
  });

  it('of a turn that failed ends with what to do', async () => {
    door.answers(stream.afterCalls(1, new Error('the store is away')));
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
      await stream.afterCalls(1)(onProgress);
      return dead;
    });
    const lost = door.post(aMessage());
    await connector.until(1);
    // Teams had no answer, and delivers it again: to another process, which knows nothing of it.
    const other = await openDoor({ connector, patience: { typingAfterMs: 1 } });
    other.answers(stream.afterCalls(2));
    expect((await other.post(aMessage())).status).toBe(200);

    expect(connector.delivered[1]).toMatchObject({ status: 403 });
    expect(stream.words().filter((text) => text === 'You give four weeks. [1]')).toHaveLength(1);
    expect(connector.delivered[2]?.activity.entities).toHaveLength(1);
    await other.close();
    die();
    await lost;
  });
});

describe('an answer that its reader stops', () => {
  const stopped = async (reply: Reply): Promise<void> => {
    door.answers(async (onProgress) => {
      const given = await stream.afterCalls(1, reply)(onProgress);
      connector.stop('a:one');
      return given;
    });
    expect((await door.post(aMessage())).status).toBe(200);
  };

  it('is not told after all', async () => {
    await stopped(phrased);

    expect(stream.words()).toEqual([phrasing, 'You give four weeks. [1]']); // tried, and refused
    expect(connector.delivered[1]).toMatchObject({ status: 403 });
    expect(door.stored).toMatchObject([{ end: 'given-up', reason: 'stopped by the reader' }]);
  });

  it('is told where something was begun with it: nobody is asked what they do not see', async () => {
    const request = { service: 'book-annual-leave', stage: 'confirming', fields: {} } as const;
    await stopped(aReply({ text: 'Shall I send it?', request }));

    expect(stream.words()).toEqual([phrasing, 'Shall I send it?', 'Shall I send it?']);
    expect(door.stored).toMatchObject([{ end: 'sent' }]);
  });

  it('holds nothing up: what they say next is answered', async () => {
    await stopped(phrased);
    await door.post(aMessage({ id: '2', text: 'how much leave' }));

    expect(stream.words().at(-1)).toBe('You get 29 days.');
  });
});

async function laterTheSenderTells(calls: number): Promise<void> {
  const sender = door.startSending();
  door.passTime(2_000);
  sender.wake();
  await connector.until(calls);
  await sender.stop();
}
