/** The knowledge room on its adapters: embedded index and the policies' own words, or what the settings choose. */
import {
  createKnowledge,
  readCompiledPolicies,
  type DocumentStore,
  type Knowledge,
  type VariationStore,
} from '../knowledge';
import type { KnowledgeParts } from '../knowledge/create-knowledge';
import { createOpenAiPhraser } from '../knowledge/model/openai-phraser';
import { createAzureSource } from '../knowledge/sources/azure/azure-source';
import { createEmbeddedSource } from '../knowledge/sources/embedded/embedded-source';
import { createFallbackSource } from '../knowledge/sources/fallback-source';
import { azureSearchOf, modelOf, type AzureSearchSettings } from './choose-adapters';
import type { Config } from './config';
import type { Log } from './log';
import { policiesFileOf } from './project-root';

interface Parts {
  readonly variations: Pick<VariationStore, 'version' | 'current'>;
  readonly documents: Pick<DocumentStore, 'version' | 'current'>;
  readonly log: Log;
  readonly clock: () => Date;
}

export function assembleKnowledge(config: Config, parts: Parts): Knowledge {
  const { variations, documents, log, clock } = parts;
  const { policies, terms, words, sense } = readCompiledPolicies(policiesFileOf(config.root));
  const azure = azureSearchOf(config);
  const model = modelOf(config);
  return createKnowledge({
    policies,
    terms,
    words,
    sense,
    variations,
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
