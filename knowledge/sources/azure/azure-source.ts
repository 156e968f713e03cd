/** Policy text in Azure AI Search. It finds; what it finds is looked up here, never taken from there. */
import type { SearchClient } from '@azure/search-documents' with { 'resolution-mode': 'import' };
import type { Vocabulary } from '../../words/vocabulary';
import type { Hit, KnowledgeSource, Passage, SearchOptions } from '../source';
import { SourceUnavailable } from '../source-unavailable';
import { checkEndpoint, openSearch, unavailable, type AzureSettings } from './azure-clients';
import { dayNumber, FoundDocument, NATIONAL, type PassageDocument } from './document';
import { all, anyOf, atLeast, atMost, is, type Filter } from './filter';
import { searchText } from './search-text';

/** A hit that was dropped. `not-theirs` is grave: the service ignored the filter. */
export interface SearchProblem {
  readonly kind: 'not-theirs' | 'unknown-clause';
  readonly clause: string;
}

export interface AzureSourceParts extends AzureSettings {
  /** What this process holds; a hit on anything else waits for the next publish. */
  readonly passages: readonly Passage[];
  readonly vocabulary: Vocabulary;
  readonly onProblem: (problem: SearchProblem) => void;
  readonly timeLimitMs?: number;
}

/** @throws Error where the endpoint is neither https nor this machine */
export function createAzureSource(parts: AzureSourceParts): KnowledgeSource {
  const { passages, vocabulary, onProblem, timeLimitMs = 2000 } = parts;
  checkEndpoint(parts.endpoint);
  // Begun now, so that the first question does not wait for the package; failure is told then.
  const opening = openSearch(parts);
  opening.catch(() => undefined);
  const known = new Set(passages.map(({ id }) => id));

  return {
    /** @throws SourceUnavailable when the service fails or is slow */
    async search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
      options.signal.throwIfAborted();
      const text = searchText(query, vocabulary);
      if (text === '') return [];
      const found = await ask(await opening, text, options, timeLimitMs);
      return found.flatMap(({ id, organisation, score }) => {
        const theirs = organisation === NATIONAL || organisation === options.organisation;
        if (theirs && known.has(id)) return [{ id, score }];
        onProblem({ kind: theirs ? 'unknown-clause' : 'not-theirs', clause: id });
        return [];
      });
    },
  };
}

interface Found extends Hit {
  readonly organisation: string;
}

async function ask(
  client: SearchClient<PassageDocument>,
  text: string,
  options: SearchOptions,
  timeLimitMs: number,
): Promise<readonly Found[]> {
  const limit = AbortSignal.timeout(timeLimitMs);
  try {
    const { results } = await client.search(text, {
      filter: visibleTo(options).odata,
      searchMode: 'any',
      searchFields: ['title', 'heading', 'asks', 'text', 'terms'],
      select: ['clauseId', 'organisation'],
      top: options.limit,
      abortSignal: AbortSignal.any([options.signal, limit]),
    });
    const found: Found[] = [];
    for await (const { score, document } of results) {
      const { clauseId, organisation } = FoundDocument.parse(document);
      found.push({ id: clauseId, organisation, score });
    }
    return found;
  } catch (error) {
    options.signal.throwIfAborted();
    if (limit.aborted)
      throw new SourceUnavailable('slow', `It took over ${timeLimitMs} ms.`, error);
    throw unavailable(error);
  }
}

/** The national set and one organisation's own text, in force on the day. */
function visibleTo({ organisation, on }: SearchOptions): Filter {
  const national = is('organisation', NATIONAL);
  return all(
    organisation === undefined ? national : anyOf(national, is('organisation', organisation)),
    atMost('effective', dayNumber(on)),
    atLeast('until', dayNumber(on)),
  );
}
