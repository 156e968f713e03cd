/** Answers from policy or not at all. Each line is a step; any of them may settle the outcome. */
import { cite } from './cite';
import { compose } from './compose';
import type { Finder, Finding } from './find';
import type { LocalRules } from './local-rules';
import type { Phraser } from './model/phraser';
import { isAfterALoss, isOfABaby, sumInstead } from './meant-sum';
import type { Answered, NotCovered, Outcome } from './outcome';
import { sumCompleted, type Asked } from './entitlements/work-out';
import { kindLine, speaksOfLoss } from './kind-line';
import type { PolicySet } from './policies/policy-set';
import type { Clause } from './policies/schema';
import type { VariationClause } from './policies/variation-schema';
import type { Question } from './question';
import type { Candidate } from './rank';

export interface Tools {
  readonly set: PolicySet;
  readonly finder: Finder;
  /** Undefined where the asker's organisation has no wording of its own. */
  readonly local: LocalRules | undefined;
  /** True where a document of the asker's organisation answers too: it may say otherwise. */
  readonly documentBeside: boolean;
  /** Undefined: answers stay in the policy's own words. */
  readonly phraser: Phraser | undefined;
}

type Fitting = Candidate & { clause: Clause };

export async function answer(
  question: Question,
  tools: Tools,
  signal: AbortSignal,
): Promise<Outcome> {
  const completed = sumCompleted(question, tools.set);
  if (completed !== undefined && !isAfterALoss(completed)) {
    const whole = await answeredBySum(completed, NOTHING_FOUND, tools, signal);
    return { ...whole, readAs: completed.question.text };
  }
  const finding = withoutLoss(question, await tools.finder.find(question, signal));
  const best = finding.candidates[0];
  const speaks = best !== undefined && speaksOfIt(best, finding.followsUp);
  const sum = sumInstead(question, best, speaks, tools.set);
  if (sum !== undefined) return answeredBySum(sum, finding, tools, signal);
  if (best === undefined || !speaks) return notCovered(finding, 'unknown', null);
  const filling = best.gap && fillingOf(best, finding, tools);
  if (best.gap !== undefined && filling === undefined)
    return notCovered(finding, 'gap', best.gap.topic);

  const fitting =
    filling ??
    finding.candidates.find(
      (candidate): candidate is Fitting => isClause(candidate) && candidate.forAsker,
    );
  if (fitting === undefined || !standsIn(fitting, best) || !speaksOfIt(fitting, finding.followsUp))
    // The set is written for Agenda for Change: for them, a rule for others only was not meant.
    return notCovered(
      finding,
      question.staffGroup === 'agenda-for-change' ? 'unknown' : 'other-group',
      null,
    );
  return answered(question, fitting, finding, tools, signal);
}

function answeredBySum(
  { clause, question }: Asked,
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
  return answered(question, best, finding, tools, signal);
}

const NOTHING_FOUND: Finding = { candidates: [], topics: [], found: [], followsUp: false };

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

/** A rule for after a death is for somebody who speaks of one, however many words it shares. */
function withoutLoss(question: Question, finding: Finding): Finding {
  if (speaksOfLoss(saidIn(question, finding))) return finding;
  const ofLoss = (candidate: Candidate): boolean =>
    candidate.clause?.opening === 'bereavement' || candidate.clause?.opening === 'baby-loss';
  return { ...finding, candidates: finding.candidates.filter((candidate) => !ofLoss(candidate)) };
}

const saidIn = (question: Question, { followsUp }: Finding): string =>
  followsUp ? `${question.text} ${question.before?.text ?? ''}` : question.text;

const isClause = (candidate: Candidate): candidate is Fitting => candidate.clause !== undefined;

/** Found on the development questions; for documents; the curve is in deployment/decisions/0003-embedded-index.md. */
const ENOUGH = 0.93;
const ENOUGH_FOR_A_FOLLOW_UP = 0.8;
const ENOUGH_FOR_ONE_WORD = 0.9;
const ENOUGH_IN_ONE_WORD = 0.75;
/** One sentence of a document must have three fifths of the question: nobody wrote how it is asked. */
const ENOUGH_OF_A_DOCUMENT = 1.2;

/** Odds from which it is answered; the curve is in deployment/decisions/0020-finding-by-what-was-learned.md. */
const EVEN = 0;

/** How likely a clause must be beside the best to be named as close. */
const CLOSE = 0.1;

/** How likely an own rule must be beside the gap that it fills. */
const FILLS = 0.1;

/** When the best rule is for other contract terms, one for the asker's must be nearly as likely … */
const NEARLY_AS_GOOD = 0.22;
/** … or be on the same subject: the law's own rule, for somebody whose contract has no better one. */
const GOOD_ON_THE_SUBJECT = 0.05;

