import type { NewHandover } from '../../bot/conversation/handovers';
import { aReply } from '../contracts/samples';
import { converse, CONVERSATION } from './a-conversation';
import { MINUTE, NOON, type OpenConsole } from './open-console';

export const ID = 'TP-7F3K9Q';

/** Ana talked, and asked for a person with her conversation 57 minutes ago. */
export const ask = (
  { stores }: OpenConsole,
  changes: Partial<NewHandover> = {},
  text: string | null = 'It is about <b>May</b>.',
  who = { conversation: CONVERSATION, person: 'ana-pires', organisation: 'fellbridge' },
) =>
  converse(
    stores,
    [
      { said: 'my <i>payslip</i> is wrong, ask Priya Nair', reply: aReply() },
      { said: 'words that must not be kept', sensitivity: 'disclosure' },
      {
        said: 'Skip',
        reply: aReply({ outcome: 'handover' }),
        effects: [
          {
            kind: 'handover-opened',
            handover: {
              id: ID,
              organisation: who.organisation,
              interaction: `i-${who.person}`,
              along: new Date(NOON.getTime() - 1440 * MINUTE),
              promisedAt: new Date(NOON.getTime() + 180 * MINUTE),
              ...changes,
            },
            text,
          },
        ],
      },
    ],
    who,
  );
