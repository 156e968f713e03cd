/** Connections to one index, and what their failures mean. */
import type {
  SearchClient,
  SearchClientOptions,
  SearchIndexClient,
} from '@azure/search-documents' with { 'resolution-mode': 'import' };
import { z } from 'zod';
import { isLoopback, secureUrl } from '../../secure-url';
import { SourceUnavailable } from '../source-unavailable';
import type { PassageDocument } from './document';

export interface AzureSettings {
  readonly endpoint: string;
  readonly index: string;
  readonly key: string;
}

/**
 * The package is heavy, so it is loaded here, when a service is configured, and nowhere else.
 * @throws Error where the endpoint is neither https nor this machine
 */
export async function openSearch(settings: AzureSettings): Promise<SearchClient<PassageDocument>> {
  const options = clientOptions(settings.endpoint);
  const { AzureKeyCredential, SearchClient } = await import('@azure/search-documents');
  const { endpoint, index, key } = settings;
  return new SearchClient(endpoint, index, new AzureKeyCredential(key), options);
}

/** For definitions; its key must be an admin key. @throws Error as above */
export async function openIndexes({ endpoint, key }: AzureSettings): Promise<SearchIndexClient> {
  const options = clientOptions(endpoint);
  const { AzureKeyCredential, SearchIndexClient } = await import('@azure/search-documents');
  return new SearchIndexClient(endpoint, new AzureKeyCredential(key), options);
}

/** @throws Error naming what to put right */
export const checkEndpoint = (endpoint: string): URL =>
  secureUrl(endpoint, 'endpoint of Azure AI Search');

function clientOptions(endpoint: string): SearchClientOptions {
  const url = checkEndpoint(endpoint);
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
