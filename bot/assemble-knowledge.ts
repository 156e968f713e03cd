/** The knowledge room on its adapters: embedded index and the policies' own words, or what the settings choose. */
import path from 'node:path';
import {
  createKnowledge,
  readCompiledPolicies,
  type DocumentStore,
  type Knowledge,
} from '../knowledge';
import type { KnowledgeParts } from '../knowledge/create-knowledge';
import { createOpenAiPhraser } from '../knowledge/model/openai-phraser';
import { createAzureSource } from '../knowledge/sources/azure/azure-source';
import { createEmbeddedSource } from '../knowledge/sources/embedded/embedded-source';
import { createFallbackSource } from '../knowledge/sources/fallback-source';
import { azureSearchOf, modelOf, type AzureSearchSettings } from './choose-adapters';
import type { Config } from './config';
import type { Log } from './log';
import type { StoredVariations } from './storage/variations';

interface Parts {
  readonly variations: StoredVariations;
  readonly documents: DocumentStore;
  /** Of the directory: what they wrote fills an empty store. */
  readonly organisations: readonly string[];
  readonly log: Log;
  readonly clock: () => Date;
}

export async function assembleKnowledge(config: Config, parts: Parts): Promise<Knowledge> {
  const { variations, documents, organisations, log, clock } = parts;
  const file = path.join(config.root, 'dist', 'policies.json');
  const { policies, terms, words, seeds, sense } = readCompiledPolicies(file);
  await variations.fillIfEmpty(seeds, organisations, clock());
  const azure = azureSearchOf(config);
  const model = modelOf(config);
  return createKnowledge({
    policies,
    terms,
    words,
    sense,
    variations: { store: variations, now: clock },
    documents,
    ...(azure === undefined ? {} : { source: azureSource(azure, log, clock) }),
    ...(model === undefined
      ? {}
      : {
          phraser: createOpenAiPhraser(model, {
            onRejected: (code) => {
              log.info({ event: 'phrasing.rejected', code });
            },
          }),
        }),
  });
}

/** The embedded index answers while the search service is out of reach. */
const azureSource =
  (
    azure: AzureSearchSettings,
    log: Log,
    clock: () => Date,
  ): NonNullable<KnowledgeParts['source']> =>
  (passages, vocabulary) =>
    createFallbackSource(
      createAzureSource({
        ...azure,
        passages,
        vocabulary,
        onProblem: ({ kind, clause }) => {
          log.warn({ event: `search.${kind}`, clause });
        },
      }),
      createEmbeddedSource(passages, vocabulary),
      {
        clock,
        onFailure: ({ why }) => {
          log.warn({ event: 'search.out-of-reach', why });
        },
      },
    );
