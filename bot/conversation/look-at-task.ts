/**
 * How a task stands, for a card that is looked at again. It only reads: no turn is taken, nothing
 * is kept, and what it tells is what a press of the same card would be told.
 */
import type { Person } from '../directory/directory';
import { taskOf, type Looking } from './open-task';

/** Undefined while it still waits for this person: the card stays as it is. */
export type LookAtTask = (person: Person, reference: string) => Promise<string | undefined>;

export const createLookAtTask =
  (tools: Looking['tools']): LookAtTask =>
  async ({ id }, reference) => {
    const found = await taskOf(
      { asking: { id }, turn: { speaker: { kind: 'person' } }, tools },
      reference,
    );
    return 'task' in found ? undefined : found.text;
  };
