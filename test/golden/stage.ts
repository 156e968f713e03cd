/** What transcripts are played on: the real conversation, policies and directory, with a memory store. */
import { callNotice } from '../../bot/conversation/by-phone';
import { converseOn } from '../../bot/converse-on';
import type { Converse } from '../../bot/conversation/converse';
import type { Reply } from '../../bot/conversation/reply';
import { createLookAtTask } from '../../bot/conversation/look-at-task';
import { mindLate } from '../../bot/conversation/mind-late';
import { mindTasks } from '../../bot/conversation/mind-tasks';
import { conversationOfCall } from '../../bot/conversation/phone-calls';
import type { Tools } from '../../bot/conversation/room';
import { tellRequesters } from '../../bot/conversation/tell-requesters';
import type { Door, Said } from '../../bot/conversation/turn';
import { directory } from '../support/directory';
import type { Routes } from '../../bot/routing/routes';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { openFiles } from '../../bot/storage/open-files';
import { createIntake, type Intake } from '../../bot/attachments/take-in';
import { deskWrites } from './desk-deeds';
import { deedOf } from './people-deeds';
import { storedIn } from './stored-in';
import { formOn, pressOn } from './presses';
import { nameOf, organisationOf, playerOf, type Player } from './player';
import { dialogs } from '../../dialogs';
import { createKnowledge, createMemoryVariations, type Knowledge } from '../../knowledge';
import { built } from '../support/built';
import { changedPeople, type Changes } from '../support/changed-people';
import { contentsNamed } from '../support/some-files';
import { allToDesk } from '../support/all-to-desk';
import { memoryDatabase } from '../support/memory-database';

let shared: Knowledge | undefined;

/** Made once: it is the same for every transcript. */
export function builtInKnowledge(): Knowledge {
  shared ??= knowledgeOf(built);
  return shared;
}

function knowledgeOf({ seeds, ...parts }: typeof built): Knowledge {
  const now = (): Date => new Date('2026-04-01T00:00:00Z');
  return createKnowledge({
    ...parts,
    variations: createMemoryVariations(seeds, now()),
  });
}

export interface Stage {
  /** By who speaks now: at first the person that the stage was opened for. */
  say(said: Said, message: string, at: Date, door?: Door): Promise<Reply>;
  /** By who speaks now, in a group where others read along. */
  sayInGroup(said: Said, message: string, at: Date): Promise<Reply>;
  /** Files of these names; what is in them is what the name says, and `.exe` is a program. */
  sent(names: readonly string[], message: string, at: Date): Promise<Said>;
  /** A button of the last reply, or of a notice after it. */
  pressed(label: string): Said;
  /** The form of the last reply, with some of its fields changed. */
  filledIn(kind: 'fill-in' | 'leave-form', changes: Readonly<Record<string, string>>): Said;
  desk(text: string, at: Date): Promise<readonly Reply[]>;
  /** By somebody of the people team, in the console. @returns what they see, and what who speaks now was told */
  people(
    text: string,
    at: Date,
  ): Promise<{ readonly page: readonly string[]; readonly notices: readonly Reply[] }>;
  /** Who speaks now rings somebody of the people team: from now on that colleague writes for them. */
  call(helper: string, at: Date): Promise<void>;
  /** The clocks of tasks are looked at. @returns what who speaks now was told */
  wait(at: Date): Promise<readonly Reply[]>;
  /** Somebody else speaks from now on. @returns what they were told meanwhile */
  become(who: string, at: Date): Promise<readonly Reply[]>;
  /** How a task stands for a person, as a card that looks again is told. */
  look(who: string, reference: string): Promise<string | undefined>;
  /** Every row of every table, as one text. */
  stored(): Promise<string>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly knowledge?: Knowledge;
  /** What is different about people of the directory. */
  readonly changes?: Changes;
  /** Where requests go; all to the desk where it is not given. */
  readonly routes?: Routes;
  /** Whether who takes it tells what becomes of it; the desk does. */
  readonly isFollowed?: boolean;
  /** Whether several employers have one tenant, so that a group is of none of them. */
  readonly isTenantShared?: boolean;
}

/** @param who a person of the directory, or `nobody <organisation> <staff group>` for the stand-in */
export async function openStage(
  who: string,
  {
    knowledge = builtInKnowledge(),
    changes = {},
    routes = allToDesk,
    isFollowed = true,
    isTenantShared = false,
  }: StageOptions = {},
): Promise<Stage> {
  const db = await memoryDatabase();
  const stores = createStores(db, { newId: counter('out') });
  const files = openFiles({ kind: 'memory' }, 'files', db);
  const people = changedPeople(directory, changes);
  return {
    ...createStage(
      stores,
      {
        knowledge,
        directory: people,
        routes,
        intake: createIntake(files, { mostBytes: MOST_BYTES, mostFiles: 3 }),
        isFollowed: () => isFollowed,
        isTenantShared,
      },
      await playerOf(people, who, 'web:golden'),
    ),
    look: async (id, reference) => {
      const person = await people.person(id);
      const look = createLookAtTask({ tasks: stores.tasks, directory: people, dialogs });
      return person && look(person, reference);
    },
    stored: () => storedIn(db),
    close: () => db.destroy(),
  };
}

