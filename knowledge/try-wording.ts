/**
 * What an organisation's staff would be told if its own wording were changed, beside what they are
 * told now. Nothing is stored and nobody is told it. The policies' own words alone are compared: a
 * model would say the same thing in other words each time. Whoever asks meanwhile is let in after
 * every answer.
 */
import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { OwnFault } from './policies/check-own';
import type { VariationClause } from './policies/variation-schema';
import type { Outcome } from './outcome';
import type { Question } from './question';

export interface Trial {
  readonly organisation: string;
  /** All of its own clauses in force, with the change. */
  readonly clauses: readonly VariationClause[];
}

export interface Tried {
  readonly now: Outcome;
  readonly then: Outcome;
}

export interface WordingTrials {
  /** What is wrong with the changed wording that was not wrong before; nothing where it is sound. */
  checkWording(trial: Trial, today: string): Promise<readonly OwnFault[]>;
  /** In the order of the questions. */
  tryWording(
    trial: Trial,
    questions: readonly Question[],
    signal: AbortSignal,
  ): Promise<readonly Tried[]>;
}

type Answer = (question: Question, signal: AbortSignal) => Promise<Outcome>;

export async function tryEach(
  { now, then }: { readonly now: Answer; readonly then: Answer },
  questions: readonly Question[],
  signal: AbortSignal,
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const question of questions) {
    const inside: Question = { ...question, inConfidence: true };
    const told = await now(inside, signal);
    await letOthersIn();
    tried.push({ now: told, then: await then(inside, signal) });
    await letOthersIn();
    signal.throwIfAborted();
  }
  return tried;
}
