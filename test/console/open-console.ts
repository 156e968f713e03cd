/** The console with the web chat's sign-in beside it, on real stores and a real desk in memory. */
import { directory } from '../support/directory';
import type { Converse } from '../../bot/conversation/converse';
import { consoleRoutes } from '../../bot/console/console-routes';
import type { ConsoleParts } from '../../bot/console/console-parts';
import type { DeskClient } from '../../bot/desk/desk-client';
import { startServer } from '../../bot/http/server';
import { createLog } from '../../bot/log';
import { newCallReference } from '../../bot/new-reference';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { readAssets } from '../../bot/web/assets';
import { createRenderer } from '../../bot/web/render';
import { createSessions } from '../../bot/web/sessions';
import { webRoutes } from '../../bot/web/web-routes';
import { createKnowledge, type Knowledge } from '../../knowledge';
import { scriptedConversation } from '../fakes/scripted-conversation';
import { openDesk, type OpenDesk } from '../support/open-desk';
import { ROOT } from '../web/open-web';
import { memoryDatabase } from '../support/memory-database';

/** A Tuesday. */
export const NOON = new Date('2027-01-05T12:00:00.000Z');
export const MINUTE = 60_000;
export const DAY = 86_400_000;

const assets = readAssets(ROOT);
const render = createRenderer(ROOT, assets);

export interface OpenConsole {
  readonly url: string;
  readonly stores: Stores;
  readonly desk: OpenDesk;
  /** The desk goes away and does not come back. */
  loseDesk(): Promise<void>;
  wait(milliseconds: number): void;
  now(): Date;
  close(): Promise<void>;
}

export async function openConsole({
  between = (client) => client,
  talk,
  knowledge = createKnowledge({ policies: [] }),
  ...over
}: Partial<ConsoleParts> & {
  /** Its policies and its answers; where it is not given, none. */
  readonly knowledge?: Knowledge;
  /** The conversation that calls are taken in; a scripted one where it is not given. */
  readonly talk?: (stores: Stores) => Converse;
  /** What stands between the console and its desk. */
  readonly between?: (client: DeskClient) => DeskClient;
} = {}): Promise<OpenConsole> {
  let now = NOON;
  let ids = 0;
  const newId = () => `id-${String((ids += 1)).padStart(8, '0')}`;
  const db = await memoryDatabase();
  const stores = createStores(db, { newId });
  const desk = await openDesk(() => now);
  const scripted = scriptedConversation({});
  const spoken = talk?.(stores);
  const { converse, outgoing } = spoken ? { ...stores, converse: spoken } : scripted;
  const shared = {
    directory,
    sessions: createSessions(newId),
    signIn: 'choose-a-person',
    root: ROOT,
    log: createLog('silent'),
    render,
    ownData: {
      ownData: stores.ownData,
      keepMonths: { words: 12, turns: 24, requests: 24, audit: 72 },
    },
    policies: knowledge.set,
    answering: knowledge,
    ...over,
  } as const;
  const routes = [
    ...webRoutes({
      ...shared,
      knowledge: { set: shared.policies },
      converse,
      outgoing,
      variations: stores.variations,
      documents: stores.documents,
      newId,
      assets,
    }),
    ...consoleRoutes({
      reading: stores.reading,
      leavers: stores.leavers,
      ofKnowledge: stores.ofKnowledge,
      withheld: stores.withheld,
      wordingChanges: stores.wordingChanges,
      reviews: stores.reviews,
      measures: stores.measures,
      regressions: stores.regressions,
      contentTasks: stores.contentTasks,
      variations: stores.variations,
      requestLog: stores.requestLog,
      outbox: stores.outbox,
      answers: stores.answers,
      onReplayed: () => undefined,
      tasks: stores.tasks,
      handovers: stores.handovers,
      calls: stores.calls,
      converse,
      outgoing: stores.outgoing,
      newId,
      newCallReference,
      desk: between(desk.client),
      secret: 'a-secret-for-tests',
      ...shared,
    }),
  ];
  let isDeskOpen = true;
  const loseDesk = async () => {
    if (isDeskOpen) await desk.close();
    isDeskOpen = false;
  };
  const { log } = shared;
  const server = await startServer({ routes, host: '127.0.0.1', port: 0, log, clock: () => now });
  return {
    url: `http://127.0.0.1:${server.port}`,
    stores,
    desk,
    loseDesk,
    wait(milliseconds) {
      now = new Date(now.getTime() + milliseconds);
    },
    now: () => now,
    async close() {
      await server.close();
      await loseDesk();
      await db.destroy();
    },
  };
}
