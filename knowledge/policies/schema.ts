/**
 * A Policy is one topic of the national set, made of clauses.
 *
 * It is written in Markdown by policy owners (see README.md beside this file), read once at
 * start-up and never changed while the assistant runs. An organisation's own wording is a
 * Variation, not an edit of a Policy.
 */
import { z } from 'zod';
import { Circumstance } from './circumstances';

/** The contract terms a clause can apply to. A clause never answers for a group it does not name. */
export const STAFF_GROUPS = [
  'agenda-for-change',
  'medical-and-dental',
  'very-senior-manager',
  'bank',
  'local-contract',
] as const;
export const StaffGroup = z.enum(STAFF_GROUPS);
export type StaffGroup = z.infer<typeof StaffGroup>;

/** A calendar day in Europe/London, `YYYY-MM-DD`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

export const PolicyId = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower case words with hyphens');
export type PolicyId = z.infer<typeof PolicyId>;

/** The sums that can be worked out beside a clause; each is done in `knowledge/entitlements`. */
export const SUM_NAMES = [
  'annual-leave',
  'legal-minimum-leave',
  'sick-pay',
  'maternity-dates',
  'maternity-pay',
  'paternity',
  'redundancy',
  'statutory-redundancy',
  'statutory-notice',
  'last-day',
  'unsocial-hours',
  'overtime',
] as const;
export type SumName = (typeof SUM_NAMES)[number];

/** How sure we are: an official source was seen, a secondary source was seen, or neither. */
export const Confidence = z.enum(['confirmed', 'reported', 'unconfirmed']);
export type Confidence = z.infer<typeof Confidence>;

/** Which fixed, kind line stands above an answer. The words are in `bot/wording.ts`. */
export const Opening = z.enum(['none', 'bereavement', 'baby-loss', 'illness', 'abuse']);
export type Opening = z.infer<typeof Opening>;

/**
 * A named figure, such as `27 days`, `£194.32`, `90%` or `5.6 weeks`. It is written once, here;
 * the clause's text shows it as `{name}` and the sums in `knowledge/entitlements` read it.
 */
export const FIGURE = /^(£)?(\d[\d,]*(?:\.\d+)?)(%| [a-z][a-z -]*)?$/;
export const Figure = z
  .string()
  .regex(FIGURE, 'must be a number with its unit, such as "27 days", "£194.32" or "90%"');

export const Source = z.strictObject({
  id: z.string().regex(/^s\d+$/, 'must be s1, s2 …'),
  title: z.string().min(3),
  /** A source with no address is named well enough to be found, such as a law and its section. */
  url: z.url().optional(),
  /** The day (or month, or year) of publication, where the source shows one. */
  dated: z.string().optional(),
  /** The day on which we last looked at it. */
  seen: Day,
  kind: z.enum(['official', 'secondary', 'local']),
});
export type Source = z.infer<typeof Source>;

const Ask = z.string().min(3).max(300);

/** Something that people believe of a clause and that is not so. */
export const Mistake = z.strictObject({
  /** Ways in which people state it. `#` stands for an amount other than the one under `value`, or for any. */
  said: z.array(Ask).min(1),
  /** How the sentence of the clause begins that puts it right; left out: its first sentence. */
  by: z.string().min(3).optional(),
  /** The clause's figure that stands where people put another one. */
  value: z.string().optional(),
});
export type Mistake = z.infer<typeof Mistake>;

