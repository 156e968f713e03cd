/**
 * Asks the remote source while it answers, and the embedded index while it does not: somebody is
 * waiting, so after a failure the remote one is left alone for a while.
 */
import type { KnowledgeSource } from './source';
import { SourceUnavailable } from './source-unavailable';

export interface FallbackOptions {
  readonly clock: () => Date;
  readonly onFailure: (failure: SourceUnavailable) => void;
  readonly restMs?: number;
}

export function createFallbackSource(
  remote: KnowledgeSource,
  embedded: KnowledgeSource,
  { clock, onFailure, restMs = 30_000 }: FallbackOptions,
): KnowledgeSource {
  let restUntil = 0;
  return {
    async search(query, options) {
      const now = clock().getTime();
      if (now < restUntil) return embedded.search(query, options);
      // After a rest one question tries the remote source; others go on without until it is back.
      if (restUntil > 0) restUntil = now + restMs;
      try {
        const hits = await remote.search(query, options);
        restUntil = 0;
        return hits;
      } catch (error) {
        if (!(error instanceof SourceUnavailable)) throw error;
        restUntil = clock().getTime() + restMs;
        onFailure(error);
        return embedded.search(query, options);
      }
    },
  };
}
