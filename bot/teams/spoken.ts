/** What came in, from whom, and the line that leads back to them. */
import type { Said, Speaker } from '../conversation/turn';
import type { Activity } from './activity';
import type { Line } from './line';
import type { Address } from './return-address';

export interface Spoken {
  readonly activity: Activity;
  readonly address: Address;
  readonly line: Line;
  readonly speaker: Speaker;
  readonly said: Said;
  readonly message: string;
  /** False where the channel itself says thank you: the reply counts as handed over, unless it leads to people. */
  readonly isShown: boolean;
}

export type Asked = Pick<Spoken, 'activity' | 'address' | 'line' | 'speaker'>;