/** What stands in the fenced `yaml` block under a clause's heading. */
export const ClauseMeta = z.strictObject({
  id: z.int().positive(),
  /** The plain question that this clause answers; shown on follow-up buttons. */
  question: z.string().min(8).max(90).endsWith('?'),
  /** Other ways in which people ask it. */
  asks: z.array(Ask).default([]),
  /** Ways of asking to which the honest first word is "Yes". */
  yes: z.array(Ask).default([]),
  /** Ways of asking to which the honest first word is "No". */
  no: z.array(Ask).default([]),
  values: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), Figure).default({}),
  sources: z.array(z.string()).default([]),
  confidence: Confidence.default('confirmed'),
  /** Whose side of the rule this is. */
  for: z.enum(['everyone', 'staff', 'manager']).default('everyone'),
  staffGroups: z.array(StaffGroup).min(1).optional(),
  /** Who is in it says so: nobody else is told this clause first. */
  when: Circumstance.optional(),
  opening: Opening.optional(),
  /** True where a line of support stands above the answer (harassment, bullying, speaking up). */
  support: z.boolean().optional(),
  /** True where the national set leaves the matter to each employer: the answer says whom to ask. */
  local: z.boolean().default(false),
  effective: Day.optional(),
  until: Day.optional(),
  review: Day.optional(),
  services: z.array(z.string()).optional(),
  /** The sum that can be worked out for the asker beside this clause. */
  sum: z.enum(SUM_NAMES).optional(),
  /** Clauses that people ask about next: numbers in this policy, or full ids in others. */
  next: z.array(z.union([z.int().positive(), z.string()])).max(3).default([]),
  /** Clauses on the same subject that have another figure, or the same words, on purpose: the check lets them be. */
  differs: z.array(z.union([z.int().positive(), z.string()])).default([]),
  /** Common wrong beliefs that the clause puts right. They are not searched for. */
  mistaken: z.array(Mistake).default([]),
});
export type ClauseMeta = z.infer<typeof ClauseMeta>;

export const PolicyMeta = z.strictObject({
  id: PolicyId,
  title: z.string().min(3),
  summary: z.string().min(10),
  owner: z.string().min(3),
  version: z.string().regex(/^\d{4}\.\d+$/, 'must be year.number, such as 2026.1'),
  effective: Day,
  review: Day,
  staffGroups: z.array(StaffGroup).min(1),
  /** It is rarely meant by whoever speaks of nothing of the kind. */
  spokenOf: Circumstance.optional(),
  opening: Opening.default('none'),
  support: z.boolean().default(false),
  services: z.array(z.string()).default([]),
  sources: z.array(Source).min(1),
  /** Questions that the national set leaves open on purpose: the assistant says whom to ask. */
  notCovered: z.array(z.strictObject({ topic: z.string().min(3), asks: z.array(Ask).min(1) })).default([]),
});
export type PolicyMeta = z.infer<typeof PolicyMeta>;

/** One clause with everything it inherits from its policy filled in. */
export interface Clause {
  /** For instance `annual-leave-and-bank-holidays.3`. Stable for ever: never used again for another rule. */
  readonly id: string;
  readonly number: number;
  readonly policy: PolicyId;
  readonly policyTitle: string;
  /** Null for a document of one's own. */
  readonly version: string | null;
  /** Where the exact clause opens; null for a document of one's own. */
  readonly url: string | null;
  readonly heading: string;
  readonly question: string;
  readonly asks: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Markdown with every figure filled in. */
  readonly text: string;
  /** Figures as written, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
  readonly for: 'everyone' | 'staff' | 'manager';
  readonly staffGroups: readonly StaffGroup[];
  readonly when: Circumstance | undefined;
  readonly opening: Opening;
  readonly support: boolean;
  readonly local: boolean;
  readonly effective: Day;
  readonly until: Day | undefined;
  readonly review: Day;
  readonly services: readonly string[];
  readonly sum: SumName | undefined;
  /** Full clause ids. */
  readonly next: readonly string[];
  /** Full ids of clauses that look like this one and differ on purpose. */
  readonly differs: readonly string[];
  /** What people wrongly believe of it, and the sentence that puts it right. */
  readonly mistaken: readonly Mistake[];
  /** Where it was read: the file and the line of its heading. */
  readonly file: string;
  readonly line: number;
}

export interface Policy {
  readonly meta: PolicyMeta;
  /** Markdown between the front matter and the first clause; may be empty. */
  readonly introduction: string;
  readonly clauses: readonly Clause[];
  readonly file: string;
}
