import type { Stores } from '../../bot/storage/create-stores';
import { theseAreAttachments } from './attachments';
import { itCountsForTheConsole } from './console-counts';
import { itIsConsoleReading } from './console-reading';
import { theseAreMeasures } from './measures';
import { transcriptsAreNarrowed } from './transcripts-narrowed';
import { theseAreContentTasks } from './content-tasks';
import { theseAreRegressions } from './regressions';
import { theseAreReplies } from './replies';
import { thisIsAReviewQueue } from './review-queue';
import { reviewsAreWorked } from './review-queue-worked';
import { clausesAreWithheld } from './withheld-clauses';
import { theseAreWordingChanges } from './wording-changes';
import { itCountsPolicies } from './policy-days';
import { theseAreReviews } from './reviews';
import { theseAreSatisfactions } from './satisfaction';
import { itIsAConversationStore } from './conversation-store';
import { itIsADocumentStore } from './document-store';
import { itErasesWords } from './erasing-words';
import { theseAreHandovers } from './handovers';
import { handoversAreWorked } from './handovers-worked';
import { itKeepsNothingForEver } from './keeping';
import { leaversAreErased } from './leavers';
import { peopleSeeTheirOwn } from './own-data';
import { itIsAnOutbox } from './outbox';
import { theseAreMailNotices } from './mail-notices';
import { itIsOutgoingMessages } from './outgoing-messages';
import { itIsARequestLog } from './request-log';
import { theseArePhoneCalls } from './phone-calls';
import { theseAreAnswers } from './request-answers';
import { itIsRequestNews } from './request-news';
import { itTellsOfParkedDeliveries } from './parked-deliveries';
import { theseAreLateRequests } from './late-requests';
import { theseAreReports } from './reports';
import { tasksHaveClocks } from './task-clocks';
import { theseAreTasks } from './tasks';
import { aCommit, noon } from './samples';
import { itIsAVariationStore } from './variation-store';
import { aSeed, aVariationEntry } from '../support/a-variation-entry';
import type { OutboxUnderTest } from './outbox';

/** Everything the assistant asks of its stores together; `open` gives an empty database each time. */
export function theseAreStores(open: () => Promise<Stores>): void {
  describe('conversations', () => {
    itIsAConversationStore(async () => (await open()).conversations);
  });
  describe('outgoing messages', () => {
    itIsOutgoingMessages(open);
  });
  describe('mails to people without Teams', () => {
    theseAreMailNotices(open);
  });
  describe('the outbox', () => {
    itIsAnOutbox(async () => confirming(await open()));
  });
  describe('the request log', () => {
    itIsARequestLog(async () => confirming(await open()));
  });
  describe('news of a request', () => {
    itIsRequestNews(open);
  });
  describe('what receivers report', () => {
    theseAreReports(open);
  });
  describe('late requests', () => {
    theseAreLateRequests(open);
  });
  describe('tasks', () => {
    theseAreTasks(open);
    tasksHaveClocks(open);
  });
  describe('handovers', () => {
    theseAreHandovers(open);
    handoversAreWorked(open);
  });
  describe('answers to people services', () => {
    theseAreAnswers(open);
  });
  describe('people see what is kept about them', () => {
    peopleSeeTheirOwn(open);
  });
  describe('phone calls', () => {
    theseArePhoneCalls(open);
  });
  describe('what the console reads', () => {
    itIsConsoleReading(open);
    transcriptsAreNarrowed(open);
    itCountsForTheConsole(open);
  });
  describe('what became of the policies', () => {
    itCountsPolicies(open);
  });
  describe('clauses that are out of answers', () => {
    clausesAreWithheld(open);
  });
  describe('changes of own wording', () => {
    theseAreWordingChanges(open);
  });
  describe('reviews', () => {
    theseAreReviews(open);
  });
  describe('measures', () => {
    theseAreMeasures(open);
  });
  describe('the review queue', () => {
    thisIsAReviewQueue(open);
    reviewsAreWorked(open);
  });
  describe('replies to ratings', () => {
    theseAreReplies(open);
  });
  describe('satisfaction', () => {
    theseAreSatisfactions(open);
  });
  describe('regression questions', () => {
    theseAreRegressions(open);
  });
  describe('content tasks', () => {
    theseAreContentTasks(open);
  });
  describe('what could not be handed over', () => {
    itTellsOfParkedDeliveries(open);
  });
  describe('imported documents', () => {
    itIsADocumentStore(async () => (await open()).documents);
  });
  describe('variations', () => {
    itIsAVariationStore(async () => (await open()).variations, aVariationEntry);

    it('are filled once, with what the directory’s organisations wrote', async () => {
      const { variations } = await open();
      const seeds = [aSeed('fellbridge'), aSeed('elsewhere')];
      const fill = () => variations.fillIfEmpty(seeds, ['fellbridge', 'vale'], noon);
      await fill();
      await variations.add(aVariationEntry('fellbridge', 'withdrawn'));
      await fill();

      const told = (await variations.history('fellbridge')).map(({ state, by }) => [state, by]);
      expect(told).toEqual([
        ['approved', 'seed'],
        ['withdrawn', 'nadia-rahman'],
      ]);
      expect(await variations.current('elsewhere')).toEqual([]);
    });
  });
  describe('attachments', () => {
    theseAreAttachments(open);
  });
  describe('erasing words', () => {
    itErasesWords(open);
    itKeepsNothingForEver(open);
    leaversAreErased(open);
  });
}

const confirming = ({ conversations, outbox, requestLog }: Stores): OutboxUnderTest => ({
  outbox,
  requestLog,
  async confirm(request, system) {
    await conversations.commit(
      aCommit({
        conversation: `web-${request.id}`,
        door: 'web',
        person: request.requestedBy,
        at: noon,
        effects: [{ kind: 'request-confirmed', request, system }],
      }),
    );
  },
});
