/** What is known of each passage that may answer, before policies are weighed against one another. */
import type { Judge } from './judge';
import type { Judgement } from './judgement';
import { asksOfTheirStaff } from './point-of-view';
import { circumstancesIn, type Circumstance } from './policies/circumstances';
import type { Gap, PolicySet } from './policies/policy-set';
import type { Clause } from './policies/schema';
import type { Question } from './question';
import type { Reading } from './sense/sense';
import type { Hit } from './sources/source';
import { wordsOf } from './words/normalise';

/** What was learned has not seen a writer's own words asked; they settle it. */
export const WORD_FOR_WORD = 6;
/** What is asked in the same words is as alike as can be, but for rounding. */
const ALL_ALIKE = 0.99;

/** What was searched for, and what came of it. */
export interface Looked {
  readonly text: string;
  readonly terms: readonly string[];
  readonly hits: readonly Hit[];
  /** Undefined for documents of one's own. */
  readonly reading: Reading | undefined;
  /** Policies whose likeliest passages are weighed too, found or not: that of the question before. */
  readonly policies: readonly string[];
  /** Passages to weigh too, found or not. */
  readonly also: readonly string[];
}

export interface Weighed {
  readonly id: string;
  readonly policy: string;
  readonly clause: Clause | undefined;
  readonly gap: Gap | undefined;
  readonly judgement: Judgement;
  /** 0 to 1: of the best hit's score. */
  readonly hit: number;
  readonly near: number;
  /** In the same words as one of its ways of asking: a pressed button is. */
  readonly wordForWord: boolean;
  /** How well it fits within its policy, as a logarithm. */
  readonly own: number;
  /** How much less its policy as a whole is likely, as a logarithm. */
  readonly ofPolicy: number;
}

export function weigh(
  { text, terms, hits, reading, policies, also }: Looked,
  question: Question,
  set: PolicySet,
  judge: Judge,
): Weighed[] {
  const top = hits[0]?.score ?? 1;
  const scores = new Map(hits.map(({ id, score }) => [id, score / top]));
  const ids = new Set([
    ...scores.keys(),
    ...(reading?.nearest ?? []),
    ...[...(reading?.likeliest ?? []), ...policies].flatMap((policy) => {
      const passages = set.passagesOf(policy);
      const ownTerms = passages.filter((id) => isOnOwnTerms(set.clause(id), question));
      return reading === undefined ? passages : [...reading.likelyOf(passages), ...ownTerms];
    }),
    ...also,
  ]);
  const asker = askerOf(question);
  const weighed: Weighed[] = [];
  for (const id of ids) {
    const clause = set.clause(id);
    const gap = clause === undefined ? set.gap(id) : undefined;
    if (clause === undefined ? gap === undefined : !isInForce(clause, question)) continue;
    const judgement = judge.judge(terms, id);
    const hit = scores.get(id) ?? 0;
    const near = reading?.nearness(id) ?? 0;
    // Words of somebody on other terms settle nothing for this asker.
    const forAsker = clause?.staffGroups.includes(question.staffGroup) ?? true;
    const wordForWord =
      reading !== undefined &&
      forAsker &&
      judgement.alike >= ALL_ALIKE &&
      sameWords(judgement.ask, text);
    const own =
      suits(clause, asker) +
      ownWeight(hit, near, judgement, reading !== undefined) +
      (wordForWord ? WORD_FOR_WORD : 0);
    const policy = policyOf(clause, gap);
    const ofPolicy = isSpokenOf(set.policy(policy)?.meta.spokenOf, asker) ? 0 : UNSPOKEN;
    weighed.push({ id, clause, gap, policy, judgement, hit, near, wordForWord, own, ofPolicy });
  }
  return weighed;
}

/** Where a policy says that another contract decides, those on it must be told. */
const isOnOwnTerms = (clause: Clause | undefined, { staffGroup }: Question): boolean =>
  staffGroup !== 'agenda-for-change' &&
  clause?.staffGroups.includes(staffGroup) === true &&
  !clause.staffGroups.includes('agenda-for-change');

