/** Whose figures stand on a page: requests may be of the whole system, and what staff asked of one organisation. */
import type { Reader } from './console-parts';

/** One sentence for all, or one for each kind. */
export function whoseFigures({
  may,
  organisations,
}: Pick<Reader, 'may' | 'organisations'>): string {
  const { counts } = may;
  const requests = may.requests.length > 0 ? may.requests : counts;
  const inWords = (ids: readonly string[]): string =>
    ids.length === 1
      ? ids.map((id) => organisations.get(id) ?? id).join()
      : 'all organisations of your system';
  const [ofRequests, ofCounts] = [inWords(requests), inWords(counts)];
  if (counts.length === 0 || ofRequests === ofCounts) return capital(ofRequests);
  return `Requests: ${ofRequests}. Questions and ratings: ${ofCounts}.`;
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
