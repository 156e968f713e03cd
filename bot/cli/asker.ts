/**
 * Asks the assistant from the command line: the same turns as the doors, on a store in memory.
 * Nothing is written to DATA_DIR and nothing is sent.
 */
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import {
  createKnowledge,
  readCompiledPolicies,
  readDocuments,
  type Knowledge,
} from '../../knowledge';
import { dialogs, noDialogs } from '../../dialogs';
import { noonOn } from '../calendar/days';
import { converseOn } from '../converse-on';
import type { Converse } from '../conversation/converse';
import type { Reply } from '../conversation/reply';
import type { Speaker } from '../conversation/turn';
import { loadCsvDirectory } from '../directory/csv-directory';
import type { Directory } from '../directory/directory';
import { newHandoverReference, newReference } from '../new-reference';
import { policiesFileOf } from '../project-root';
import { createRoutes } from '../routing/routes';
import { createStores, type Stores } from '../storage/create-stores';
import { migrations } from '../storage/migrations';
import { openDatabase } from '../storage/open-database';
import type { Line } from './ask-contract';

export interface Asked {
  readonly reply: Reply;
  readonly elapsedMs: number;
}

export interface TerminalAsker {
  /** @throws UnknownOrganisation */
  ask(line: Line): Promise<Asked>;
}

export class UnknownOrganisation extends Error {
  override readonly name = 'UnknownOrganisation';
}

/** @param documents a folder of one's own documents to answer from instead of the built-in set */
export async function createTerminalAsker(
  root: string,
  documents: string | undefined,
  warn: (line: string) => void,
): Promise<TerminalAsker> {
  const directory = loadCsvDirectory(path.join(root, 'bot', 'directory', 'data'));
  const db = await openDatabase({ kind: 'memory' }, migrations);
  const stores = createStores(db, { newId: randomUUID });
  const knowledge =
    documents === undefined
      ? await builtInKnowledge(root, stores, directory)
      : await knowledgeFrom(documents, warn);
  const converse = converseOn(
    stores,
    {
      knowledge,
      dialogs: documents === undefined ? dialogs : noDialogs,
      directory,
      isTeamHere: false,
      routes: createRoutes([]), // nothing is sent from here
      isFollowed: () => false,
      newId: randomUUID,
      newReference,
      newHandoverReference,
    },
    {
      stopwatch: () => performance.now(),
      onRequestSent: () => undefined,
    },
  );
  return { ask: (line) => ask(converse, directory, line) };
}

async function builtInKnowledge(
  root: string,
  { variations }: Stores,
  directory: Directory,
): Promise<Knowledge> {
  const { policies, terms, words, seeds, sense } = readCompiledPolicies(policiesFileOf(root));
  const organisations = (await directory.organisations()).map(({ id }) => id);
  await variations.fillIfEmpty(seeds, organisations, new Date());
  return createKnowledge({ policies, terms, words, sense, variations });
}

async function knowledgeFrom(documents: string, warn: (line: string) => void): Promise<Knowledge> {
  const { policies, problems } = await readDocuments(documents);
  for (const { file, problem, remedy } of problems) warn(`${file}: ${problem} ${remedy}`);
  return createKnowledge({ policies });
}

async function ask(converse: Converse, directory: Directory, line: Line): Promise<Asked> {
  if (
    line.organisation != null &&
    (await directory.organisation(line.organisation)) === undefined
  ) {
    const known = (await directory.organisations()).map(({ id }) => id).join(', ');
    throw new UnknownOrganisation(
      `unknown organisation "${line.organisation}"; the organisations are: ${known}`,
    );
  }
  const id = `terminal:${randomUUID()}`;
  const speaker: Speaker = {
    kind: 'stand-in',
    id,
    organisation: line.organisation ?? undefined,
    staffGroup: line.staffGroup ?? 'agenda-for-change',
    role: line.role ?? 'staff',
  };
  const at = line.on == null ? new Date() : noonOn(line.on);
  const say = (text: string, message: number): ReturnType<Converse> =>
    converse(
      {
        door: 'terminal',
        conversation: id,
        message: String(message),
        speaker,
        said: { kind: 'text', text },
        at,
      },
      null,
      new AbortController().signal,
    );
  const history = line.history ?? [];
  for (const [message, text] of history.entries()) await say(text, message);
  const started = performance.now();
  const { reply } = await say(line.text, history.length);
  return { reply, elapsedMs: performance.now() - started };
}
