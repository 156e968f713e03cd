/**
 * The model behind the phraser, through langchain. The packages are heavy, so they are loaded
 * here, when a model is configured, and nowhere else.
 */
import { z } from 'zod';
import { plainText } from '../plain-text';
import type { Clause } from '../policies/schema';
import type { Sentence } from './ground';
import { maskPersonal } from './mask-personal';
import type { ModelSettings } from './model-settings';
import prompt from './prompts/phrase-v1.json';

/** Why there is no answer to check. */
export type ModelFailure = 'unauthorised' | 'busy' | 'out-of-reach' | 'failed' | 'malformed';

export interface ChatModel {
  /** @throws whatever the packages throw */
  ask(
    question: string,
    clauses: readonly Clause[],
    signal: AbortSignal,
  ): Promise<readonly Sentence[]>;
  whyFailed(error: unknown): ModelFailure;
}

/** The names of the fields are part of the prompt. */
const Phrasing = z.object({
  sentences: z.array(
    z.object({
      text: z.string().describe('One short sentence in plain words'),
      clauses: z.array(z.number()).describe('Numbers of the clauses that say so'),
    }),
  ),
});

/** Not a response format: every chat model with structured output knows function calls. */
const AS_FUNCTION = { name: 'phrase', method: 'functionCalling', strict: true } as const;

export async function loadChatModel(settings: ModelSettings): Promise<ChatModel> {
  const [{ ChatPromptTemplate }, { detectCreditCard, detectEmail }, openai, model] =
    await Promise.all([
      import('@langchain/core/prompts'),
      import('langchain'),
      import('openai'),
      openModel(settings),
    ]);
  const phrase = ChatPromptTemplate.fromMessages([
    ['system', prompt.system.join('\n')],
    ['human', prompt.human],
  ]).pipe(model);
  return {
    async ask(question, clauses, signal) {
      const masked = maskPersonal(question, [detectEmail, detectCreditCard]);
      const said = await phrase.invoke(
        { clauses: numbered(clauses), question: fenced(masked) },
        { signal },
      );
      return Phrasing.parse(said).sentences;
    },
    whyFailed(error) {
      if (
        error instanceof openai.AuthenticationError ||
        error instanceof openai.PermissionDeniedError
      )
        return 'unauthorised';
      if (error instanceof openai.RateLimitError) return 'busy';
      if (error instanceof openai.APIConnectionError) return 'out-of-reach';
      return error instanceof openai.APIError ? 'failed' : 'malformed';
    },
  };
}

async function openModel(settings: ModelSettings) {
  const { AzureChatOpenAI, ChatOpenAI } = await import('@langchain/openai');
  // One try: the person waits, and the policy's own words are at hand.
  const shared = { maxRetries: 0, useResponsesApi: false };
  if (settings.kind === 'openai') {
    const { apiKey, model, baseUrl } = settings;
    const chat = new ChatOpenAI({
      ...shared,
      apiKey,
      model,
      configuration: { baseURL: baseUrl ?? null },
    });
    return chat.withStructuredOutput(Phrasing, AS_FUNCTION);
  }
  const { endpoint, deployment, apiVersion = '2024-10-21', key, token } = settings;
  const chat = new AzureChatOpenAI({
    ...shared,
    model: deployment,
    azureOpenAIEndpoint: endpoint,
    azureOpenAIApiDeploymentName: deployment,
    azureOpenAIApiVersion: apiVersion,
    ...(key === undefined ? {} : { azureOpenAIApiKey: key }),
    ...(token === undefined ? {} : { azureADTokenProvider: token }),
  });
  return chat.withStructuredOutput(Phrasing, AS_FUNCTION);
}

const numbered = (clauses: readonly Clause[]): string =>
  clauses
    .map(
      ({ heading, text }, index) =>
        `<clause number="${index + 1}">\n${heading}\n${plainText(text)}\n</clause>`,
    )
    .join('\n');

/** Nothing a person writes can close the fence around it. */
const fenced = (text: string): string => text.replaceAll(/[<>]/g, ' ');
