/** Which model phrases answers. Settings alone choose it. */
import { secureUrl } from '../secure-url';

export type ModelSettings =
  | {
      readonly kind: 'openai';
      readonly apiKey: string;
      /** Undefined: OpenAI itself. Any server that speaks its chat completions will do. */
      readonly baseUrl?: string | undefined;
      readonly model: string;
    }
  | {
      readonly kind: 'azure';
      readonly endpoint: string;
      readonly deployment: string;
      /** Undefined: the oldest with strict function calls that is generally available. */
      readonly apiVersion?: string | undefined;
      readonly key?: string | undefined;
      /** A Microsoft Entra token, fetched afresh for each call; instead of a key. */
      readonly token?: (() => Promise<string>) | undefined;
    };

/** @throws Error naming what to put right */
export function checkModelSettings(settings: ModelSettings): void {
  if (settings.kind === 'openai') {
    if (settings.baseUrl !== undefined) secureUrl(settings.baseUrl, 'address of the model');
    return;
  }
  secureUrl(settings.endpoint, 'endpoint of Azure OpenAI');
  if (settings.key === undefined && settings.token === undefined)
    throw new Error('Azure OpenAI needs a key or a token. Set one of them.');
}
