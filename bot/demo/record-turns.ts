/**
 * Real turns, taken once each on a store in memory and then written down for everybody who asks
 * the same: made-up life holds what the assistant says, not what somebody thinks that it says.
 */
import { randomUUID } from 'node:crypto';
import { dialogs } from '../../dialogs';
import {
  createKnowledge,
  createMemoryVariations,
  type CompiledPolicies,
  type VariationEntry,
} from '../../knowledge';
import { converseOn } from '../converse-on';
import type { Commit } from '../conversation/store';
import type { Said } from '../conversation/turn';
import type { Directory, Person } from '../directory/directory';
import { newHandoverReference, newReference } from '../new-reference';
import { createStores } from '../storage/create-stores';
import { migrations } from '../storage/migrations';
import { openDatabase } from '../storage/open-database';
import type { AssistantTables } from '../storage/tables';

export interface Recorder {
  /** Each question of an organisation is taken once. @param isWrong by the wrong wording */
  question(person: Person, text: string, isWrong: boolean, at: Date): Promise<Recorded>;
  close(): Promise<void>;
}

/** What a turn would commit. Undefined where the answer asks for no rating. */
export interface Recorded {
  readonly asked: Commit;
  readonly rated: Readonly<Record<'yes' | 'partly' | 'no' | 'explained', Commit>> | undefined;
}

export async function startRecording(
  compiled: CompiledPolicies,
  directory: Directory,
  { began, wrong }: { readonly began: Date; readonly wrong: VariationEntry },
): Promise<Recorder> {
  const db = await openDatabase<AssistantTables>({ kind: 'memory' }, migrations);
  const stores = createStores(db, { newId: randomUUID });
  const right = createMemoryVariations(compiled.seeds, began);
  const slip = createMemoryVariations(compiled.seeds, began);
  await slip.add(wrong);
  let spoken = right;
  const knowledge = createKnowledge({
    ...compiled,
    variations: {
      version: (organisation) => spoken.version(organisation),
      current: (organisation) => spoken.current(organisation),
    },
  });
  let committed: Commit | undefined;
  const conversations = {
    ...stores.conversations,
    commit: (commit: Commit) => {
      committed = commit;
      return stores.conversations.commit(commit);
    },
  };
  const converse = converseOn(
    { ...stores, conversations },
    {
      knowledge,
      dialogs,
      directory,
      isTeamHere: true,
      routes: () => 'desk',
      isFollowed: () => true,
      newId: randomUUID,
      newReference,
      newHandoverReference,
    },
    { stopwatch: () => performance.now(), onRequestSent: () => undefined },
  );
  const take = async (person: Person, conversation: string, said: Said, at: Date) => {
    const speaker = { kind: 'person', person } as const;
    const turn = { door: 'web', conversation, message: randomUUID(), speaker, said, at } as const;
    await converse(turn, null, new AbortController().signal);
    if (committed === undefined) throw new Error('A made-up turn was not committed.');
    return committed;
  };
  const known = new Map<string, Recorded>();
  const record = async (person: Person, text: string, at: Date): Promise<Recorded> => {
    const conversation = `web:${randomUUID()}`;
    const asked = await take(person, conversation, { kind: 'text', text }, at);
    const other = asked.effects.find(({ kind }) => kind !== 'interaction-opened');
    if (other !== undefined) throw new Error(`"${text}" is no question: it ends in ${other.kind}.`);
    const interaction = asked.reply.feedback?.interaction;
    if (interaction === undefined) return { asked, rated: undefined };
    const press = (given: Extract<Said, { kind: 'press' }>['press']) =>
      take(person, conversation, { kind: 'press', press: given }, at);
    const rated = {
      yes: await press({ kind: 'rate', interaction, rating: 'yes' }),
      partly: await press({ kind: 'rate', interaction, rating: 'partly' }),
      no: await press({ kind: 'rate', interaction, rating: 'no' }),
      explained: await press({ kind: 'explain', interaction, reason: 'wrong', comment: 'So' }),
    };
    return { asked, rated };
  };
  return {
    async question(person, text, isWrong, at) {
      const name = [person.organisation, String(isWrong), text].join('\n');
      spoken = isWrong ? slip : right;
      const found = known.get(name) ?? (await record(person, text, at));
      known.set(name, found);
      return found;
    },
    close: () => db.destroy(),
  };
}
