/**
 * The answer in the policy's own words. "Yes" and "No" are said only where the clause's writer
 * said that they are the honest first word for a question like this one, and never where an
 * organisation's own rule stands beside them: it may say otherwise.
 */
import { bestPart } from './best-part';
import { annualLeave, type AnnualLeave } from './entitlements/annual-leave';
import { withParticularsFrom } from './entitlements/particulars';
import type { PolicySet } from './policies/policy-set';
import type { Clause } from './policies/schema';
import type { Question } from './question';
import type { Candidate } from './rank';
import { wordsOf } from './words/normalise';

export interface Composed {
  readonly text: string;
  /** In the order of their numbers. */
  readonly clauses: readonly [Clause, ...Clause[]];
}

const ALIKE_ENOUGH_FOR_YES = 0.62;
const NEGATION =
  /\b(?:not|no|never|without|cannot|\w+n't|dont|cant|wont|isnt|doesnt|didnt|havent|hasnt)\b/gi;

export function compose(
  question: Question,
  best: Candidate & { clause: Clause },
  set: PolicySet,
  hasOwnRuleBeside: boolean,
): Composed {
  const { clause } = best;
  if (clause.version === null) return composeDocument(clause, best.judgement.ask);
  if (clause.sum === 'annual-leave') {
    const clauses = set.policy(clause.policy)?.clauses ?? [];
    const sum = annualLeave(clauses, withParticularsFrom(question.text, question.particulars));
    if (sum !== undefined) return composeAnnualLeave(sum, clause);
  }
  const { alike, ask } = best.judgement;
  const first = hasOwnRuleBeside ? '' : firstWord(question.text, alike, ask, clause);
  return { text: `${first}${clause.text} [1]`, clauses: [clause] };
}

/** What is cited is the part that is shown, so that the quote holds the answer. */
function composeDocument(clause: Clause, sentence: string): Composed {
  const text = bestPart(clause.text, sentence);
  return { text: `${text} [1]`, clauses: [{ ...clause, text }] };
}

/** Yes or no, where the question is asked as one of the writer's, the same way round. */
function firstWord(text: string, alike: number, ask: string, clause: Clause): string {
  if (alike < ALIKE_ENOUGH_FOR_YES || /^(?:yes|no)\b/i.test(clause.text)) return '';
  const sameWayRound =
    (text.match(NEGATION) ?? []).length % 2 === (ask.match(NEGATION) ?? []).length % 2;
  if (
    !sameWayRound ||
    !/^(?:can|could|do|does|did|is|are|am|will|would|should|may|must|have|has)\b|\?|\b(?:can|do|am|is|will) (?:i|we|they|my)\b/i.test(
      wordsOf(text).join(' '),
    )
  )
    return '';
  if (clause.yes.includes(ask)) return '**Yes.** ';
  return clause.no.includes(ask) ? '**No.** ' : '';
}

function composeAnnualLeave(sum: AnnualLeave, asked: Clause): Composed {
  const [days, ...rest] = sum.clauses;
  const others = [...rest, asked].filter(({ id }) => id !== days.id);
  const clauses: [Clause, ...Clause[]] = [
    days,
    ...new Map(others.map((clause) => [clause.id, clause])).values(),
  ];
  const marks = clauses
    .slice(0, 2)
    .map((_, index) => `[${index + 1}]`)
    .join(' ');
  const fullTime = sum.weeklyHours >= sum.fullTimeWeek;
  const lead = fullTime
    ? `You get **${sum.days} days** of annual leave a year, plus **${sum.bankHolidayDays} bank holidays**. In hours, that is **${sum.hours} hours** and **${sum.bankHolidayHours} hours**. ${marks}`
    : `You get **${sum.hours} hours** of annual leave a year, plus **${sum.bankHolidayHours} hours** for bank holidays. ${marks}`;
  const why = fullTime
    ? `This is for ${sum.fullTimeWeek} hours a week, at ${sum.fullTimeDay} hours a day, because ${serviceWords(sum)}.`
    : `Full time is ${sum.days} days and ${sum.bankHolidayDays} bank holidays, because ${serviceWords(sum)}. Your share is ${sum.weeklyHours} out of ${sum.fullTimeWeek} hours a week.`;
  const own =
    asked.id === days.id || rest.some(({ id }) => id === asked.id)
      ? ''
      : `\n\n${asked.text} [${clauses.findIndex(({ id }) => id === asked.id) + 1}]`;
  return { text: `${lead}\n\n${why}${own}`, clauses };
}

function serviceWords({ step, serviceYears }: AnnualLeave): string {
  if (step.to === undefined) return `you have ${step.from} or more years of NHS service`;
  if (step.from === 0)
    return serviceYears === 0
      ? 'you are new to the NHS'
      : `you have less than ${step.to} years of NHS service`;
  return `you have between ${step.from} and ${step.to} years of NHS service`;
}
