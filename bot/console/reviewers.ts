/** Who reviews what people ask: their names stand beside verdicts, and a queue is filtered by them. */
import type { Person } from '../directory/directory';
import type { ConsoleTools, Reader } from './console-parts';
import { whoMay } from './who-may';

/** Those with whom the reader shares an organisation to review. */
export async function reviewersBeside(
  { directory }: Pick<ConsoleTools, 'directory'>,
  { may }: Pick<Reader, 'may'>,
): Promise<readonly Person[]> {
  const organisations = await directory.organisations();
  return (await directory.people())
    .filter((person) =>
      whoMay(person, organisations).transcripts.some((id) => may.transcripts.includes(id)),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
