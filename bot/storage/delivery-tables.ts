/** The tables of what is on its way to receiving services, and of what they tell. */
import type { Generated } from 'kysely';

/** What a requester answered to a question of the desk, on its way there. */
export interface RequestAnswerTable {
  sequence: Generated<number>;
  request: string;
  question: string;
  /** A name. */
  author: string;
  text: string;
  at: string;
  state: 'waiting' | 'settled' | 'parked';
  failures: number;
  due_at: string;
  reason: string | null;
}

export interface DeliveryTable {
  request: string;
  system: string;
  state: 'waiting' | 'settled' | 'parked';
  failures: number;
  /** When it may next be lent. Lending moves it on by the length of a loan. */
  due_at: string;
  reason: string | null;
  receiver_reference: string | null;
}

export interface FeedTable {
  system: string;
  position: number;
}
