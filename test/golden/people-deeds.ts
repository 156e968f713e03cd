/** What somebody of the people team does in the console, as a transcript writes it. */
import { closedNotice, messageNotice, takenNotice } from '../../bot/conversation/handover-shown';
import type { Directory } from '../../bot/directory/directory';
import { mayAnswerStaff, answerableBy } from '../../bot/directory/people-team';
import type { Stores } from '../../bot/storage/create-stores';

interface Deed {
  readonly who: string;
  readonly deed: string;
  readonly words: readonly string[];
}

/** @param person whose question it is. @returns what they see, a line each */
export async function deedOf(
  { handovers }: Stores,
  directory: Directory,
  person: string,
  { who, deed, words }: Deed,
  at: Date,
): Promise<readonly string[]> {
  const by = await directory.person(who);
  if (by === undefined) throw new Error(`The directory has nobody called "${who}".`);
  const within = await answerableBy(directory, by, mayAnswerStaff(by) ? [by.organisation] : []);
  const all = { limit: 10, offset: 0 };
  const [open] = (await handovers.list(within, 'open', all)).rows;
  const [closed] = (await handovers.list(within, 'closed', all)).rows;
  const shown = open ?? closed;
  if (shown?.person !== person) return ['nothing is there'];
  const colleague = { id: by.id, name: by.name };
  switch (deed) {
    case 'take':
      return [await handovers.take(shown.id, colleague, null, takenNotice(shown, colleague), at)];
    case 'answer': {
      const text = words.join(' ');
      const message = { id: `${at.toISOString()} ${text}`, text };
      const notice = messageNotice(shown.id, colleague, message.text);
      return [await handovers.answer(shown.id, colleague, message, notice, at)];
    }
    case 'close':
      return [await handovers.close(shown.id, colleague, closedNotice(shown, colleague), at)];
    default:
      return read(await handovers.read(within, shown.id));
  }
}

function read(found: Awaited<ReturnType<Stores['handovers']['read']>>): string[] {
  if (found === undefined) return ['nothing is there'];
  const { handover, along, messages } = found;
  return [
    `${handover.id} ${handover.state}, ${handover.takenBy?.name ?? 'nobody has it'}`,
    ...along.map(({ said, reply }) => `went along: “${said}” (${reply.outcome})`),
    ...messages.map(({ by, text }) => `${by ?? handover.person}: ${text ?? '(deleted)'}`),
  ];
}
