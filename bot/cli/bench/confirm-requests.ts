/**
 * People of the directory who each ask for something, and then press "Yes, send it": the press is
 * what is timed, a whole turn of the conversation with its write.
 */
import { randomUUID } from 'node:crypto';
import { dialogs } from '../../../dialogs';
import type { Knowledge } from '../../../knowledge';
import { converseOn } from '../../converse-on';
import type { Press, Said } from '../../conversation/turn';
import type { Directory, Person } from '../../directory/directory';
import { newHandoverReference, newReference } from '../../new-reference';
import type { Routes } from '../../routing/routes';
import type { Stores } from '../../storage/create-stores';
import { wording } from '../../wording';

/** Nobody has to approve it, so its confirmation writes its delivery. */
const ASKED = 'i am off sick from today';

export interface ConfirmParts {
  readonly stores: Stores;
  readonly directory: Directory;
  readonly knowledge: Knowledge;
  readonly routes: Routes;
  readonly clock: () => Date;
}

/** @returns confirms about so many, and tells how many it did in a second */
export type Confirming = (
  many: number,
  inFlight: number,
) => Promise<{ confirmed: number; perSecond: number }>;

export function confirming(parts: ConfirmParts): Confirming {
  const { stores, directory, clock } = parts;
  const converse = converseOn(
    stores,
    {
      knowledge: parts.knowledge,
      dialogs,
      directory,
      isTeamHere: false,
      routes: parts.routes,
      isFollowed: () => true,
      newId: randomUUID,
      newReference,
      newHandoverReference,
    },
    {
      stopwatch: () => performance.now(),
      onRequestSent: () => undefined,
    },
  );
  const say = async (person: Person, said: Said) => {
    const conversation = `web:${person.id}`;
    const speaker = { kind: 'person', person } as const;
    const turn = { door: 'web', conversation, message: randomUUID(), speaker, said } as const;
    return (await converse({ ...turn, at: clock() }, null, new AbortController().signal)).reply;
  };
  /** @returns the press that sends it; undefined where it would ask more, as of somebody with two posts */
  const begin = async (person: Person): Promise<Waiting | undefined> => {
    const { buttons } = await say(person, { kind: 'text', text: ASKED });
    const press = buttons.find(({ label }) => label === wording.request.send)?.press;
    return press && { person, press };
  };

  return async (many, inFlight) => {
    let confirmed = 0;
    let seconds = 0;
    const people = await directory.people();
    while (confirmed < many) {
      const ready: Waiting[] = [];
      for (const person of people.slice(0, many - confirmed))
        ready.push(...listed(await begin(person)));
      if (ready.length === 0) throw new Error('Nobody of the directory could ask for anything.');
      const started = performance.now();
      await inLanes(ready, inFlight, async ({ person, press }) => {
        const { request } = await say(person, { kind: 'press', press });
        if (request?.stage !== 'submitted') throw new Error('A request was not sent.');
      });
      seconds += (performance.now() - started) / 1_000;
      confirmed += ready.length;
    }
    return { confirmed, perSecond: confirmed / seconds };
  };
}

interface Waiting {
  readonly person: Person;
  readonly press: Press;
}

const listed = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one]);

async function inLanes<T>(
  all: readonly T[],
  lanes: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = all.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const one of waiting) await work(one);
    }),
  );
}
