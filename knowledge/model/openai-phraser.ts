/**
 * Phrases answers with OpenAI or Azure OpenAI. Whatever goes wrong, the answer is undefined and
 * the policy's own words are used: a model is a nicety, never a dependency.
 */
import { loadChatModel, type ModelFailure } from './chat-model';
import { ground, type Unsupported } from './ground';
import { checkModelSettings, type ModelSettings } from './model-settings';
import type { Phrased, Phraser } from './phraser';

/** Why a model's answer was not used. A code alone: neither question nor answer reaches a log. */
export type Rejection = Unsupported | ModelFailure | 'slow' | 'not-loaded';

export interface PhraserOptions {
  readonly timeLimitMs?: number;
  readonly onRejected: (why: Rejection) => void;
}

/** @throws Error where the settings cannot work; later failures are reported, not thrown */
export function createOpenAiPhraser(
  settings: ModelSettings,
  { timeLimitMs = 6000, onRejected }: PhraserOptions,
): Phraser {
  checkModelSettings(settings);
  // Begun now, so that the first question does not wait for the packages; failure is told then.
  const loading = loadChatModel(settings).catch(() => undefined);

  return {
    async phrase(question, clauses, signal) {
      const outcome = await attempt(question, clauses, signal);
      if (typeof outcome !== 'string') return outcome;
      onRejected(outcome);
      return undefined;
    },
  };

  async function attempt(
    ...[question, clauses, signal]: Parameters<Phraser['phrase']>
  ): Promise<Phrased | Rejection | undefined> {
    const model = await loading;
    if (model === undefined) return 'not-loaded';
    const limit = AbortSignal.timeout(timeLimitMs);
    try {
      const sentences = await model.ask(question, clauses, AbortSignal.any([signal, limit]));
      const grounded = ground(sentences, clauses);
      return grounded.kind === 'grounded' ? grounded.phrased : grounded.why;
    } catch (error) {
      // A person who left is nobody's failure.
      if (signal.aborted) return undefined;
      return limit.aborted ? 'slow' : model.whyFailed(error);
    }
  }
}
