/** Who speaks on a stage, and what they have seen. */
import type { Reply } from '../../bot/conversation/reply';
import type { InCall, Speaker } from '../../bot/conversation/turn';
import type { Directory } from '../../bot/directory/directory';

/** Somebody who speaks in a conversation of their own. */
export interface Player {
  readonly speaker: Speaker;
  readonly conversation: string;
  /** While somebody writes for them, on the phone. */
  readonly call?: InCall;
  /** What their buttons are under, newest last. */
  shown: readonly Reply[];
  /** The newest message that they have seen. */
  seen: number;
}

export const nameOf = ({ speaker }: Player): string =>
  speaker.kind === 'person' ? speaker.person.id : '';

/** Each has a tenant of its own, so that it is the organisation of everybody there. */
export const organisationOf = ({ speaker }: Player): string | undefined =>
  speaker.kind === 'person' ? speaker.person.organisation : speaker.organisation;

export const playerOf = async (
  directory: Directory,
  who: string,
  conversation: string,
): Promise<Player> => ({
  speaker: await speakerOf(directory, who),
  conversation,
  shown: [],
  seen: 0,
});

async function speakerOf(directory: Directory, who: string): Promise<Speaker> {
  const [kind, organisation, staffGroup] = who.split(' ');
  if (kind === 'nobody') {
    return {
      kind: 'stand-in',
      id: 'nobody',
      organisation,
      staffGroup: (staffGroup ?? 'agenda-for-change') as never,
      role: 'staff',
    };
  }
  const person = await directory.person(who);
  if (person === undefined) throw new Error(`The directory has nobody called "${who}".`);
  return { kind: 'person', person };
}
