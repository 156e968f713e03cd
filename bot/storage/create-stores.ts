/** Every storage port of the assistant over one open database. */
import type { Kysely } from 'kysely';
import type { Answers, Outbox, Reports, RequestLog } from '../../dialogs';
import type { DocumentStore } from '../../knowledge';
import type { WithheldClauses } from '../answering/withheld';
import type { Attachments } from '../attachments/attachments';
import type { ConsoleReading, Retention } from '../console/reading';
import type { ContentTasks } from '../console/content-tasks';
import type { Regressions } from '../console/regressions';
import type { KnowledgeReading } from '../console/knowledge-reading';
import type { Reviews } from '../console/reviews';
import type { WordingChanges } from '../console/wording-changes';
import type { Handovers, TeamHandovers } from '../conversation/handovers';
import type { LateRequests } from '../conversation/late-requests';
import type { OutgoingMessages } from '../conversation/outgoing';
import type { PhoneCalls } from '../conversation/phone-calls';
import type { RequestNews } from '../conversation/request-news';
import type { ConversationStore } from '../conversation/store';
import type { Tasks } from '../conversation/tasks';
import type { Leavers } from '../own-data/leavers';
import type { OwnDataReading } from '../own-data/own-data';
import type { MailNotices } from '../mail/mail-notices';
import type { Measuring } from '../feedback/measures/publish-months';
import { attachments } from './attachments';
import { consoleReading } from './console-reading';
import { contentTasks } from './content-tasks';
import { conversationStore } from './conversation-store';
import { documents } from './documents';
import { handovers } from './handovers';
import { knowledgeReading } from './knowledge-reading';
import { lateRequests } from './late-requests';
import { mailNotices } from './mail-notices';
import { leavers } from './leavers';
import { measures } from './measures';
import { outbox } from './outbox';
import { ownData } from './own-data';
import { outgoingMessages } from './outgoing-messages';
import { phoneCalls } from './phone-calls';
import { regressions } from './regressions';
import { reports } from './reports';
import { reviews } from './reviews';
import { requestAnswers } from './request-answers';
import { requestLog } from './request-log';
import { requestNews } from './request-news';
import { retention } from './retention';
import type { AssistantTables } from './tables';
import { tasks } from './tasks';
import { variations, type StoredVariations } from './variations';
import { withheldClauses } from './withheld-clauses';
import { wordingChanges } from './wording-changes';
import { writeTogether } from './write-together';

export interface Stores {
  readonly conversations: ConversationStore;
  readonly outgoing: OutgoingMessages;
  readonly requestNews: RequestNews;
  readonly reading: ConsoleReading;
  readonly reviews: Reviews;
  readonly measures: Measuring;
  readonly regressions: Regressions;
  readonly contentTasks: ContentTasks;
  readonly retention: Retention;
  readonly ownData: OwnDataReading;
  readonly leavers: Leavers;
  readonly outbox: Outbox;
  readonly requestLog: RequestLog;
  readonly answers: Answers;
  readonly reports: Reports;
  readonly late: LateRequests;
  readonly tasks: Tasks;
  readonly handovers: Handovers & TeamHandovers;
  readonly calls: PhoneCalls;
  readonly variations: StoredVariations;
  readonly documents: DocumentStore;
  readonly withheld: WithheldClauses;
  readonly wordingChanges: WordingChanges;
  readonly ofKnowledge: KnowledgeReading;
  readonly attachments: Attachments;
  readonly mailNotices: MailNotices;
  /** Writes what still waits to be written; call it before the database is closed. */
  close(): Promise<void>;
}

/**
 * @param tools.newId names outgoing messages: it must never give the same text twice
 * @param reader reads what `db` has written, for pages that may read for long
 */
export function createStores(
  db: Kysely<AssistantTables>,
  tools: { readonly newId: () => string },
  reader = db,
): Stores {
  const write = writeTogether(db);
  return {
    conversations: conversationStore(db, tools.newId, write),
    outgoing: outgoingMessages(db, write),
    requestNews: requestNews(db, tools.newId),
    reading: consoleReading(reader, db),
    measures: measures(db),
    reviews: reviews(db, reader, tools.newId),
    regressions: regressions(db),
    contentTasks: contentTasks(db),
    retention: retention(db),
    ownData: ownData(db),
    leavers: leavers(db),
    outbox: outbox(db),
    requestLog: requestLog(db),
    answers: requestAnswers(db),
    reports: reports(db),
    late: lateRequests(db),
    tasks: tasks(db, tools.newId),
    handovers: handovers(db, tools.newId),
    calls: phoneCalls(db, tools.newId),
    variations: variations(db),
    documents: documents(db),
    withheld: withheldClauses(db),
    wordingChanges: wordingChanges(db),
    ofKnowledge: knowledgeReading(reader),
    attachments: attachments(db),
    mailNotices: mailNotices(db, write, tools.newId),
    close: () => write.close(),
  };
}
