/**
 * Whose questions are counted for a reader. A count of one tells as much as the words where few
 * could have asked, so what guards the words guards the counts: nobody sees what those below them
 * in the line ask, not even as a number, and where a reader may not read transcripts nothing is
 * counted of an organisation so small that whoever asked could be guessed.
 */
import { reviewableBy, type Within } from '../directory/people-team';
import { FEWEST } from '../feedback/measures/suppression';
import type { ConsoleTools, Reader } from './console-parts';

export interface CountedFor extends Within {
  /** Names of the reader's organisations of which nothing is counted. */
  readonly tooSmall: readonly string[];
  /** Ids of those so large that it may be told how many requests they have. */
  readonly large: readonly string[];
}

export async function countedFor(
  { directory }: Pick<ConsoleTools, 'directory'>,
  { person, may, organisations }: Pick<Reader, 'person' | 'may' | 'organisations'>,
): Promise<CountedFor> {
  const { except } = await reviewableBy(directory, person, may.counts);
  const hidden = new Set(except);
  const others = (await directory.people()).filter(({ id }) => !hidden.has(id));
  const isLarge = (organisation: string): boolean =>
    others.filter((one) => one.organisation === organisation).length >= FEWEST;
  const isCounted = (organisation: string): boolean =>
    may.transcripts.includes(organisation) || isLarge(organisation);
  return {
    organisations: may.counts.filter(isCounted),
    except,
    tooSmall: may.counts.filter((one) => !isCounted(one)).map((id) => organisations.get(id) ?? id),
    large: may.counts.filter(isLarge),
  };
}