const sameWords = (one: string, other: string): boolean =>
  wordsOf(one).join(' ') === wordsOf(other).join(' ');

const policyOf = (clause: Clause | undefined, gap: Gap | undefined): string =>
  clause?.policy ?? gap?.policy.meta.id ?? '';

const isInForce = ({ effective, until }: Clause, { on }: Question): boolean =>
  effective <= on && (until === undefined || on <= until);

function ownWeight(hit: number, near: number, judgement: Judgement, learned: boolean): number {
  const { alike, covered } = judgement;
  return learned
    ? 0.4 * hit - 1.9 * alike + 2.7 * covered + 14.4 * near
    : 4.5 * hit + 3.5 * alike + 2 * covered;
}

/** What of the asker makes one clause suit better than another. */
interface AskerSide {
  readonly staffGroup: Question['staffGroup'];
  readonly isManager: boolean;
  readonly ofTheirStaff: boolean;
  readonly circumstances: ReadonlySet<Circumstance>;
  /** The bands that are named in the message. */
  readonly bands: readonly string[];
}

const askerOf = ({ staffGroup, pointOfView, text, before }: Question): AskerSide => ({
  staffGroup,
  isManager: pointOfView === 'manager',
  ofTheirStaff: asksOfTheirStaff(text),
  circumstances: circumstancesIn(`${before?.text ?? ''} ${text}`, staffGroup),
  bands: bandsIn(text),
});

function suits(clause: Clause | undefined, asker: AskerSide): number {
  return clause === undefined
    ? 0
    : sideOf(clause, asker) +
        writtenFor(clause, asker) +
        inSuch(clause, asker) +
        ofTheirBand(clause, asker) +
        early(clause);
}

/** Writers put what most people ask first. */
const early = ({ number }: Clause): number => 0.3 * Math.max(0, 1 - (number - 1) / 10);

/** A rule written for the asker's own terms comes before one of law, which is for all. */
function writtenFor({ staffGroups }: Clause, { staffGroup }: AskerSide): number {
  if (!staffGroups.includes(staffGroup)) return 0;
  if (staffGroup === 'agenda-for-change') return staffGroups.length === 1 ? 0.5 : 0;
  return staffGroups.includes('agenda-for-change') ? 0 : 2;
}

/** A rule for those with a visa is not told to whoever says nothing of one, if any other fits. */
const inSuch = ({ when }: Clause, asker: AskerSide): number => (isSpokenOf(when, asker) ? 0 : -3);

const isSpokenOf = (such: Circumstance | undefined, { circumstances }: AskerSide): boolean =>
  such === undefined || circumstances.has(such);

/** "Can my ward sister ring me on my day off" is not from somebody who fled from home. */
const UNSPOKEN = -2;

/** What a clause for band 7 says is nothing to whoever names band 5. */
const ofTheirBand = ({ question, asks }: Clause, { bands }: AskerSide): number => {
  if (bands.length === 0 || bandsIn(question).length === 0) return 0;
  const own = [question, ...asks].flatMap(bandsIn);
  return own.some((band) => bands.includes(band)) ? 0 : -3;
};

/** "Band 8a, 8b or 9". "Bands 4 to 9" and "from band 5 to band 6" are no one band. */
const BANDS = /\bbands? ?((?:\d[a-d]?(?:,? (?:and|or) (?:band )?|, ?|\/)?)+)/gi;
const SPAN = /\bbands? ?\d[a-d]? ?(?:to|-|–) ?(?:band )?\d[a-d]?/gi;
const bandsIn = (text: string): readonly string[] =>
  [...text.replaceAll(SPAN, ' ').matchAll(BANDS)].flatMap(
    ([, listed = '']) => listed.match(/\d/g) ?? [],
  );

/** A manager who speaks of their staff is rather told the manager's side, and staff theirs. */
function sideOf(clause: Clause, { isManager, ofTheirStaff }: AskerSide): number {
  if (clause.for === 'everyone') return 0;
  if (clause.for === 'manager') return ofTheirStaff ? 0.6 : isManager ? 0 : -0.6;
  return ofTheirStaff ? -0.4 : 0.2;
}
