/**
 * A Teams door on a real server, with the fake channel on the other side. The conversation behind
 * it says what the test wrote, and keeps its promise: a repeated message gets the stored reply.
 */
import { teamsDoor, type TeamsDoorOptions } from '../../bot/teams/teams-door';
import { startServer } from '../../bot/http/server';
import type { Converse } from '../../bot/conversation/converse';
import {
  HANDING_OVER_MS,
  type OutgoingMessage,
  type OutgoingMessages,
} from '../../bot/conversation/outgoing';
import { plainReply, type Reply } from '../../bot/conversation/reply';
import type { ReturnAddress } from '../../bot/conversation/store';
import type { Turn } from '../../bot/conversation/turn';
import type { LogEvent } from '../../bot/log';
import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import type { OnProgress } from '../../knowledge';
import { ana, directory, TENANT } from './a-directory';

export const NOON = new Date('2026-11-23T12:00:00.000Z');

export const aReply = (changes: Partial<Reply> = {}): Reply =>
  plainReply({ outcome: 'answered', text: 'You get 29 days.', ...changes });

export const aMessage = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'message',
  id: '1700000000001',
  channelId: 'msteams',
  timestamp: '2026-11-23T12:00:00.123Z',
  from: { id: '29:ana', name: 'Ana Pires', aadObjectId: ana.aadObjectId },
  recipient: { id: '28:assistant', name: 'People Services' },
  conversation: { id: 'a:one', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  text: 'how much leave do i get',
  ...changes,
});

/** A function is told of how far an answer is what the conversation would tell. */
type Answered = Reply | Error | Promise<Reply> | ((onProgress?: OnProgress) => Promise<Reply>);

interface Stored extends Omit<OutgoingMessage, 'attempts'> {
  attempts: number;
  due: Date | null;
  channelId: string | null;
  wordsId?: string | null;
  end: 'sent' | 'given-up' | undefined;
  reason: string | undefined;
}

export interface ADoor {
  readonly connector: FakeConnector;
  readonly turns: readonly Turn[];
  readonly addresses: readonly (ReturnAddress | null)[];
  readonly stored: readonly Stored[];
  readonly events: readonly LogEvent[];
  readonly url: string;
  /** What the next turns answer; after the last, a plain reply. An Error is thrown. */
  answers(...replies: readonly Answered[]): void;
  /** @param changes of whom it is for; without them it is Ana, in her chat */
  notice(
    reply: Reply,
    returnAddress: ReturnAddress | null,
    changes?: Partial<Pick<Stored, 'conversation' | 'person'>>,
  ): void;
  post(activity: unknown, headers?: Record<string, string>): Promise<Response>;
  startSending(): { wake(): void; stop(): Promise<void> };
  passTime(milliseconds: number): void;
  /** @throws Error where Teams would have complained of what it was sent */
  close(): Promise<void>;
}

