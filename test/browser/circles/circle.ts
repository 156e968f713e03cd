/** One circle: what somebody asks for in their own words, and what they must read on the way. */
import type { PersonId } from './hospital';

export interface Circle {
  readonly service: string;
  /** Who asks; Ana, a nurse, where it is not given. */
  readonly by?: PersonId;
  /** The first message, as such people write, and then what they answer until it is read back. */
  readonly says: readonly [string, ...string[]];
  /** Stands in the read-back. */
  readonly isReadBack: string;
  /** A slip that they put right, and what stands in the read-back then. */
  readonly corrects: readonly [string, ...string[]];
  readonly isReadBackThen: string;
  /** Stands in the receipt, below "Sent". */
  readonly receiptSays: string;
}
