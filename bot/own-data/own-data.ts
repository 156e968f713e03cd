/**
 * All that is kept about what one person asked, sent and said: for the person themselves. Who
 * works where is the directory's, and the receiving services have records of their own.
 */
import type { Door } from '../conversation/turn';
import type { FollowedRequest } from '../../dialogs';

/** Times are ISO 8601, in UTC. What is null was erased, or was never said. */
export interface OwnData {
  readonly conversations: readonly OwnConversation[];
  readonly ratings: readonly {
    readonly at: string;
    readonly rating: string | null;
    readonly reason: string | null;
    readonly comment: string | null;
  }[];
  /** How they found how requests ended, 1 to 5. */
  readonly satisfaction: readonly {
    readonly at: string;
    readonly score: number | null;
    readonly comment: string | null;
  }[];
  /** What reviewers found of the answers that they were given. */
  readonly verdicts: readonly {
    readonly at: string;
    readonly verdict: string;
    readonly cause: string | null;
    readonly note: string | null;
  }[];
  readonly notes: readonly { readonly at: string; readonly text: string | null }[];
  /** Replies that they asked for. */
  readonly replies: readonly {
    readonly askedAt: string;
    readonly at: string | null;
    readonly text: string | null;
  }[];
  /** With people services, in the chat. */
  readonly withPeople: readonly {
    readonly reference: string;
    readonly openedAt: string;
    readonly messages: readonly {
      readonly at: string;
      readonly from: 'you' | 'people services';
      readonly text: string | null;
    }[];
  }[];
  /** Requests that were begun and not sent. */
  readonly unfinished: readonly {
    readonly service: string;
    readonly changedAt: string;
    readonly fields: Readonly<Record<string, string | number>>;
  }[];
  readonly requests: readonly (FollowedRequest & {
    readonly answers: readonly { readonly at: string; readonly text: string }[];
  })[];
  readonly calls: readonly { readonly reference: string; readonly at: string }[];
  /** The newest mail that told them of news, and when they said that they want none. */
  readonly mails: { readonly at: string | null; readonly stoppedAt: string | null };
  /** Who looked: when, and what they did. Not who, which is in the list of administrators. */
  readonly looks: readonly { readonly at: string; readonly did: string }[];
}

export interface OwnConversation {
  readonly door: Door;
  readonly turns: readonly {
    readonly at: string;
    readonly said: string | null;
    readonly reply: string | null;
    readonly outcome: string;
  }[];
}

export interface OwnDataReading {
  /** Oldest first, all of it. */
  of(person: string): Promise<OwnData>;
}

/** How many months each kind of record is kept. */
export interface KeepMonths {
  /** Of conversations, comments and reviewers. */
  readonly words: number;
  /** What is left of turns without their words. */
  readonly turns: number;
  /** After the last thing that happened to it. */
  readonly requests: number;
  readonly audit: number;
}
