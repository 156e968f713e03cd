/** The web door on a free port, with a scripted conversation behind it and a clock that the test moves. */
import path from 'node:path';
import { directory } from '../support/directory';
import { startServer } from '../../bot/http/server';
import { createLog } from '../../bot/log';
import { readAssets } from '../../bot/web/assets';
import { createRenderer } from '../../bot/web/render';
import { createSessions } from '../../bot/web/sessions';
import { webRoutes } from '../../bot/web/web-routes';
import type { WebParts } from '../../bot/web/web-parts';
import { createMemoryDocuments, createMemoryVariations, loadPolicies } from '../../knowledge';
import { createPolicySet } from '../../knowledge/policies/policy-set';
import type { Reply } from '../../bot/conversation/reply';
import { scriptedConversation, type ScriptedConversation } from '../fakes/scripted-conversation';

export const ROOT = path.join(__dirname, '..', '..');
export const NOON = new Date('2026-11-23T12:00:00Z');

/** Read once for all tests of a file: none changes them. */
const assets = readAssets(ROOT);
const render = createRenderer(ROOT, assets);

export interface OpenWeb {
  readonly url: string;
  readonly conversation: ScriptedConversation;
  /** Lets time go by. */
  wait(milliseconds: number): void;
  now(): Date;
  close(): Promise<void>;
}

export async function openWeb({
  script,
  policies = path.join(__dirname, 'policies'),
  ...over
}: Partial<WebParts> & {
  script?: Readonly<Record<string, Partial<Reply>>>;
  policies?: string;
} = {}): Promise<OpenWeb> {
  let now = NOON;
  let ids = 0;
  const newId = () => `id-${String((ids += 1)).padStart(8, '0')}`;
  const conversation = scriptedConversation(script);
  const log = createLog('silent');
  const routes = webRoutes({
    converse: conversation.converse,
    outgoing: conversation.outgoing,
    directory,
    knowledge: { set: createPolicySet(loadPolicies(policies)) },
    variations: createMemoryVariations([], NOON),
    documents: createMemoryDocuments(),
    signIn: 'choose-a-person',
    sessions: createSessions(newId),
    root: ROOT,
    newId,
    log,
    assets,
    render,
    ...over,
  });
  const server = await startServer({ routes, host: '127.0.0.1', port: 0, log, clock: () => now });
  return {
    url: `http://127.0.0.1:${server.port}`,
    conversation,
    wait(milliseconds) {
      now = new Date(now.getTime() + milliseconds);
    },
    now: () => now,
    close: () => server.close(),
  };
}
