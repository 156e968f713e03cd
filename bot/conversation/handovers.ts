/**
 * Handovers: questions that somebody wants a person to answer, in the chat.
 *
 * A handover waits, is taken by one person of the people team, and is closed by them or by who
 * asked; who asked may open it again. Nobody has more than one that is not closed. Turns change
 * them as their effects (`store.ts`); the team works on them from the console.
 */
import type { PersonId } from '../directory/directory';
import type { Within } from '../directory/people-team';
import type { Reply } from './reply';

export type HandoverState = 'waiting' | 'taken' | 'closed';

/** Somebody of the people team, with the name that who asked is told. */
export interface Colleague {
  readonly id: PersonId;
  readonly name: string;
}

export interface NewHandover {
  /** `TP-…`, which the person is told. */
  readonly id: string;
  readonly organisation: string;
  /** The interaction that they are asked about when it is closed. */
  readonly interaction: string;
  /** What was said here from then on goes along; null where they did not want that. */
  readonly along: Date | null;
  readonly promisedAt: Date;
}

export interface Handover extends NewHandover {
  readonly person: PersonId;
  readonly state: HandoverState;
  /** When it began to wait: when it was asked, or opened again. */
  readonly openedAt: Date;
  /** Who has it, or had it last. */
  readonly takenBy: Colleague | null;
  /** The first answer since it began to wait. */
  readonly answeredAt: Date | null;
  /** When the person wrote, where nobody has answered that since. */
  readonly wroteAt: Date | null;
  readonly closedAt: Date | null;
  /** A name. */
  readonly closedBy: string | null;
  /** How many messages each side has written, whether their words are still there or not. */
  readonly fromPerson: number;
  readonly fromTeam: number;
  /** True once the person had their words deleted. */
  readonly isErased: boolean;
}

export interface HandoverMessage {
  /** Of the people team; null for the person themselves. */
  readonly by: string | null;
  /** Null where the words were deleted. */
  readonly text: string | null;
  readonly at: Date;
}

/** One turn of the conversation that goes along. */
export interface TurnAlong {
  readonly at: Date;
  readonly said: string;
  readonly reply: Reply;
}

/** What a conversation asks. */
export interface Handovers {
  /** The one that is not closed. */
  openOf(person: PersonId): Promise<Handover | undefined>;
  find(id: string): Promise<Handover | undefined>;
}

/** `overtaken`: somebody else was first, and nothing was changed. */
export type Done = 'done' | 'overtaken';

/** What the team does, each with the words that tell the person, in one transaction. */
export interface TeamHandovers {
  /** Waiting ones first, then those that wait for an answer, oldest first; closed ones newest first. */
  list(
    within: Within,
    show: 'open' | 'closed',
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly rows: readonly Handover[]; readonly total: number }>;
  waiting(within: Within): Promise<number>;
  read(
    within: Within,
    id: string,
  ): Promise<
    | {
        readonly handover: Handover;
        readonly messages: readonly HandoverMessage[];
        readonly along: readonly TurnAlong[];
      }
    | undefined
  >;
  /** @param from who has it; null where nobody has */
  take(id: string, by: Colleague, from: PersonId | null, notice: Reply, now: Date): Promise<Done>;
  /** @param message its id names it: the same one twice is kept and told once */
  answer(
    id: string,
    by: Colleague,
    message: { readonly id: string; readonly text: string },
    notice: Reply,
    now: Date,
  ): Promise<Done>;
  close(id: string, by: Colleague, notice: Reply, now: Date): Promise<Done>;
}
