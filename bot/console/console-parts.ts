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
  const items = [
    { place: 'week', text: 'This week', href: '/console', shown: !seesOnlyMeasures(may) },
    {
      place: 'overview',
      text: 'Overview',
      href: '/console/overview',
      shown: !seesOnlyMeasures(may),
    },
    {
      place: 'conversations',
      text: 'Conversations for us',
      href: '/console/conversations',
      shown: may.handovers.length > 0,
    },
    {
      place: 'phone',
      text: 'By phone',
      href: '/console/phone',
      shown: may.handovers.length > 0,
    },
    {
      place: 'reviews',
      text: 'Reviews',
      href: '/console/reviews',
      shown: may.transcripts.length > 0,
    },
    {
      place: 'transcripts',
      text: 'Transcripts',
      href: '/console/transcripts',
      shown: may.transcripts.length > 0,
    },
    {
      place: 'regressions',
      text: 'Regressions',
      href: '/console/regressions',
      shown: may.content.length > 0,
    },
    {
      place: 'content',
      text: 'Content tasks',
      href: '/console/content-tasks',
      shown: may.content.length > 0,
    },
    {
      place: 'knowledge',
      text: 'Knowledge health',
      href: '/console/knowledge',
      shown: may.knowledge.length > 0,
    },
    {
      place: 'requests',
      text: 'Requests',
      href: '/console/requests',
      shown: may.requests.length > 0,
    },
    {
      place: 'measures',
      text: 'Measures',
      href: '/console/measures',
      shown: may.measures.length > 0,
    },
    {
      place: 'person-data',
      text: 'A person’s data',
      href: '/console/person-data',
      shown: may.audit.length > 0,
    },
    { place: 'audit', text: 'Audit', href: '/console/audit', shown: may.audit.length > 0 },
    { place: 'chat', text: 'Chat', href: '/chat', shown: true },
  ];
  return {
    navigation: items
      .filter(({ shown }) => shown)
      .map(({ text, href, ...item }) => ({ text, href, current: item.place === place })),
    homeHref: '/console',
    account: { name: person.name, key: session.key },
    key: session.key,
  };
}
