import type { RequestEvent } from '../../dialogs';
import { deskFeed } from '../../dialogs/follow/desk-feed';
import type { FeedEvent } from '../../dialogs/follow/event-feed';
import { followFeed } from '../../dialogs/follow/follow-feed';
import { startFollowing } from '../../dialogs/follow/start-following';
import { memoryRequestLog } from '../fakes/memory-request-log';
import { scriptedAlarm } from '../fakes/scripted-alarm';
import { scriptedFeed } from '../fakes/scripted-feed';
import { aRequest } from '../contracts/samples';
import { DESK_SECRET, openDesk } from '../support/open-desk';

const noon = new Date('2027-01-05T12:00:00Z');
const { signal } = new AbortController();
const id = aRequest().id;

const told = (cursor: number, kind: RequestEvent['kind'], request = id): FeedEvent => ({
  cursor,
  event: {
    request,
    kind,
    at: noon.toISOString(),
    by: 'Maya Lund',
    note: null,
    receiverReference: 'D-2027-000001',
  },
});

function following(events: readonly FeedEvent[]) {
  const log = memoryRequestLog(aRequest());
  const news: string[] = [];
  const onNews = ({ kind }: RequestEvent): void => void news.push(kind);
  return { feed: scriptedFeed(events), system: 'desk', log, news, onNews };
}

const kindsIn = async ({ log }: ReturnType<typeof following>) =>
  (await log.find(id))?.events.map(({ kind }) => kind);

describe('following a feed', () => {
  it('records everything that is new, portion after portion', async () => {
    const tools = following([told(3, 'received'), told(7, 'approved'), told(8, 'done')]);

    await followFeed(tools, signal);

    expect(await kindsIn(tools)).toEqual(['sent', 'received', 'approved', 'done']);
    expect(tools.news).toEqual(['received', 'approved', 'done']);
    expect(await tools.log.cursor('desk')).toBe(8);
  });

  it('doubles nothing when two processes follow at once', async () => {
    const tools = following([told(1, 'received'), told(2, 'approved'), told(3, 'done')]);

    await Promise.all([followFeed(tools, signal), followFeed(tools, signal)]);

    expect(await kindsIn(tools)).toEqual(['sent', 'received', 'approved', 'done']);
    expect(tools.news).toEqual(['received', 'approved', 'done']);
  });

  it('goes on where it stopped when the process died half-way', async () => {
    const tools = following([told(1, 'received'), told(2, 'approved'), told(3, 'done')]);
    const dying = {
      ...tools.log,
      record: (...[system, cursor, event]: Parameters<typeof tools.log.record>) =>
        cursor === 2
          ? Promise.reject(new Error('killed'))
          : tools.log.record(system, cursor, event),
    };
    await expect(followFeed({ ...tools, log: dying }, signal)).rejects.toThrow('killed');

    await followFeed(tools, signal);

    expect(await kindsIn(tools)).toEqual(['sent', 'received', 'approved', 'done']);
  });

  it('passes over requests of somebody else', async () => {
    const tools = following([told(1, 'received', 'PS-000000'), told(2, 'received')]);

    await followFeed(tools, signal);

    expect(await tools.log.cursor('desk')).toBe(2);
    expect(tools.news).toEqual(['received']);
  });

  it('stops and says so when the receiver’s data was replaced by older data', async () => {
    const tools = following([told(1, 'received'), told(2, 'approved')]);
    await followFeed(tools, signal);

    const older = { ...tools, feed: scriptedFeed([told(1, 'received')]) };

    await expect(followFeed(older, signal)).rejects.toThrow('replaced or restored');
  });
});

describe('the background follower', () => {
  it('looks again after a while, and at once when woken', async () => {
    const events = [told(1, 'received')];
    const tools = { ...following(events), feed: scriptedFeed(events) };
    const alarm = scriptedAlarm();
    const loop = startFollowing({ ...tools, everyMs: 2_000, onError: fail, alarm });
    expect(await alarm.resting()).toBe(2_000);

    events.push(told(2, 'approved'));
    loop.wake();
    await alarm.resting();

    expect(tools.news).toEqual(['received', 'approved']);
    await loop.stop();
  });

  it('asks less often while the receiver is down, and as before when it is back', async () => {
    const tools = following([told(1, 'received')]);
    const errors: unknown[] = [];
    let down = true;
    const feed = {
      after: (cursor: number) =>
        down ? Promise.reject(new Error('down')) : tools.feed.after(cursor, signal),
    };
    const alarm = scriptedAlarm();
    const onError = (error: unknown): void => void errors.push(error);
    const loop = startFollowing({ ...tools, feed, everyMs: 2_000, onError, alarm });

    const rests: number[] = [];
    for (let look = 0; look < 6; look++) {
      rests.push(await alarm.resting());
      loop.wake();
    }
    expect(rests).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    await alarm.resting();
    down = false;
    loop.wake();

    expect(await alarm.resting()).toBe(2_000);
    expect(errors).toHaveLength(7);
    expect(tools.news).toEqual(['received']);
    await loop.stop();
  });

  it('stops in the middle of a look, without calling it a fault', async () => {
    const errors: unknown[] = [];
    const tools = following([]);
    const feed = {
      after: (_: number, stopping: AbortSignal) =>
        new Promise<never>((_resolve, reject) => {
          stopping.addEventListener('abort', () => {
            reject(stopping.reason as Error);
          });
        }),
    };
    const onError = (error: unknown): void => void errors.push(error);
    const loop = startFollowing({ ...tools, feed, everyMs: 2_000, onError });
    await Promise.resolve();

    await loop.stop();

    expect(errors).toEqual([]);
  });
});

describe('the feed of the real desk', () => {
  it('tells of a request from its receipt to its end', async () => {
    const desk = await openDesk(() => noon);
    const request = aRequest();
    await desk.connector.send({ request, system: 'desk', failures: 0 }, request.id, signal);
    const by = 'Maya Lund';
    await desk.store.change(
      'D-2027-000001',
      { expected: 'received', status: 'approved', by },
      noon,
    );
    const tools = { ...following([]), feed: deskFeed({ url: desk.url, secret: DESK_SECRET }) };

    await followFeed(tools, signal);

    expect((await tools.log.find(id))?.events).toMatchObject([
      { kind: 'sent' },
      { kind: 'received', receiverReference: 'D-2027-000001', by: null },
      { kind: 'approved', receiverReference: 'D-2027-000001', by },
    ]);
    await desk.close();
  });

  it('is an error where the secret is wrong', async () => {
    const desk = await openDesk(() => noon);
    const feed = deskFeed({ url: desk.url, secret: 'wrong' });

    await expect(feed.after(0, signal)).rejects.toThrow('401');
    await desk.close();
  });
});

const fail = (error: unknown): never => {
  throw error as Error; // whatever it was, the test must see it
};
