import type { Converse } from '../../bot/conversation/converse';
import { tellRequesters } from '../../bot/conversation/tell-requesters';
import type { Said } from '../../bot/conversation/turn';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { dialogs } from '../../dialogs';
import { deskFeed } from '../../dialogs/follow/desk-feed';
import { followFeed } from '../../dialogs/follow/follow-feed';
import { MAX_FAILURES } from '../../dialogs/dispatch/pause-after';
import { handOverNext } from '../../dialogs/follow/start-answering-desk';
import { talkOn } from '../support/talk-on-stores';
import { MINUTE } from '../contracts/samples';
import { aDeskRequest } from '../desk/a-desk-request';
import { directory } from '../support/directory';
import { json } from '../../bot/http/route';
import { serveRoutes } from '../support/serve-routes';
import { DESK_SECRET, openDesk, type OpenDesk } from '../support/open-desk';
import { memoryDatabase } from '../support/memory-database';

const signal = new AbortController().signal;

describe.each(['web', 'teams'] as const)(
  'the desk asks, and its requester answers on %s',
  (door) => {
    let now: Date;
    let stores: Stores;
    let desk: OpenDesk;
    let converse: Converse;
    let reference: string;
    let message = 0;
    const failed: unknown[] = [];
    const parked: string[] = [];

    beforeEach(async () => {
      now = new Date('2026-11-23T10:00:00Z');
      failed.length = 0;
      parked.length = 0;
      stores = createStores(await memoryDatabase(), {
        newId: () => `out-${(message += 1)}`,
      });
      desk = await openDesk(() => now);
      converse = talkOn(stores);
      await say('my pay was wrong in october, overtime is missing');
      await say('yes');
      const [sent] = await stores.requestLog.ofPerson('leon-whitfield', 1);
      const key = sent?.request.id ?? '';
      reference = (await desk.store.accept(aDeskRequest({ key }), now)).reference;
      await desk.client.write(
        reference,
        { kind: 'asked', key: 'form-0001', by: 'Fern Lacey', text: 'Which *shifts*?' },
        signal,
      );
    });
    afterEach(() => desk.close());

    async function take(said: Said) {
      const person = await directory.person('leon-whitfield');
      if (person === undefined) throw new Error('There is no Leon.');
      const turn = { door, conversation: `${door}:leon`, message: `m${(message += 1)}` };
      const speaker = { kind: 'person', person } as const;
      return (await converse({ ...turn, speaker, said, at: now }, null, signal)).reply;
    }
    const say = (text: string) => take({ kind: 'text', text });
    const press = async (label: string) => {
      const history = await stores.outgoing.history(`${door}:leon`, 0, 100);
      const found = history.at(-1)?.reply.buttons.find((button) => button.label === label);
      if (found === undefined) throw new Error(`There is no button "${label}".`);
      return take({ kind: 'press', press: found.press });
    };
    const follow = async (url = desk.url) => {
      const feed = deskFeed({ url, secret: DESK_SECRET });
      await followFeed(
        { feed, system: 'desk', log: stores.requestLog, onNews: () => undefined },
        signal,
      );
      const { requestNews: news, requestLog: requests } = stores;
      const isFollowed = () => true;
      await tellRequesters({ news, requests, directory, dialogs, isFollowed, clock: () => now });
    };
    const handOver = (url = desk.url) =>
      handOverNext(
        {
          answers: stores.answers,
          desk: { url, secret: DESK_SECRET },
          clock: () => now,
          chance: () => 0,
          everyMs: 1,
          onParked: ({ question }) => parked.push(question),
          onError: (error) => failed.push(error),
        },
        signal,
      );
    const atDesk = async () =>
      (await desk.client.read(reference, signal))?.events.flatMap(({ kind, by, note }) =>
        kind === 'answered' ? [[by, note]] : [],
      );

    it('neutrally, and the answer is on the request’s page, once', async () => {
      await follow();
      await follow();
      const notices = (await stores.outgoing.history(`${door}:leon`, 0, 100)).filter(
        ({ kind, reply }) => kind === 'notice' && reply.text.includes('question'),
      );
      expect(notices).toHaveLength(1);
      expect(notices[0]?.reply.text).not.toMatch(/shifts|pay/i);

      expect((await press('Read the question')).text).toContain(String.raw`Which \*shifts\*?`);
      await say('the 3rd');
      await press('Yes, send my answer');
      expect(await handOver()).toBe(true);
      expect(await handOver()).toBe(false);

      expect(await atDesk()).toEqual([['Leon Whitfield', 'the 3rd']]);
      expect(await desk.client.read(reference, signal)).toMatchObject({ waiting: 'answered' });
      await follow();
      expect((await say('my requests')).text).toContain('received by people services');
    });

    it('also where the desk was away, or took it and could not say so', async () => {
      await follow();
      await press('Read the question');
      await say('the 3rd');
      await press('Yes, send my answer');

      expect(await handOver('http://127.0.0.1:1')).toBe(true);
      expect(failed).toHaveLength(1);
      expect(await atDesk()).toEqual([]);
      expect(await handOver()).toBe(false);
      now = new Date(now.getTime() + MINUTE);
      const [answer] = [await stores.answers.claim(now)];
      await desk.store.takeAnswer({ ...answer!, question: Number(answer!.question) });
      now = new Date(now.getTime() + 2 * MINUTE);
      expect(await handOver()).toBe(true);

      expect(await atDesk()).toEqual([['Leon Whitfield', 'the 3rd']]);
      expect(await handOver()).toBe(false);
    });

    it('and where the desk will not take it, a person looks, and lets it go again', async () => {
      await follow();
      await press('Read the question');
      await say('the 3rd');
      await press('Yes, send my answer');
      const answers = '/desk/api/answers';
      const refusing = await serveRoutes([
        { method: 'POST', path: answers, handle: async () => json({ kind: 'bad' }, 422) },
      ]);

      expect(await handOver(refusing.url)).toBe(true);
      now = new Date(now.getTime() + 60 * MINUTE);
      expect(await handOver()).toBe(false);
      expect(parked).toEqual(['2']);
      expect(
        (await stores.reading.parked({ organisations: ['fellbridge'], notAbout: 'nobody' }, 5))
          .deliveries,
      ).toMatchObject([
        { question: '2', reason: 'The desk answered 422: it will not take this answer as it is.' },
      ]);

      expect(await stores.answers.replay((await own()).id, '2', now)).toBe(true);
      expect(await handOver()).toBe(true);
      expect(await atDesk()).toEqual([['Leon Whitfield', 'the 3rd']]);
      await refusing.close();
    });

    it('and where it was away for hours, too', async () => {
      await follow();
      await press('Read the question');
      await say('the 3rd');
      await press('Yes, send my answer');

      for (let tries = 0; tries < MAX_FAILURES; tries += 1) {
        expect(parked).toEqual([]);
        expect(await handOver('http://127.0.0.1:1')).toBe(true);
        now = new Date(now.getTime() + 90 * MINUTE);
      }
      expect(parked).toEqual(['2']);
      expect(await handOver()).toBe(false);
    });

    it('is told so where they answer the same question again', async () => {
      await follow();
      await press('Read the question');
      await say('the 3rd');
      await press('Yes, send my answer');

      const { text } = await take({
        kind: 'press',
        press: { kind: 'show-question', request: (await own()).id, question: '2' },
      });
      expect(text).toContain('You have answered that');
      const strange = { kind: 'show-question', request: (await own()).id, question: '99' } as const;
      expect((await take({ kind: 'press', press: strange })).text).toContain('can’t find');
    });

    it('is told so where the request has ended meanwhile, and nothing goes out', async () => {
      await follow();
      await press('Read the question');
      const { buttons } = await say('the 3rd');
      for (const [expected, status] of [
        ['received', 'approved'],
        ['approved', 'done'],
      ] as const) {
        const change = { status, expected, by: 'Fern Lacey' };
        expect(await desk.store.change(reference, change, now)).toMatchObject({ kind: 'done' });
      }
      await follow();

      const send = buttons.find(({ label }) => label === 'Yes, send my answer');
      expect((await take({ kind: 'press', press: send!.press })).text).toContain('has ended');
      expect((await say('the 4th')).text).not.toContain('the 4th');
      expect(await handOver()).toBe(false);
    });

    const own = async () => {
      const [sent] = await stores.requestLog.ofPerson('leon-whitfield', 1);
      if (sent === undefined) throw new Error('Nothing was sent.');
      return sent.request;
    };
  },
);
