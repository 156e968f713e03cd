/**
 * A WordingChange is what somebody wants a clause of an organisation's own to say, or that it is to
 * say nothing any more. It waits until
 * a second person approves it, and is published then; until that moment staff see nothing of it.
 * Every method names the organisations that the reader may see.
 */
import type { VariationEntry, Wording } from '../../knowledge';
import type { PersonId } from '../directory/directory';

export const WORDING_STATES = [
  'waiting',
  'published',
  'turned-down',
  'taken-back',
  'replaced',
] as const;
export type WordingState = (typeof WORDING_STATES)[number];

/** What makes a rule new, beside its words. */
export interface NewRule {
  readonly heading: string;
  /** The plain question that it answers. */
  readonly question: string;
  /** The number of the national clause that it prevails over; null where the policy has no such rule. */
  readonly replaces: number | null;
}

export interface NewWordingChange {
  /** Made when the form was drawn: the same form sent twice is one change. */
  readonly id: string;
  readonly organisation: string;
  readonly policy: string;
  /** Of the organisation's own: `fellbridge/annual-leave-and-bank-holidays.3`. */
  readonly clause: string;
  readonly wording: Wording;
  /** Null where a rule that stands already is changed. */
  readonly rule: NewRule | null;
  /** True where a rule that stands is to be said no longer: its wording is empty then. */
  readonly withdraws: boolean;
  /** What the writer saw, and changed; of a new rule nothing. */
  readonly was: Wording;
  /** The national clause beside it, as the writer saw it; null where there is none. */
  readonly national: string | null;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Date;
}

export interface WordingChange extends NewWordingChange {
  readonly state: WordingState;
  /** Null while it waits. */
  readonly decided: {
    readonly by: PersonId;
    readonly at: Date;
    readonly reason: string | null;
  } | null;
}

/** Without new rules that lost their number to this one: they are about something else. */
export const changesOfRule = (changes: readonly WordingChange[]): readonly WordingChange[] =>
  changes.filter(({ rule, state }) => rule === null || state === 'published');

export interface Publishing {
  readonly change: WordingChange;
  /** The organisation's wording with the change, approved; it names the change. */
  readonly entry: VariationEntry;
  /** The file that was changed, null for none: where it is another by now, nothing is published. */
  readonly from: string | null;
  /** True where the clause goes back into answers with it, if it is out of them. */
  readonly putsBack: boolean;
}

export interface WordingChanges {
  /**
   * With its line in the audit.
   *
   * @param instead an earlier change, which waits no longer: these words go on from it
   */
  propose(change: NewWordingChange, instead?: string): Promise<void>;
  find(organisations: readonly string[], id: string): Promise<WordingChange | undefined>;
  /** Oldest first. */
  waiting(organisations: readonly string[]): Promise<readonly WordingChange[]>;
  /** Newest first. */
  ofClause(organisations: readonly string[], clause: string): Promise<readonly WordingChange[]>;
  /** @returns false where it waits no longer */
  close(
    id: string,
    as: {
      readonly state: 'turned-down' | 'taken-back';
      readonly reason: string | null;
      readonly by: PersonId;
      readonly at: Date;
    },
  ): Promise<boolean>;
  /**
   * All of it or nothing: the wording, the change, the clause back in answers, the audit.
   *
   * @returns `closed` where the change waits no longer, `overtaken` where the wording is another by now
   */
  publish(publishing: Publishing): Promise<'published' | 'closed' | 'overtaken'>;
}
