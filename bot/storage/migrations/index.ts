/** Every change of the assistant's tables, oldest first. A change that was released is never edited: add another. */
import type { Migration } from 'kysely';
import { conversationsAndRequests } from './0001-conversations-and-requests';
import { variations } from './0002-variations';
import { documents } from './0003-documents';
import { tasks } from './0004-tasks';
import { handovers } from './0005-handovers';
import { attachments } from './0006-attachments';
import { phoneCallsAndAnswers } from './0007-phone-calls-and-answers';
import { openRequests } from './0008-open-requests';
import { waitingDeliveries } from './0009-waiting-deliveries';
import { auditsOnce } from './0010-audits-once';
import { verdicts } from './0011-verdicts';
import { reviewQueue } from './0012-review-queue';
import { regressionsAndContentTasks } from './0013-regressions-and-content-tasks';
import { policyDays } from './0014-policy-days';
import { measures } from './0015-measures';
import { wordingChanges } from './0016-wording-changes';
import { whatWaitsForReview } from './0017-what-waits-for-review';
import { looksAtAPerson } from './0018-looks-at-a-person';
import { ratingsOfAnswersOnly } from './0019-ratings-of-answers-only';
import { wordsOfAMessage } from './0020-words-of-a-message';
import { mailNotices } from './0021-mail-notices';
import { narrowedTranscriptsAndNewRules } from './0022-narrowed-transcripts-and-new-rules';
import { withdrawnRules } from './0023-withdrawn-rules';
import { quickLists } from './0024-quick-lists';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-conversations-and-requests': conversationsAndRequests,
  '0002-variations': variations,
  '0003-documents': documents,
  '0004-tasks': tasks,
  '0005-handovers': handovers,
  '0006-attachments': attachments,
  '0007-phone-calls-and-answers': phoneCallsAndAnswers,
  '0008-open-requests': openRequests,
  '0009-waiting-deliveries': waitingDeliveries,
  '0010-audits-once': auditsOnce,
  '0011-verdicts': verdicts,
  '0012-review-queue': reviewQueue,
  '0013-regressions-and-content-tasks': regressionsAndContentTasks,
  '0014-policy-days': policyDays,
  '0015-measures': measures,
  '0016-wording-changes': wordingChanges,
  '0017-what-waits-for-review': whatWaitsForReview,
  '0018-looks-at-a-person': looksAtAPerson,
  '0019-ratings-of-answers-only': ratingsOfAnswersOnly,
  '0020-words-of-a-message': wordsOfAMessage,
  '0021-mail-notices': mailNotices,
  '0022-narrowed-transcripts-and-new-rules': narrowedTranscriptsAndNewRules,
  '0023-withdrawn-rules': withdrawnRules,
  '0024-quick-lists': quickLists,
};
