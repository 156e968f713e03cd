/** What the console is made of, and what each of its pages knows about its reader. */
import type { Answers, Outbox, RequestLog } from '../../dialogs';
import type { Answering, PolicySet, VariationStore } from '../../knowledge';
import type { Converse } from '../conversation/converse';
import type { TeamHandovers } from '../conversation/handovers';
import type { OutgoingMessages } from '../conversation/outgoing';
import type { PhoneCalls } from '../conversation/phone-calls';
import type { Tasks } from '../conversation/tasks';
import type { DeskClient } from '../desk/desk-client';
import type { Directory } from '../directory/directory';
import type { PublishedMeasures } from '../feedback/measures/published';
import type { Log } from '../log';
import type { Leavers } from '../own-data/leavers';
import type { OwnDataTools } from '../own-data/for-the-person';
import type { Render } from '../web/render';
import type { Sessions } from '../web/sessions';
import type { SignIn, Visitor } from '../web/web-parts';
import type { ContentTasks } from './content-tasks';
import type { WithheldClauses } from '../answering/withheld';
import type { KnowledgeReading } from './knowledge-reading';
import type { ConsoleReading } from './reading';
import type { Regressions } from './regressions';
import type { Reviews } from './reviews';
import type { WordingChanges } from './wording-changes';
import type { Disguise } from './disguise';
import { seesOnlyMeasures, type May } from './who-may';

export interface ConsoleParts {
  readonly reading: ConsoleReading;
  readonly ownData: Omit<OwnDataTools, 'directory'>;
  readonly leavers: Leavers;
  readonly reviews: Reviews;
  readonly measures: PublishedMeasures;
  readonly regressions: Regressions;
  readonly contentTasks: ContentTasks;
  /** Regression questions are asked of it, unanswered ones grouped, and changed wording tried out. */
  readonly answering: Pick<Answering, 'answer' | 'groupAlike' | 'checkWording' | 'tryWording'>;
  /** The national ones. */
  readonly policies: PolicySet;
  readonly ofKnowledge: KnowledgeReading;
  /** Organisations' own rules. */
  readonly variations: Pick<VariationStore, 'current' | 'history'>;
  readonly withheld: WithheldClauses;
  readonly wordingChanges: WordingChanges;
  readonly desk: DeskClient;
  readonly requestLog: Pick<RequestLog, 'find'>;
  readonly outbox: Pick<Outbox, 'replay'>;
  readonly answers: Pick<Answers, 'replay'>;
  /** Told when a delivery or an answer was let go again. */
  readonly onReplayed: () => void;
  readonly tasks: Pick<Tasks, 'ofRequest'>;
  readonly handovers: TeamHandovers;
  readonly calls: PhoneCalls;
  /** What a caller says on the phone is a turn as any other. */
  readonly converse: Converse;
  readonly outgoing: Pick<OutgoingMessages, 'history'>;
  readonly directory: Directory;
  /** Names what is written, so that the same form sent twice is one message. */
  readonly newId: () => string;
  /** Random references of calls, `HP-…`. */
  readonly newCallReference: () => string;
  /** The web chat's own: one sign-in opens both. */
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  /** The project's folder, with its templates and packages. */
  readonly root: string;
  /** The address that staff see, where a proxy stands in front. */
  readonly publicUrl?: string | undefined;
  /** Pseudonyms and addresses are made with it: the same in every process, and after a restart. */
  readonly secret: string;
  readonly log: Log;
  /** Compiled already, where another room draws its pages with it too. */
  readonly render?: Render;
}

export interface ConsoleTools extends ConsoleParts {
  readonly render: Render;
  readonly disguise: Disguise;
}

export interface Reader extends Visitor {
  readonly may: May;
  /** Names of the organisations of the directory by id. */
  readonly organisations: ReadonlyMap<string, string>;
}

export type Place =
  | 'week'
  | 'overview'
  | 'conversations'
  | 'phone'
  | 'reviews'
  | 'transcripts'
  | 'knowledge'
  | 'regressions'
  | 'content'
  | 'requests'
  | 'measures'
  | 'person-data'
  | 'audit';

/** What the layout draws around every page of the console. */
export function consoleFrame(
  { session, person, may }: Reader,
  place: Place | undefined,
): Readonly<Record<string, unknown>> {
  return {
    navigation: PAGES.filter(([, , , needs]) => isFor(may, needs)).map(([of, text, href]) => ({
      text,
      href,
      current: of === place,
    })),
    homeHref: '/console',
    account: { name: person.name, key: session.key },
    key: session.key,
  };
}

/** What somebody must be allowed to see a page; `acts` for whoever does more than look at measures. */
type Needed = keyof May | 'acts' | 'any';

const PAGES: readonly (readonly [Place | 'chat', text: string, href: string, Needed])[] = [
  ['week', 'This week', '/console', 'acts'],
  ['overview', 'Overview', '/console/overview', 'acts'],
  ['conversations', 'Conversations for us', '/console/conversations', 'handovers'],
  ['phone', 'By phone', '/console/phone', 'handovers'],
  ['reviews', 'Reviews', '/console/reviews', 'transcripts'],
  ['transcripts', 'Transcripts', '/console/transcripts', 'transcripts'],
  ['regressions', 'Regressions', '/console/regressions', 'content'],
  ['content', 'Content tasks', '/console/content-tasks', 'content'],
  ['knowledge', 'Knowledge health', '/console/knowledge', 'knowledge'],
  ['requests', 'Requests', '/console/requests', 'requests'],
  ['measures', 'Measures', '/console/measures', 'measures'],
  ['person-data', 'A person’s data', '/console/person-data', 'audit'],
  ['audit', 'Audit', '/console/audit', 'audit'],
  ['chat', 'Chat', '/chat', 'any'],
];

function isFor(may: May, needs: Needed): boolean {
  if (needs === 'any') return true;
  return needs === 'acts' ? !seesOnlyMeasures(may) : may[needs].length > 0;
}
