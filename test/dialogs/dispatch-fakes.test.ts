import { itIsAnOutbox, type OutboxUnderTest } from '../contracts/outbox';
import { itIsARequestLog } from '../contracts/request-log';
import { noon } from '../contracts/samples';
import { memoryOutbox } from '../fakes/memory-outbox';
import { memoryRequestLog } from '../fakes/memory-request-log';

const inMemory = async (): Promise<OutboxUnderTest> => {
  const requestLog = memoryRequestLog();
  const outbox = memoryOutbox(requestLog);
  return {
    outbox,
    requestLog,
    confirm: async (request, system) => {
      outbox.post(request, system, noon);
    },
  };
};

describe('the outbox in memory', () => {
  itIsAnOutbox(inMemory);
});

describe('the request log in memory', () => {
  itIsARequestLog(inMemory);
});
