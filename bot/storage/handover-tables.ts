/** The tables of questions that a person of the people team answers in the chat. */
import type { Generated } from 'kysely';
import type { HandoverState } from '../conversation/handovers';

/** A question that a person of the people team answers in the chat. */
export interface HandoverTable {
  sequence: Generated<number>;
  id: string;
  person: string;
  organisation: string;
  conversation: string;
  interaction: string;
  /** Turns of `conversation` from this time on, and before `along_before`, go along; null for none. */
  along_from: string | null;
  /** A message's sequence. */
  along_before: number;
  state: HandoverState;
  opened_at: string;
  promised_at: string;
  taken_by: string | null;
  /** A name. */
  taken_name: string | null;
  answered_at: string | null;
  wrote_at: string | null;
  closed_at: string | null;
  /** A name. */
  closed_by: string | null;
  from_person: number;
  from_team: number;
  /** 1 once the person had their words deleted. */
  erased: number;
}

export interface HandoverMessageTable {
  sequence: Generated<number>;
  id: string;
  handover: string;
  /** The name of who of the team wrote it; null for the person themselves. */
  author: string | null;
  text: string | null;
  at: string;
}
