/**
 * The rules beside the one that answers. Which clause of a policy was meant is often a near
 * thing, and many people ask two things in one sentence ("what do I get and when must I tell
 * them"), so the next likeliest are told too, after the answer: deployment/decisions/0021-the-rules-beside-the-answer.md.
 */
import { bestPart } from './best-part';
import type { LocalRules } from './local-rules';
import type { SaidBeside } from './outcome';
import type { Clause } from './policies/schema';
import type { Question } from './question';
import type { Candidate } from './rank';
import { isClause, type Fitting } from './speaks';

export interface Related {
  readonly said: readonly SaidBeside[];
  /** In the order of their numbers. */
  readonly clauses: readonly Clause[];
}

const MOST = 5;
/** So likely beside the best, and of its policy, it may well be what was meant: it stands in the answer, if short. */
const AS_LIKELY = 0.5;
/** Less likely than this beside the best, it is something else. */
const LIKELY = 0.06;
/** What another policy says must be likelier: it speaks of another event in somebody's life. */
const LIKELY_ELSEWHERE = 0.3;

/**
 * @param told the clauses that the answer itself cites, in the order of their numbers
 * @param candidates best first
 */
export function relatedTo(
  best: Fitting,
  told: readonly Clause[],
  candidates: readonly Candidate[],
  local: LocalRules | undefined,
  question: Question,
): Related {
  const known = new Set([...told.map(({ id }) => id), best.id]);
  const said: SaidBeside[] = [];
  const clauses: Clause[] = [];
  for (const candidate of candidates) {
    if (said.length === MOST) break;
    if (!isClause(candidate) || !candidate.forAsker || known.has(candidate.id)) continue;
    if (!isLikely(candidate, best)) continue;
    const { own, national } = versionsOf(candidate, local, question);
    // A rule that another one stands in place of is told with it, or not at all.
    if ([own, national].some((one) => one !== undefined && known.has(one.id))) continue;
    const shown = [own, national].filter((one) => one !== undefined);
    for (const { id } of shown) known.add(id);
    const first = told.length + clauses.length + 1;
    clauses.push(...shown);
    said.push({
      question: candidate.clause.question,
      own: own === undefined ? null : `${own.text} [${first}]`,
      text: national === undefined ? null : `${national.text} [${first + shown.length - 1}]`,
      likely: candidate.policy === best.policy && candidate.score >= AS_LIKELY * best.score,
      unconfirmed: shown.some(({ confidence }) => confidence === 'unconfirmed'),
    });
  }
  return { said, clauses };
}

const isLikely = (candidate: Fitting, best: Fitting): boolean =>
  candidate.score / best.score >= (candidate.policy === best.policy ? LIKELY : LIKELY_ELSEWHERE);

/** The organisation's own rule and the national one; of a document, the part that speaks of it. */
function versionsOf(
  { clause, judgement }: Fitting,
  local: LocalRules | undefined,
  question: Question,
): { own: Clause | undefined; national: Clause | undefined } {
  if (local?.ownRule(clause.id) !== undefined) return { own: clause, national: undefined };
  const national =
    clause.version === null ? { ...clause, text: bestPart(clause.text, judgement.ask) } : clause;
  return { own: local?.variationOf(clause.id, question), national };
}
