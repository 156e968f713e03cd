/**
 * What became of the policies' answers, for those who keep the policies right. As everywhere in
 * the console each method names the organisations, and an empty list sees nothing.
 */
import type { Within } from '../directory/people-team';
import type { Rating } from '../feedback/interaction';

/** One London day of one policy at one organisation. */
export interface PolicyDay {
  readonly organisation: string;
  readonly day: string;
  readonly policy: string;
  readonly asked: number;
  readonly notCovered: number;
  /** Not answered since a clause is out of answers. */
  readonly beingChecked: number;
  /** Of what was answered. */
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
}

/** A question that no policy answered. */
export interface Uncovered {
  readonly conversation: string;
  readonly organisation: string;
  readonly at: Date;
  /** Words that were kept; they are not masked yet. */
  readonly said: string;
  /** The policy that is nearest; null where none is near. */
  readonly policy: string | null;
}

/** Questions that were answered by way of a policy, from the same clauses, and rated alike. */
export interface ClauseUse {
  readonly times: number;
  readonly rating: Rating['rating'];
  /** What was cited, first what answers. */
  readonly clauses: readonly string[];
}

/** A question that was rated, and what its answer cited. */
export interface RatedUse extends Pick<ClauseUse, 'clauses'> {
  readonly rating: NonNullable<Rating['rating']>;
  readonly at: Date;
}

export interface KnowledgeReading {
  /**
   * Oldest first. Days before `eachFrom` are told as one, `since`, for each policy: there are many.
   *
   * @param since a London day
   */
  policyDays(within: Within, since: string, eachFrom?: string): Promise<readonly PolicyDay[]>;
  /** Newest first; without those whose clause is out of answers, or whose words are gone. */
  uncovered(within: Within, since: Date, limit: number): Promise<readonly Uncovered[]>;
  /** Different questions of which the policy was the subject, newest first; their words are not masked yet. */
  askedOf(within: Within, policy: string, since: Date, limit: number): Promise<readonly string[]>;
  /** Newest first. @param limit at most so many */
  ratedUsesOf(
    within: Within,
    policy: string,
    since: Date,
    limit: number,
  ): Promise<readonly RatedUse[]>;
  /** @param limit so many of the newest questions are counted */
  usesOf(within: Within, policy: string, since: Date, limit: number): Promise<readonly ClauseUse[]>;
}
