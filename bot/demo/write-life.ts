/** Writes planned life in the order in which it happened, as the turns that it would have been. */
import { randomUUID } from 'node:crypto';
import type { Commit, ConversationState } from '../conversation/store';
import type { Directory, Person } from '../directory/directory';
import { copyTurns } from './copy-turn';
import {
  doneAt,
  finish,
  follow,
  handToDesk,
  referenceOf,
  requestTurn,
  type RequestParts,
} from './write-requests';
import type { PlannedQuestion, PlannedRequest } from './plan-life';
import type { Recorder } from './record-turns';

export interface LifeParts extends RequestParts {
  readonly recorder: Recorder;
  /** Who stands for each organisation where a turn is recorded. */
  readonly voices: ReadonlyMap<string, Person>;
  /** Turns that are written at once; 1 where each has a transaction of its own. */
  readonly together: number;
}

/** A poor rating that a reviewer may look at. */
export interface PoorlyRated {
  readonly interaction: string;
  readonly organisation: string;
  readonly isWrong: boolean;
  readonly at: Date;
}

type Deed =
  | PlannedQuestion
  | (PlannedRequest & { readonly reference: string; readonly isStuck: boolean })
  | { readonly kind: 'done'; readonly at: Date; readonly reference: string };

const TROUBLE = 'The desk answered 422: the service is not known here.';

export async function writeLife(
  parts: LifeParts,
  questions: readonly PlannedQuestion[],
  requests: readonly PlannedRequest[],
  now: Date,
): Promise<readonly PoorlyRated[]> {
  const writer = createWriter(parts);
  const references = new Map<string, string>();
  for (const deed of deedsOf(questions, requests, now)) {
    if (deed.kind === 'question') {
      await writer.ask(deed);
      continue;
    }
    await writer.flush();
    if (deed.kind === 'request') {
      await writer.send(deed);
      if (deed.isStuck) await park(parts, deed);
      else references.set(deed.reference, await handToDesk(parts, deed.reference, deed.at));
    } else await finish(parts, references.get(deed.reference) ?? '', deed.at);
    await follow(parts, deed.at);
  }
  await writer.flush();
  return writer.poor;
}

/** The newest request is stuck: somebody has to look at it. */
function deedsOf(
  questions: readonly PlannedQuestion[],
  requests: readonly PlannedRequest[],
  now: Date,
): readonly Deed[] {
  const sorted = requests.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const sent = sorted.map((request, number) => ({
    ...request,
    reference: referenceOf(number),
    isStuck: number === sorted.length - 1,
  }));
  const done = sent
    .filter((request) => !request.isStuck && doneAt(request) < now)
    .map(
      (request) => ({ kind: 'done', at: doneAt(request), reference: request.reference }) as const,
    );
  return [...questions, ...sent, ...done].toSorted(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
}

async function park({ stores }: LifeParts, { at, reference }: { at: Date; reference: string }) {
  await stores.outbox.claim(at);
  await stores.outbox.park(reference, TROUBLE, at);
}

function createWriter(parts: LifeParts) {
  const { stores, recorder, voices, together } = parts;
  const places = new Map<string, { turns: number; state: ConversationState | undefined }>();
  const waiting: Commit[] = [];
  const poor: PoorlyRated[] = [];
  const placeOf = (person: string) => {
    const conversation = `web:${person}`;
    const place = places.get(conversation) ?? { turns: 0, state: undefined };
    places.set(conversation, place);
    return { conversation, place };
  };
  const flush = async (): Promise<void> => {
    const written = await Promise.all(
      waiting.splice(0).map((commit) => stores.conversations.commit(commit)),
    );
    if (written.some(({ kind }) => kind !== 'committed'))
      throw new Error('A made-up turn was not kept.');
  };
  const put = async (person: string, turns: readonly Commit[]): Promise<void> => {
    const { place } = placeOf(person);
    place.turns += turns.length;
    place.state = turns.at(-1)?.state;
    for (const turn of turns) {
      waiting.push(turn);
      if (waiting.length >= together) await flush();
    }
  };
  const voiceOf = (organisation: string): Person => {
    const voice = voices.get(organisation);
    if (voice === undefined) throw new Error(`Nobody speaks for ${organisation}.`);
    return voice;
  };
  const recorded = ({ person, text, isWrong, at }: PlannedQuestion) =>
    recorder.question(voiceOf(person.organisation), text, isWrong, at);
  return {
    poor,
    flush,
    async ask(planned: PlannedQuestion): Promise<void> {
      const { conversation, place } = placeOf(planned.person.id);
      const name = randomUUID();
      const turns = copyTurns(await recorded(planned), planned, {
        conversation,
        name,
        turns: place.turns,
      });
      if (turns.length > 1 && planned.rating !== 'yes') {
        const { at, isWrong, person } = planned;
        poor.push({ interaction: name, organisation: person.organisation, isWrong, at });
      }
      await put(planned.person.id, turns);
    },
    async send(planned: PlannedRequest & { readonly reference: string }): Promise<void> {
      const { conversation, place } = placeOf(planned.person.id);
      const state =
        place.state ?? (await stores.conversations.open(conversation, planned.person.id)).state;
      const turn = await requestTurn(parts, planned, planned.reference, {
        conversation,
        turns: place.turns,
        state,
      });
      await put(planned.person.id, [turn]);
      await flush();
    },
  };
}

export const voicesOf = async (directory: Directory): Promise<ReadonlyMap<string, Person>> => {
  const staff = (await directory.people()).filter(({ roles }) => roles.length === 0);
  return new Map(staff.toReversed().map((person) => [person.organisation, person]));
};
