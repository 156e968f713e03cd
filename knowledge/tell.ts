/** What a person is told once it is settled which clause answers. */
import { cite } from './cite';
import { compose } from './compose';
import type { Finding } from './find';
import { isClose, kindLine, speaksOfLoss } from './kind-line';
import type { LocalRules } from './local-rules';
import { isOfABaby } from './meant-sum';
import type { Phraser } from './model/phraser';
import type { Answered, SaidBeside, Variation } from './outcome';
import type { PolicySet } from './policies/policy-set';
import type { Clause } from './policies/schema';
import type { VariationClause } from './policies/variation-schema';
import type { Question } from './question';
import { relatedTo, type Related } from './related';
import type { Candidate } from './rank';
import type { Fitting } from './speaks';
import { threadOf } from './thread';

export interface Telling {
  readonly set: PolicySet;
  /** Undefined where the asker's organisation has no wording of its own. */
  readonly local: LocalRules | undefined;
  /** True where a document of the asker's organisation answers too: it may say otherwise. */
  readonly documentBeside: boolean;
  /** Undefined: answers stay in the policy's own words. */
  readonly phraser: Phraser | undefined;
}

export async function tell(
  question: Question,
  best: Fitting,
  finding: Finding,
  telling: Telling,
  signal: AbortSignal,
): Promise<Answered> {
  const { set, local } = telling;
  const shown = withLocalRule(question, best, finding, telling);
  const { clause } = shown.best;
  const said = await wordsOf(question, shown, finding, telling, signal);
  const [first, ...others] = said.clauses;
  const own = [first, ...others, ...(shown.variation === undefined ? [] : [shown.variation])];
  // The figures of others beside a sum of one's own would only confuse.
  const besideIt = said.isSum ? notInTheSum(finding.candidates, best) : finding.candidates;
  const related = relatedTo(best, own, besideIt, local, question);
  const beside = said.isSum ? related.said.map(foldedAway) : related.said;
  const ownRule = local?.ownRule(clause.id) !== undefined;
  return {
    kind: said.partly === true ? 'partly-answered' : 'answered',
    text: said.text,
    citations: [cite(first), ...[...own.slice(1), ...related.clauses].map(cite)],
    opening: kindLine(clause.opening, saidIn(question, finding)),
    support: clause.support,
    isClose: isClose(clause.opening, saidIn(question, finding)),
    unconfirmed: said.clauses.some(({ confidence }) => confidence === 'unconfirmed'),
    variation: variationShown(shown, said.clauses.length),
    ownRule,
    notNational: false,
    more: [],
    related: beside,
    local: clause.local && shown.variation === undefined && !ownRule,
    services: clause.services,
    next: nextOf(clause, related, set),
    topics: [...new Set([clause.policy, ...finding.topics])].slice(0, 3),
    found: finding.found,
    modelWritten: said.modelWritten,
    missing: null,
    readAs:
      finding.followsUp && question.before !== null
        ? threadOf(question.text, question.before.text)
        : null,
  };
}

const foldedAway = (beside: SaidBeside): SaidBeside => ({ ...beside, likely: false });

/** A sum is an answer by itself: only what is likely beside it was asked as well. */
const LIKELY_BESIDE_A_SUM = 0.15;

const notInTheSum = (candidates: readonly Candidate[], best: Fitting): Candidate[] =>
  candidates.filter(
    ({ clause, score }) => clause?.sum === undefined && score >= LIKELY_BESIDE_A_SUM * best.score,
  );

interface Words {
  readonly text: string;
  readonly clauses: readonly [Clause, ...Clause[]];
  readonly isSum: boolean;
  readonly partly?: boolean;
  readonly modelWritten: boolean;
}

async function wordsOf(
  question: Question,
  shown: Shown,
  finding: Finding,
  { set, phraser, local, documentBeside }: Telling,
  signal: AbortSignal,
): Promise<Words> {
  const { clause } = shown.best;
  // What was said before counts in a sum only where the question goes on from it.
  const asked = finding.followsUp ? question : { ...question, before: null };
  const own = compose(asked, shown.best, set, {
    noSums: shown.leads || (isOfABaby(clause) && speaksOfLoss(saidIn(question, finding))),
    beside: shown.variation !== undefined || documentBeside,
    insteadOf: (id) => local?.variationOf(id, question)?.replaces === id,
  });
  const phrased =
    clause.sum === undefined
      ? await phraser?.phrase(question.text, own.clauses, signal)
      : undefined;
  return { ...own, ...phrased, modelWritten: phrased !== undefined };
}

/** What people ask next, save what was just told. */
function nextOf(clause: Clause, { clauses }: Related, set: PolicySet): string[] {
  const told = new Set(clauses.map(({ id }) => id));
  return clause.next.flatMap((id) => (told.has(id) ? [] : (set.clause(id)?.question ?? [])));
}

function variationShown(
  { best, variation, leads, isFirst }: Shown,
  before: number,
): Variation | null {
  if (variation === undefined) return null;
  const prevails = variation.replaces === best.clause.id || leads;
  return {
    text: `${variation.text} [${before + 1}]`,
    citation: before + 1,
    prevails,
    isFirst: prevails || isFirst,
  };
}

/** The message, and the one before it where it goes on from there. */
export const saidIn = (question: Question, { followsUp }: Finding): string =>
  followsUp ? `${question.text} ${question.before?.text ?? ''}` : question.text;

/** The national clause to show, and the own rule beside it. */
interface Shown {
  readonly best: Fitting;
  readonly variation: VariationClause | undefined;
  /** True where the own rule meets the question best: it is what was asked for. */
  readonly leads: boolean;
  /** True where it meets it nearly as well, or the national one leaves it to the employer: then it is said first. */
  readonly isFirst: boolean;
}

const NEARLY_AS_WELL = 0.6;

function withLocalRule(
  question: Question,
  best: Fitting,
  finding: Finding,
  { set, local }: Pick<Telling, 'set' | 'local'>,
): Shown {
  const own = local?.ownRule(best.clause.id);
  if (own === undefined) {
    const variation = local?.variationOf(best.clause.id, question);
    // A rule in place of a national clause is found under that clause's id.
    const foundAs = variation?.replaces ?? variation?.id;
    const found = finding.candidates.find(({ id }) => id === foundAs);
    // Of a clause that was not searched for, as a sum's, nothing is known to hold the other against.
    const isKnown = found !== undefined && strength(best) > 0;
    const fit = isKnown ? strength(found) / strength(best) : 0;
    return {
      best,
      variation,
      leads: fit >= 1,
      isFirst: best.clause.local || fit >= NEARLY_AS_WELL,
    };
  }
  const national = own.beside
    .map((id) => set.clause(id))
    .find((clause) => clause?.staffGroups.includes(question.staffGroup));
  return national === undefined
    ? { best, variation: undefined, leads: false, isFirst: false }
    : { best: { ...best, clause: national }, variation: own, leads: true, isFirst: true };
}

const strength = ({ judgement }: Candidate): number => judgement.alike + judgement.covered;
