/** Connections to one index, and what their failures mean. */
import {
  AzureKeyCredential,
  SearchClient,
  SearchIndexClient,
  type SearchClientOptions,
} from '@azure/search-documents';
import { z } from 'zod';
import { isLoopback, secureUrl } from '../../secure-url';
import { SourceUnavailable } from '../source-unavailable';
import type { PassageDocument } from './document';

export interface AzureSettings {
  readonly endpoint: string;
  readonly index: string;
  readonly key: string;
}

/** @throws Error where the endpoint is neither https nor this machine */
export function openSearch({ endpoint, index, key }: AzureSettings): SearchClient<PassageDocument> {
  return new SearchClient(endpoint, index, new AzureKeyCredential(key), clientOptions(endpoint));
}

/** For definitions; its key must be an admin key. @throws Error as above */
export function openIndexes({ endpoint, key }: AzureSettings): SearchIndexClient {
  return new SearchIndexClient(endpoint, new AzureKeyCredential(key), clientOptions(endpoint));
}

function clientOptions(endpoint: string): SearchClientOptions {
  const url = secureUrl(endpoint, 'endpoint of Azure AI Search');
  return {
    // One quick second try; whoever waits has a time limit, and the embedded index is at hand.
    retryOptions: { maxRetries: 1, retryDelayInMs: 100, maxRetryDelayInMs: 400 },
    allowInsecureConnection: isLoopback(url),
  };
}

const WithStatus = z.object({ statusCode: z.int() });

export function unavailable(error: unknown): SourceUnavailable {
  if (error instanceof z.ZodError)
    return new SourceUnavailable(
      'unreadable',
      "Check that AZURE_SEARCH_INDEX is the policies' own.",
      error,
    );
  const status = WithStatus.safeParse(error).data?.statusCode;
  if (status === undefined)
    return new SourceUnavailable(
      'out of reach',
      'Check AZURE_SEARCH_ENDPOINT and the network.',
      error,
    );
  return new SourceUnavailable(`status ${status}`, remedyFor(status), error);
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403) return 'Check AZURE_SEARCH_KEY.';
  if (status === 404) return 'Check AZURE_SEARCH_INDEX, and publish the policies to it.';
  if (status === 429 || status === 503) return 'It is busy; it needs more replicas if this lasts.';
  return 'The details are in the cause.';
}