const standsIn = (fitting: Fitting, best: Candidate): boolean =>
  fitting.score >=
  best.score * (fitting.policy === best.policy ? GOOD_ON_THE_SUBJECT : NEARLY_AS_GOOD);

/**
 * A clause speaks of the question when it has most of its rare words and somebody has asked it
 * nearly so before. A single word is met by chance: it must be the whole of a way of asking.
 */
function speaksOfIt(
  { clause, odds, judgement: { asked, covered, alike, shared } }: Candidate,
  followsUp: boolean,
): boolean {
  if (odds !== undefined) return odds >= EVEN;
  if (asked === 1) return alike >= ENOUGH_FOR_ONE_WORD;
  if (clause?.version === null) return covered + alike >= ENOUGH_OF_A_DOCUMENT;
  // One rare word in common is chance, unless it is nearly all there is.
  if (shared < 2 && alike < ENOUGH_IN_ONE_WORD) return false;
  return covered + alike >= (followsUp ? ENOUGH_FOR_A_FOLLOW_UP : ENOUGH);
}

async function answered(
  question: Question,
  best: Fitting,
  finding: Finding,
  { set, phraser, local, documentBeside }: Tools,
  signal: AbortSignal,
): Promise<Answered> {
  const shown = withLocalRule(question, best, finding, { set, local });
  const { clause } = shown.best;
  const { variation } = shown;
  // What was said before counts in a sum only where the question goes on from it.
  const asked = finding.followsUp ? question : { ...question, before: null };
  const own = compose(asked, shown.best, set, {
    noSums: shown.leads || (isOfABaby(clause) && speaksOfLoss(saidIn(question, finding))),
    beside: variation !== undefined || documentBeside,
    insteadOf: (id) => local?.variationOf(id, question)?.replaces === id,
  });
  const phrased =
    clause.sum === undefined
      ? await phraser?.phrase(question.text, own.clauses, signal)
      : undefined;
  const clauses = phrased?.clauses ?? own.clauses;
  const [first, ...rest] = clauses;
  const ownRule = local?.ownRule(clause.id) !== undefined;
  return {
    kind: 'answered',
    text: phrased?.text ?? own.text,
    citations: [
      cite(first),
      ...rest.map(cite),
      ...(variation === undefined ? [] : [cite(variation)]),
    ],
    opening: kindLine(clause.opening, saidIn(question, finding)),
    support: clause.support,
    unconfirmed: clauses.some(({ confidence }) => confidence === 'unconfirmed'),
    variation:
      variation === undefined
        ? null
        : {
            text: `${variation.text} [${clauses.length + 1}]`,
            citation: clauses.length + 1,
            prevails: variation.replaces === clause.id || shown.leads,
          },
    ownRule,
    notNational: false,
    more: [],
    local: clause.local && variation === undefined && !ownRule,
    services: clause.services,
    next: clause.next.flatMap((id) => set.clause(id)?.question ?? []),
    topics: [clause.policy, ...finding.topics.filter((topic) => topic !== clause.policy)].slice(
      0,
      3,
    ),
    found: finding.found,
    modelWritten: phrased !== undefined,
    missing: null,
    readAs: null,
  };
}

/** The national clause to show, and the own rule beside it. */
interface Shown {
  readonly best: Fitting;
  readonly variation: VariationClause | undefined;
  /** True where the own rule meets the question best: it is what was asked for. */
  readonly leads: boolean;
}

function withLocalRule(
  question: Question,
  best: Fitting,
  finding: Finding,
  { set, local }: Pick<Tools, 'set' | 'local'>,
): Shown {
  const own = local?.ownRule(best.clause.id);
  if (own === undefined) {
    const variation = local?.variationOf(best.clause.id, question);
    const found = finding.candidates.find(({ id }) => id === variation?.id);
    const leads = found !== undefined && strength(found) >= strength(best);
    return { best, variation, leads };
  }
  const national = own.beside
    .map((id) => set.clause(id))
    .find((clause) => clause?.staffGroups.includes(question.staffGroup));
  return national === undefined
    ? { best, variation: undefined, leads: false }
    : { best: { ...best, clause: national }, variation: own, leads: true };
}

const strength = ({ judgement }: Candidate): number => judgement.alike + judgement.covered;

function notCovered(finding: Finding, why: NotCovered['why'], about: string | null): NotCovered {
  const least = CLOSE * (finding.candidates[0]?.score ?? 0);
  const nearest = finding.candidates
    .flatMap(({ clause, forAsker, judgement, score }) =>
      clause !== undefined &&
      forAsker &&
      score >= least &&
      judgement.alike > 0.35 &&
      judgement.covered > 0.35
        ? [clause]
        : [],
    )
    .slice(0, 2)
    .map(({ id, question, policyTitle }) => ({ id, question, policyTitle }));
  return { kind: 'not-covered', why, about, nearest, topics: finding.topics, found: finding.found };
}
