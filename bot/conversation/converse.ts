/** What every door calls: one turn in, one committed reply out. */
import type { OnProgress } from '../../knowledge';
import type { Reply } from './reply';
import type { ReturnAddress } from './store';
import type { Turn } from './turn';

export interface Handled {
  readonly reply: Reply;
  /** Under which OutgoingMessages knows the reply: a door that has handed it over says so. */
  readonly outgoing: string;
  /** True where this message was handled before and these are the words of that time. */
  readonly repeated: boolean;
}

/**
 * Resolves when the turn, its effects and its reply are on disk. Rejects only where nothing was
 * kept: the door then says that it did not work, and the same message may be sent again.
 * A door that can show how far an answer is hands in `onProgress`.
 */
export type Converse = (
  turn: Turn,
  returnAddress: ReturnAddress | null,
  signal: AbortSignal,
  onProgress?: OnProgress,
) => Promise<Handled>;
