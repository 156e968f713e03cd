/**
 * What was made of people's questions, such as a task or a regression question, tells that somebody
 * asked. It is for whoever may know of one of the people behind it; where nobody is known any more,
 * only organisations that are large enough hide who it was.
 */
import type { Within } from '../directory/people-team';
import { countedFor } from './counted-for';
import type { ConsoleTools, Reader } from './console-parts';

export interface WithinContent extends Within {
  /** Organisations of which also that is shown whose person is not known any more. */
  readonly large: readonly string[];
}

/** @param organisations of those whose content this reader may work on */
export async function contentFor(
  tools: Pick<ConsoleTools, 'directory'>,
  reader: Reader,
  organisations: readonly string[] = reader.may.content,
): Promise<WithinContent> {
  const { except, large } = await countedFor(tools, reader);
  return { organisations, except, large };
}
