/** Which remote adapters the settings ask for; undefined means the embedded ones. */
import type { Config } from './config';

export interface AzureSearchSettings {
  readonly endpoint: string;
  readonly index: string;
  readonly key: string;
}

export type ModelSettings =
  | {
      readonly kind: 'azure';
      readonly endpoint: string;
      readonly deployment: string;
      readonly key: string;
    }
  | {
      readonly kind: 'openai';
      readonly apiKey: string;
      readonly model: string;
      readonly baseUrl?: string;
    };

type Names = Pick<
  Config,
  | 'AZURE_SEARCH_ENDPOINT'
  | 'AZURE_SEARCH_INDEX'
  | 'AZURE_SEARCH_KEY'
  | 'AZURE_OPENAI_ENDPOINT'
  | 'AZURE_OPENAI_DEPLOYMENT'
  | 'AZURE_OPENAI_KEY'
  | 'OPENAI_API_KEY'
  | 'OPENAI_MODEL'
  | 'OPENAI_BASE_URL'
>;

export function azureSearchOf(config: Names): AzureSearchSettings | undefined {
  const {
    AZURE_SEARCH_ENDPOINT: endpoint,
    AZURE_SEARCH_INDEX: index,
    AZURE_SEARCH_KEY: key,
  } = config;
  return endpoint === undefined || index === undefined || key === undefined
    ? undefined
    : { endpoint, index, key };
}

/** Azure OpenAI where both are set: it is inside the organisation's own agreement. */
export function modelOf(config: Names): ModelSettings | undefined {
  const {
    AZURE_OPENAI_ENDPOINT: endpoint,
    AZURE_OPENAI_DEPLOYMENT: deployment,
    AZURE_OPENAI_KEY: key,
  } = config;
  if (endpoint !== undefined && deployment !== undefined && key !== undefined) {
    return { kind: 'azure', endpoint, deployment, key };
  }
  const { OPENAI_API_KEY: apiKey, OPENAI_MODEL: model, OPENAI_BASE_URL: baseUrl } = config;
  if (apiKey === undefined || model === undefined) return undefined;
  return { kind: 'openai', apiKey, model, ...(baseUrl === undefined ? {} : { baseUrl }) };
}
