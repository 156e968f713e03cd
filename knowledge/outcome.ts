/** Every way a question can end. Wording around it is the caller's business; meaning is settled here. */
import type { Clause, Opening } from './policies/schema';

/** Anonymous facts that an answer may need. Never a name, never an id. */
export interface Particulars {
  /** Contracted hours a week. */
  readonly weeklyHours?: number;
  /** Whole years of NHS service on the day in question. */
  readonly serviceYears?: number;
  /** 1 to 9; band 8a is 8. */
  readonly band?: number;
  /** The day on which NHS service began, `YYYY-MM-DD`. */
  readonly serviceStart?: string;
}

export interface Citation {
  readonly policy: string;
  readonly clause: string;
  /** The policy's title. */
  readonly title: string;
  readonly heading: string;
  /** The source's words with white space collapsed, at most 1,200 characters. */
  readonly quote: string;
  readonly version: string | null;
  readonly url: string | null;
  readonly file: string | null;
}

/** One clause that was looked at, for reviewers. */
export interface Found {
  readonly clause: string;
  readonly score: number;
  readonly version: string | null;
}

/** The organisation's own rule beside the national words. */
export interface Variation {
  /** Markdown, with its citation's mark. */
  readonly text: string;
  /** Which of the citations it is, counted from 1. */
  readonly citation: number;
  /** True where it stands in place of the national rule; false where it only adds to it. */
  readonly prevails: boolean;
  /** True where it is said before the national words. */
  readonly isFirst: boolean;
}

/** One rule that answers, and what the asker's organisation says of it. */
export interface Said {
  /** Markdown; `[1]` points at the first citation. National words, save where `ownRule` is true. */
  readonly text: string;
  /** Null where the asker's organisation has no rule of its own on this. */
  readonly variation: Variation | null;
  /** True where the text itself is the organisation's own rule: the national set has none. */
  readonly ownRule: boolean;
  /** True where the national set does not even leave it open: only a document of the organisation speaks of it. */
  readonly notNational: boolean;
}

/** One of the rules beside the one that answers. */
export interface SaidBeside {
  /** The clause's own question. */
  readonly question: string;
  /** Markdown with its citation's mark: the organisation's own rule, which comes first; null where it has none. */
  readonly own: string | null;
  /** The same of the national rule; null where there is none. */
  readonly text: string | null;
  /** True where it is nearly as likely to be what was meant as the one that answers. */
  readonly likely: boolean;
  /** True where it has no official source behind it. */
  readonly unconfirmed: boolean;
}

interface Ending {
  /** Up to three policies that fit best, best first. */
  readonly topics: readonly string[];
  readonly found: readonly Found[];
}

export interface Answered extends Ending, Said {
  readonly kind: 'answered' | 'partly-answered';
  /** What answers the second question of a message, and the third. */
  readonly more: readonly Said[];
  /** The rules beside it, likeliest first; their citations are the last ones. */
  readonly related: readonly SaidBeside[];
  readonly citations: readonly [Citation, ...Citation[]];
  readonly opening: Opening;
  readonly support: boolean;
  /** True for a rule about a loss or harm in somebody's own life, also where it has not happened. */
  readonly isClose: boolean;
  /** True where an answering clause has no official source behind it. */
  readonly unconfirmed: boolean;
  /** True where the national set leaves the matter to the employer. */
  readonly local: boolean;
  readonly services: readonly string[];
  /** What people ask next: plain questions. */
  readonly next: readonly string[];
  readonly modelWritten: boolean;
  /** What is missing from a part answer, in the person's words; null for a whole one. */
  readonly missing: string | null;
  /** The question with what was said before it, where both were needed; null where it stood alone. */
  readonly readAs: string | null;
  /** True where it opens with what puts right a rule that was stated wrongly. */
  readonly putsRight?: true;
}

export interface NotCovered extends Ending {
  readonly kind: 'not-covered';
  /** `gap`: known to be a local matter. `other-group`: a rule exists, for other contract terms. */
  readonly why: 'unknown' | 'gap' | 'other-group' | 'being-checked';
  /** What the gap is about, in the policy's words. */
  readonly about: string | null;
  readonly nearest: readonly Pick<Clause, 'id' | 'question' | 'policyTitle'>[];
  /** True where it says too little to be about something by itself: what was spoken of before still is. */
  readonly leans: boolean;
}

/** Several policies fit about equally well: the person chooses. */
export interface Clarify extends Ending {
  readonly kind: 'clarify';
  /** The first question of each policy, likeliest first. */
  readonly choices: readonly string[];
}

export type Outcome = Answered | NotCovered | Clarify;
