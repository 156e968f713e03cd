/** What a reader may see of the content that was made of people's questions. */
import { countedFor } from './counted-for';
import type { ConsoleTools, Reader } from './console-parts';
import type { WithinContent } from './within-content';

/** @param organisations of those whose content this reader may work on */
export async function contentFor(
  tools: Pick<ConsoleTools, 'directory'>,
  reader: Reader,
  organisations: readonly string[] = reader.may.content,
): Promise<WithinContent> {
  const { except, large } = await countedFor(tools, reader);
  return { organisations, except, large };
}