export async function openDoor(
  changes: {
    settings?: Partial<TeamsDoorOptions['settings']>;
    /** Without it, one of its own, which is closed with the door. */
    connector?: FakeConnector;
    patience?: TeamsDoorOptions['patience'];
    intake?: TeamsDoorOptions['intake'];
    /** How tasks stand, by their reference; without it they wait. */
    tasks?: ReadonlyMap<string, string>;
  } = {},
): Promise<ADoor> {
  const connector = changes.connector ?? (await startFakeConnector());
  const turns: Turn[] = [];
  const addresses: (ReturnAddress | null)[] = [];
  const stored: Stored[] = [];
  const replies: Answered[] = [];
  const events: LogEvent[] = [];
  let now = NOON;

  const keep = (
    message: Pick<Stored, 'conversation' | 'kind' | 'reply' | 'inReplyTo' | 'returnAddress'> &
      Partial<Pick<Stored, 'person'>>,
  ) => {
    const sequence = stored.length + 1;
    const due = message.kind === 'reply' ? new Date(now.getTime() + HANDING_OVER_MS) : now;
    stored.push({
      id: `out-${sequence}`,
      sequence,
      door: 'teams',
      person: 'ana-pires',
      attempts: 0,
      at: now,
      due,
      channelId: null,
      end: undefined,
      reason: undefined,
      ...message,
    });
    return `out-${sequence}`;
  };
  const byId = (id: string): Stored => stored.find((message) => message.id === id)!;

  const converse: Converse = async (turn, returnAddress, _signal, onProgress) => {
    const before = stored.find(
      ({ conversation, inReplyTo }) =>
        conversation === turn.conversation && inReplyTo === turn.message,
    );
    if (before) return { reply: before.reply, outgoing: before.id, repeated: true };
    turns.push(turn);
    addresses.push(returnAddress);
    const next = replies.shift() ?? aReply();
    const reply = await (typeof next === 'function' ? next(onProgress) : next);
    if (reply instanceof Error) throw reply;
    const { conversation, message: inReplyTo } = turn;
    const outgoing = keep({ conversation, kind: 'reply', reply, inReplyTo, returnAddress });
    return { reply, outgoing, repeated: false };
  };

  const outgoing: OutgoingMessages = {
    claim: async (_door, at, limit) => {
      const waiting = stored.filter(({ due }) => due !== null);
      const first = waiting.filter(
        (one) =>
          !waiting.some(
            (other) => other.conversation === one.conversation && other.sequence < one.sequence,
          ),
      );
      const lent = first.filter(({ due }) => due! <= at).slice(0, limit);
      return lent.map((message) => {
        message.due = new Date(at.getTime() + 60_000);
        message.attempts += 1;
        return { ...message, attempts: message.attempts - 1 };
      });
    },
    sent: async (id, _at, channelId, wordsId) => {
      Object.assign(byId(id), { due: null, channelId, wordsId, end: 'sent' });
    },
    retryAt: async (id, due, reason) => {
      if (byId(id).due !== null) Object.assign(byId(id), { due, reason });
    },
    giveUp: async (id, reason) => {
      Object.assign(byId(id), { due: null, end: 'given-up', reason });
    },
    history: async () => [],
    interactionOf: async (conversation, channelId) =>
      stored.find(
        (message) =>
          message.conversation === conversation &&
          [message.channelId, message.wordsId].includes(channelId),
      )?.reply.feedback?.interaction,
    shownAs: async (conversation, channelId) =>
      stored.find(
        (message) => message.conversation === conversation && message.channelId === channelId,
      ),
  };

  const log = {
    info: (event: LogEvent) => events.push(event),
    warn: (event: LogEvent) => events.push(event),
    error: (event: LogEvent) => events.push(event),
  };
  const clock = () => now;
  const door = teamsDoor({
    converse,
    lookAtTask: async (_person, reference) => changes.tasks?.get(reference),
    outgoing,
    directory,
    settings: { allowedTenants: [TENANT], production: false, ...changes.settings },
    log,
    clock,
    ...(changes.patience && { patience: changes.patience }),
    ...(changes.intake && { intake: changes.intake }),
  });
  const server = await startServer({ routes: door.routes, host: '127.0.0.1', port: 0, log, clock });
  const url = `http://127.0.0.1:${server.port}/api/messages`;
  let sender: { wake(): void; stop(): Promise<void> } | undefined;

  return {
    connector,
    turns,
    addresses,
    stored,
    events,
    url,
    answers: (...next) => {
      replies.push(...next);
    },
    notice: (reply, returnAddress, changes) => {
      const conversation = 'teams:a:one';
      keep({ conversation, kind: 'notice', reply, inReplyTo: null, returnAddress, ...changes });
    },
    post: (activity, headers = {}) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(
          typeof activity === 'object' && activity !== null && !Array.isArray(activity)
            ? { serviceUrl: connector.url, ...activity }
            : activity,
        ),
      }),
    startSending: () => (sender = door.startSending()),
    passTime: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    close: async () => {
      await sender?.stop();
      await server.close();
      if (changes.connector === undefined) await connector.close();
      expect(connector.complaints).toEqual([]);
    },
  };
}
