/**
 * Calls: somebody of the people team asks, or starts a request, for a caller who is on the phone.
 *
 * The caller is who speaks in it, so all is as though they had asked; the helper's name stands
 * beside theirs in whatever is kept. A call has a conversation and drafts of its own: it neither
 * shows nor changes what the caller has under way in their own chat. Nobody helps two callers at once.
 */
import type { PersonId } from '../directory/directory';
import type { Colleague } from './handovers';
import type { Reply } from './reply';

export interface NewCall {
  /** `HP-…`. */
  readonly id: string;
  readonly helper: Colleague;
  readonly caller: PersonId;
  readonly organisation: string;
}

export interface PhoneCall extends NewCall {
  readonly openedAt: Date;
  readonly endedAt: Date | null;
}

/** A call that nobody ended is over after so long: who is at that computer then may be somebody else. */
export const CALL_LASTS_MS = 4 * 3_600_000;

export const conversationOfCall = (id: string): string => `phone:${id}`;

export const isUnderWay = ({ openedAt, endedAt }: PhoneCall, now: Date): boolean =>
  endedAt === null && now.getTime() - openedAt.getTime() < CALL_LASTS_MS;

export interface PhoneCalls {
  /**
   * Ends the call that the helper had, tells the caller and writes it down for the audit, together.
   * With a caller who is on the phone with them already it goes on: a form sent twice tells nobody twice.
   *
   * @returns the id of the call that is under way now
   */
  open(call: NewCall, notice: Reply, now: Date): Promise<string>;
  find(id: string): Promise<PhoneCall | undefined>;
  /** The one that was not ended. */
  openOf(helper: PersonId): Promise<PhoneCall | undefined>;
  /** What was begun in it and not sent is dropped. Only its helper ends it; twice is once. */
  end(id: string, helper: PersonId, now: Date): Promise<void>;
}
