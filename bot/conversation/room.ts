/** What each room of a conversation is handed, and what it hands back. */
import type { Attachments } from '../attachments/attachments';
import type { Answering, OnProgress } from '../../knowledge';
import type { Dialogs, Draft, RequestLog } from '../../dialogs';
import type { Directory } from '../directory/directory';
import type { OwnDataReading } from '../own-data/own-data';
import type { Routes } from '../routing/routes';
import type { Asking } from './asking';
import type { Handovers } from './handovers';
import { plainReply, type Reply } from './reply';
import type { IsFollowed } from './expected-line';
import type { Disclosure, LifeAtRisk } from './sensitive/detect';
import type { ConversationState, ConversationStore, Effect, Opened, TurnTrace } from './store';
import type { Tasks } from './tasks';
import type { Turn } from './turn';

export interface Attaching {
  /** Of one request. */
  readonly most: number;
  /** Of one file. */
  readonly mostBytes: number;
  /** Whether a receiving service can be sent files. */
  readonly isTakenBy: (system: string) => boolean;
  readonly attachments: Pick<Attachments, 'heldBy'>;
}

/** What is known of what the speaker said of an answer. */
export type FeedbackKept = Pick<
  ConversationStore,
  'interactionOwner' | 'latestRating' | 'latestScore' | 'replyFor' | 'wantsReply'
>;

export interface Tools {
  readonly knowledge: Answering;
  readonly dialogs: Dialogs;
  readonly directory: Directory;
  readonly store: FeedbackKept;
  readonly requests: Pick<RequestLog, 'ofPerson' | 'find'>;
  readonly tasks: Pick<Tasks, 'openFor' | 'ofRequest' | 'standingOf'>;
  readonly handovers: Handovers;
  /** False where the console is closed: a reply that nobody could write is not promised. */
  readonly isTeamHere: boolean;
  /** Whether people without Teams are e-mailed that there is news for them. */
  readonly sendsMails?: boolean;
  /** Left out where no file can come in: the terminal. */
  readonly attaching?: Attaching | undefined;
  readonly ownData: OwnDataReading;
  /** Random ids: interactions, drafts, nonces. */
  readonly newId: () => string;
  /** Where what is confirmed is delivered to. */
  readonly routes: Routes;
  /** Whether the service that takes it tells what becomes of it. */
  readonly isFollowed: IsFollowed;
  /** Random request references, `PS-…`. */
  readonly newReference: () => string;
  /** Random references of handovers, `TP-…`. */
  readonly newHandoverReference: () => string;
}

export interface Scene {
  readonly turn: Turn;
  readonly asking: Asking;
  readonly opened: Opened;
  readonly tools: Tools;
  readonly signal: AbortSignal;
  /** Told how far an answer is that a model may phrase; left out where the door cannot show it. */
  readonly onProgress?: OnProgress | undefined;
  /** Set where what was said is not kept, and goes to no other machine. */
  readonly inConfidence?: true;
  /** What they may have told of, where that is not sure and what they ask for is. */
  readonly suspected?: Disclosure | LifeAtRisk | undefined;
}

/** The draft that this conversation is about, with the version that a change must name. */
export interface FocusedDraft {
  readonly draft: Draft;
  readonly version: number;
}

export interface Played {
  readonly reply: Reply;
  readonly effects: readonly Effect[];
  /** What changes in the running context. */
  readonly state: Partial<ConversationState>;
  readonly interaction: string | null;
  /** False where the words must not be kept. */
  readonly keepWords: boolean;
  readonly sensitivity: 'none' | 'life-at-risk' | 'disclosure' | 'question';
  readonly trace: Omit<TurnTrace, 'elapsedMs'>;
}

/** A plain reply that changes nothing: the starting point of every room. */
export function plainly(
  reply: Pick<Reply, 'outcome' | 'text'> & Partial<Reply>,
  why: string,
): Played {
  return {
    reply: plainReply(reply),
    effects: [],
    state: {},
    interaction: null,
    keepWords: true,
    sensitivity: 'none',
    trace: { found: [], why },
  };
}

export function focusOf({ opened }: Scene): FocusedDraft | undefined {
  return opened.drafts.find(({ draft }) => draft.id === opened.state.focus);
}

/** A word to the assistant in the middle of a request leaves the request where it is. */
export function besideDraft(scene: Scene, played: Played): Played {
  return { ...played, state: { focus: scene.opened.state.focus, ...played.state } };
}
