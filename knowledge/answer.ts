/** Answers from policy or not at all. Each line is a step; any of them may settle the outcome. */
import { clarifying } from './clarify';
import { sumCompleted, type Asked } from './entitlements/work-out';
import type { Finder, Finding } from './find';
import { speaksOfLoss } from './kind-line';
import { isAfterALoss, sumInstead } from './meant-sum';
import type { Answered, NotCovered, Outcome } from './outcome';
import type { Clause } from './policies/schema';
import type { Question } from './question';
import type { Candidate } from './rank';
import { isClause, speaksOfIt, standsIn, type Fitting } from './speaks';
import { sumAgain } from './sum-again';
import { saidIn, tell, type Telling } from './tell';

export interface Tools extends Telling {
  readonly finder: Finder;
}

export async function answer(
  question: Question,
  tools: Tools,
  signal: AbortSignal,
): Promise<Outcome> {
  const completed = sumCompleted(question, tools.set) ?? sumAgain(question, tools.set);
  if (completed !== undefined && !isAfterALoss(completed)) {
    const whole = await answeredBySum(completed, NOTHING_FOUND, tools, signal);
    return { ...whole, readAs: completed.question.text };
  }
  const finding = withoutLoss(question, await tools.finder.find(question, signal), tools);
  const best = finding.candidates[0];
  const speaks = best !== undefined && speaksOfIt(best, finding.followsUp, question.text);
  const sum = sumInstead(question, best, speaks, tools.set);
  if (sum !== undefined) return answeredBySum(sum, finding, tools, signal);
  if (best === undefined || !speaks) return notCovered(finding, 'unknown', null);
  const choice = clarifying(question, finding, tools.set);
  if (choice !== undefined) return choice;
  const filling = best.gap && fillingOf(best, finding, tools);
  if (best.gap !== undefined && filling === undefined)
    return notCovered(finding, 'gap', best.gap.topic);

  const fitting =
    filling ??
    finding.candidates.find(
      (candidate): candidate is Fitting => isClause(candidate) && candidate.forAsker,
    );
  if (
    fitting === undefined ||
    !standsIn(fitting, best) ||
    (fitting.policy !== best.policy && !speaksOfIt(fitting, finding.followsUp, question.text))
  ) {
    const own = ownTerms(question, best, finding);
    if (own !== undefined) return tell(question, own, finding, tools, signal);
    // The set is written for Agenda for Change: for them, a rule for others only was not meant.
    return notCovered(
      finding,
      question.staffGroup === 'agenda-for-change' ? 'unknown' : 'other-group',
      null,
    );
  }
  return tell(question, fitting, finding, tools, signal);
}

/** What the policy says to people on the asker's own terms and not to others: that their contract decides. */
const ownTerms = (
  { staffGroup }: Question,
  { policy, forAsker }: Candidate,
  { candidates }: Finding,
): Fitting | undefined =>
  candidates.find(
    (candidate): candidate is Fitting =>
      !forAsker &&
      isClause(candidate) &&
      candidate.policy === policy &&
      candidate.clause.staffGroups.includes(staffGroup) &&
      !candidate.clause.staffGroups.includes('agenda-for-change'),
  );

const answeredBySum = (
  { clause, question }: Asked,
  finding: Finding,
  tools: Tools,
  signal: AbortSignal,
): Promise<Answered> => tellClause(clause, question, finding, tools, signal);

/** What a clause says to this asker, where it is settled that it is this one: nothing is searched for. */
export const tellOnly = (
  clause: Clause,
  question: Question,
  tools: Tools,
  signal: AbortSignal,
): Promise<Answered> => tellClause(clause, question, NOTHING_FOUND, tools, signal);

function tellClause(
  clause: Clause,
  question: Question,
  finding: Finding,
  tools: Tools,
  signal: AbortSignal,
): Promise<Answered> {
  const { id, policy } = clause;
  const judgement = { asked: 0, covered: 0, alike: 0, shared: 0, ask: '' };
  const best = {
    id,
    policy,
    gap: undefined,
    score: 0,
    judgement,
    odds: undefined,
    clause,
    forAsker: true,
  };
  return tell(question, best, finding, tools, signal);
}

const NOTHING_FOUND: Finding = {
  candidates: [],
  topics: [],
  found: [],
  followsUp: false,
  leans: false,
};

/** What the national set leaves open, the asker's organisation may have settled. */
function fillingOf(gap: Candidate, { candidates }: Finding, { local }: Tools): Fitting | undefined {
  return candidates.find(
    (candidate): candidate is Fitting =>
      isClause(candidate) &&
      candidate.forAsker &&
      local?.ownRule(candidate.id) !== undefined &&
      candidate.policy === gap.policy &&
      candidate.score >= gap.score * FILLS,
  );
}

/**
 * A rule for after a death is for somebody who speaks of one, or was just told such a rule, however
 * many words it shares.
 */
function withoutLoss(question: Question, finding: Finding, { set }: Tools): Finding {
  const told = set.clause(question.before?.clause ?? '');
  if (isOfLoss(told) || speaksOfLoss(saidIn(question, finding))) return finding;
  return { ...finding, candidates: finding.candidates.filter(({ clause }) => !isOfLoss(clause)) };
}

const isOfLoss = (clause: Clause | undefined): boolean =>
  clause?.opening === 'bereavement' || clause?.opening === 'baby-loss';

/** How likely an own rule must be beside the gap that it fills. */
const FILLS = 0.1;

/** How likely a clause must be beside the best to be named as close, and of how many at most. */
const CLOSE = 0.1;
const MOST_CLOSE = 3;
/** Odds under which a clause is not close: more than these are offered to one in eight from other desks. */
const FAR_OFF = -2.5;
/** So much of a question a clause of a document must have. */
const CLOSE_IN_WORDS = 0.35;

function notCovered(finding: Finding, why: NotCovered['why'], about: string | null): NotCovered {
  const least = CLOSE * (finding.candidates[0]?.score ?? 0);
  const nearest = finding.candidates
    .filter(isClause)
    .filter((one) => one.forAsker && one.score >= least && isClose(one))
    .slice(0, MOST_CLOSE)
    .map(({ clause: { id, question, policyTitle } }) => ({ id, question, policyTitle }));
  const { topics, found, leans } = finding;
  return { kind: 'not-covered', why, about, nearest, leans, topics, found };
}

const isClose = ({ odds, judgement }: Fitting): boolean =>
  odds === undefined
    ? judgement.alike > CLOSE_IN_WORDS && judgement.covered > CLOSE_IN_WORDS
    : odds > FAR_OFF;
