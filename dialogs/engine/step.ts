/**
 * One step of a request's dialog: what we had, what they said, what happens now.
 *
 * Pure on purpose. No clock, no network, no wording of its own: the caller stores the draft
 * and sends the words, so that every path can be tested in a line.
 */
import type { FieldDefinition } from '../catalogue/schema';
import type { Draft } from '../request';
import type { Problem } from './reading/reading';

interface InEachStep {
  readonly draft: Draft;
  /** Said once, above the first question or read-back: a kind line, and what must not wait. */
  readonly first?: string | undefined;
  /** A question said in the same breath: "yes. does it change her pay". The caller answers it too. */
  readonly rest?: string | undefined;
}

export type AskStep = InEachStep & {
  readonly kind: 'ask';
  /** With its question filled in: "Has Ana agreed this in writing?". */
  readonly field: FieldDefinition;
  readonly problem?: Problem | undefined;
  readonly choices?: readonly string[] | undefined;
};

export type ConfirmStep = InEachStep & {
  readonly kind: 'confirm';
  /** Whether something that they had said is now different. */
  readonly corrected: boolean;
};

export type Step =
  | AskStep
  | ConfirmStep
  /** They said yes to the read-back that carries the draft's nonce. */
  | (InEachStep & { readonly kind: 'agreed' })
  | (InEachStep & { readonly kind: 'cancelled' })
  /** Nothing answers or corrects: the caller may take it for a question, and then `ask` again. */
  | (InEachStep & { readonly kind: 'unread' });
