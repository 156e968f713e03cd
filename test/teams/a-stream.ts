/** A door of Teams in which a model is at work: what its conversation tells, and what the channel is told. */
import type { OnProgress } from '../../knowledge';
import type { Reply } from '../../bot/conversation/reply';
import { startFakeConnector, type FakeConnector } from '../fakes/fake-connector';
import { aReply, openDoor, type ADoor } from './a-door';

/** In place of Teams' second, so that nobody waits for it here. */
const EVERY_MS = 40;

export interface AStream {
  readonly door: ADoor;
  readonly connector: FakeConnector;
  /** Of a model at work: answers once so many calls have come. */
  afterCalls(count: number, reply?: Reply | Error): (onProgress?: OnProgress) => Promise<Reply>;
  /** All texts, of updates and answers, also of what was refused. */
  words(): readonly (string | undefined)[];
  close(): Promise<void>;
}

const CITATION = {
  number: 1,
  policy: 'notice-periods-and-leaving',
  clause: 'notice-periods-and-leaving.length',
  title: 'Notice periods and leaving',
  heading: 'How much notice',
  quote: 'You give four weeks.',
  version: '1',
  url: '/policies/notice-periods-and-leaving',
  file: null,
};
export const phrased = aReply({
  text: 'You give four weeks. [1]',
  citations: [CITATION],
  modelWritten: true,
  feedback: { interaction: 'i1', rated: null },
});

/** @param whose how often it may be told: as seldom as Teams asks for, or as a test can wait for */
export async function openStream(
  patience = {},
  whose: 'teams' | 'quick' = 'quick',
): Promise<AStream> {
  const pace = whose === 'quick' ? EVERY_MS : undefined;
  const connector = await startFakeConnector(pace === undefined ? {} : { streamEveryMs: pace });
  const door = await openDoor({
    connector,
    patience: {
      typingAfterMs: 1,
      ...(pace !== undefined && { streamEveryMs: pace + 10 }),
      ...patience,
    },
  });
  return {
    door,
    connector,
    afterCalls:
      (count, reply = phrased) =>
      async (onProgress) => {
        onProgress?.('looking');
        onProgress?.('phrasing');
        await connector.until(count);
        if (reply instanceof Error) throw reply;
        return reply;
      },
    words: () => connector.delivered.map(({ activity: { text } }) => text),
    close: async () => {
      await door.close();
      await connector.close();
    },
  };
}
