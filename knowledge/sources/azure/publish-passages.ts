/**
 * Brings an index up to date with a policy set. Safe to run again at any point: new text goes in
 * first, and what is gone is taken out only when all of it has arrived.
 */
import type { SearchClient } from '@azure/search-documents' with { 'resolution-mode': 'import' };
import { z } from 'zod';
import type { Passage } from '../source';
import { openIndexes, openSearch, unavailable, type AzureSettings } from './azure-clients';
import { NATIONAL, toDocument, type PassageDocument } from './document';
import { is } from './filter';
import { indexDefinition } from './index-definition';

export interface Published {
  readonly uploaded: number;
  readonly deleted: number;
}

/** Azure takes at most 1,000 documents at a time. */
const BATCH = 1000;

/**
 * @param organisation whose text is replaced; null for the national set
 * @throws Error for an empty set or a passage of somebody else's; SourceUnavailable
 */
export async function publishPassages(
  settings: AzureSettings,
  passages: readonly Passage[],
  organisation: string | null,
  signal: AbortSignal,
): Promise<Published> {
  if (passages.length === 0)
    throw new Error(
      'There is nothing to publish, and all that is there would be deleted. Check the policies.',
    );
  const foreign = passages.find((passage) => passage.organisation !== organisation);
  if (foreign !== undefined)
    throw new Error(
      `"${foreign.id}" is not the text of ${organisation ?? 'the national set'}. Publish it by itself.`,
    );

  const documents = passages.map(toDocument);
  const [client, indexes] = await Promise.all([openSearch(settings), openIndexes(settings)]);
  try {
    await indexes.createOrUpdateIndex(indexDefinition(settings.index), {
      abortSignal: signal,
    });
    for (const batch of batches(documents))
      await client.uploadDocuments([...batch], { throwOnAnyFailure: true, abortSignal: signal });
    const gone = await goneFrom(client, documents, organisation, signal);
    for (const batch of batches(gone))
      await client.deleteDocuments('id', [...batch], {
        throwOnAnyFailure: true,
        abortSignal: signal,
      });
    return { uploaded: documents.length, deleted: gone.length };
  } catch (error) {
    signal.throwIfAborted();
    throw refusedDocuments(error) ?? unavailable(error);
  }
}

async function goneFrom(
  client: SearchClient<PassageDocument>,
  documents: readonly PassageDocument[],
  organisation: string | null,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const kept = new Set(documents.map(({ id }) => id));
  const gone: string[] = [];
  const { results } = await client.search('*', {
    filter: is('organisation', organisation ?? NATIONAL).odata,
    select: ['id'],
    abortSignal: signal,
  });
  for await (const { document } of results) if (!kept.has(document.id)) gone.push(document.id);
  return gone;
}

function batches<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / BATCH);
  return Array.from({ length: count }, (_, n) => items.slice(n * BATCH, (n + 1) * BATCH));
}

const Refused = z.object({
  results: z.array(z.object({ key: z.string(), succeeded: z.boolean(), statusCode: z.number() })),
});

/** For a part failure the package throws its result, which is not an error and would read as nothing. */
function refusedDocuments(thrown: unknown): Error | undefined {
  const read = Refused.safeParse(thrown);
  if (!read.success) return undefined;
  const failed = read.data.results.filter(({ succeeded }) => !succeeded);
  const named = failed
    .slice(0, 10)
    .map(
      ({ key, statusCode }) =>
        `${Buffer.from(key, 'base64url').toString('utf8').trim()} (${statusCode})`,
    );
  return new Error(
    `Azure AI Search did not take ${failed.length} passages: ${named.join(', ')}. Publish again.`,
  );
}