const MOST_BYTES = 1024 * 1024;

type Played = Omit<Stage, 'look' | 'stored' | 'close'>;

type Staged = Pick<Tools, 'knowledge' | 'directory' | 'routes' | 'isFollowed'> &
  Pick<Required<StageOptions>, 'isTenantShared'> & { intake: Intake };

function createStage(
  stores: Stores,
  { knowledge, directory, routes, intake, isFollowed, isTenantShared }: Staged,
  first: Player,
): Played {
  const players = new Map([[first.conversation, first]]);
  const newCallReference = references('HP');
  let now = first;
  let cursor = 0;
  const converse: Converse = converseOn(
    stores,
    {
      knowledge,
      dialogs,
      directory,
      isTeamHere: true,
      routes,
      attaching: {
        most: intake.mostFiles,
        mostBytes: MOST_BYTES,
        isTakenBy: () => true,
        attachments: stores.attachments,
      },
      isFollowed,
      newId: counter('id'),
      newReference: references('PS'),
      newHandoverReference: references('TP'),
    },
    {
      stopwatch: () => 0,
      onRequestSent: () => undefined,
    },
  );
  /** Tells everybody what is new. @returns what who speaks now was told */
  async function news(at: Date): Promise<readonly Reply[]> {
    const { requestNews, requestLog } = stores;
    const tools = { directory, dialogs, requests: requestLog, isFollowed, clock: () => at };
    await tellRequesters({ news: requestNews, ...tools });
    const history = await stores.outgoing.history(now.conversation, now.seen, 100);
    now.seen = history.at(-1)?.sequence ?? now.seen;
    const notices = history.filter((item) => item.kind === 'notice').map(({ reply }) => reply);
    now.shown = [...now.shown, ...notices];
    return notices;
  }

  return {
    async say(said, message, at, door = 'web') {
      const { speaker, conversation, call } = now;
      const { reply } = await converse(
        {
          door: call === undefined ? door : 'phone',
          conversation,
          message,
          speaker,
          said,
          at,
          ...(call && { call }),
        },
        null,
        new AbortController().signal,
      );
      now.shown = [reply];
      return reply;
    },
    async sayInGroup(said, message, at) {
      const { reply } = await converse(
        {
          door: 'group',
          conversation: `group:${nameOf(now)}`,
          message,
          speaker: {
            kind: 'in-company',
            id: nameOf(now),
            organisation: isTenantShared ? undefined : organisationOf(now),
            reviewedBy: organisationOf(now),
          },
          said,
          at,
        },
        null,
        new AbortController().signal,
      );
      now.shown = [reply];
      return reply;
    },
    async sent(names, message, at) {
      const sent = names.map((name) => ({ name, bytes: contentsNamed(name, MOST_BYTES) }));
      const { conversation } = now;
      const taken = await intake.takeIn(sent, { conversation, message, at });
      return { kind: 'files', count: sent.length, ...taken };
    },
    pressed(label) {
      return pressOn(now.shown, label);
    },
    filledIn(kind, changes) {
      return formOn(now.shown, kind, changes);
    },
    async wait(at) {
      await mindTasks({ tasks: stores.tasks, directory, dialogs, clock: () => at });
      await mindLate({ late: stores.late, clock: () => at });
      return news(at);
    },
    async people(text, at) {
      const [who = '', deed = '', ...words] = text.split(' ');
      const page = await deedOf(stores, directory, nameOf(now), { who, deed, words }, at);
      return { page, notices: await news(at) };
    },
    async call(who, at) {
      const by = await directory.person(who);
      if (by === undefined) throw new Error(`The directory has nobody called "${who}".`);
      const helper = { id: by.id, name: by.name };
      const caller = nameOf(now);
      const call = { id: newCallReference(), helper, caller, organisation: by.organisation };
      await stores.calls.open(call, callNotice(call, 'people services'), at);
      const { speaker } = now;
      now = { speaker, conversation: conversationOfCall(call.id), call, shown: [], seen: 0 };
    },
    async become(who, at) {
      if (now.call !== undefined) await stores.calls.end(now.call.id, now.call.helper.id, at);
      const conversation = who === nameOf(first) ? first.conversation : `web:${who}`;
      // Who they are is looked up anew, as a door does: they may work elsewhere by now.
      const fresh = await playerOf(directory, who, conversation);
      now = { ...fresh, ...players.get(conversation), speaker: fresh.speaker };
      players.set(conversation, now);
      return news(at);
    },
    async desk(text, at) {
      cursor += 1;
      await deskWrites(stores, text, cursor, at);
      return news(at);
    },
  };
}

function counter(name: string): () => string {
  let count = 0;
  return () => `${name}-${(count += 1)}`;
}

function references(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}-${String((count += 1)).padStart(6, '0')}`;
}
