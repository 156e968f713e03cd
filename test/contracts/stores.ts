import type { Stores } from '../../bot/storage/create-stores';
import { itIsConsoleReading } from './console-reading';
import { itIsAConversationStore } from './conversation-store';
import { itErasesWords } from './erasing-words';
import { itIsAnOutbox } from './outbox';
import { itIsOutgoingMessages } from './outgoing-messages';
import { itIsARequestLog } from './request-log';
import { itIsRequestNews } from './request-news';
import { itTellsOfParkedDeliveries } from './parked-deliveries';
import { aCommit, noon } from './samples';
import type { OutboxUnderTest } from './outbox';

/** Everything the assistant asks of its stores together; `open` gives an empty database each time. */
export function theseAreStores(open: () => Promise<Stores>): void {
  describe('conversations', () => {
    itIsAConversationStore(async () => (await open()).conversations);
  });
  describe('outgoing messages', () => {
    itIsOutgoingMessages(open);
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
  describe('what the console reads', () => {
    itIsConsoleReading(open);
    itTellsOfParkedDeliveries(open);
  });
  describe('erasing words', () => {
    itErasesWords(open);
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
