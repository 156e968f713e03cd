/**
 * The answer in the policy's own words. "Yes" and "No" are said only where the clause's writer
 * said that they are the honest first word for a question like this one, and never where an
 * organisation's own rule stands beside them: it may say otherwise.
 */
import { bestPart } from './best-part';
import { workOut } from './entitlements/work-out';
import { areOpposite, turnedIn } from './premise/turns';
import type { PolicySet } from './policies/policy-set';
import type { Clause } from './policies/schema';
import type { Question } from './question';
import type { Candidate } from './rank';
import { wordsOf } from './words/normalise';

export interface Composed {
  readonly text: string;
  /** In the order of their numbers. */
  readonly clauses: readonly [Clause, ...Clause[]];
  /** True where it was worked out for this asker. */
  readonly isSum: boolean;
  /** True where a sum asks for a fact that it needs. */
  readonly partly?: boolean;
}

/** What else bears on the words: the organisation's own rules, and what happened to the asker. */
export interface Beside {
  /** True where a rule of the organisation's own is shown with the answer. */
  readonly beside: boolean;
  /** True where it has a rule in place of this clause. */
  readonly insteadOf: (clause: string) => boolean;
  /** True where nothing may be worked out, as for somebody who speaks of a loss. */
  readonly noSums: boolean;
}

const ALIKE_ENOUGH_FOR_YES = 0.62;
const NEGATION =
  /\b(?:not|no|never|without|cannot|\w+n't|dont|cant|wont|isnt|doesnt|didnt|havent|hasnt)\b/gi;

export function compose(
  question: Question,
  best: Candidate & { clause: Clause },
  set: PolicySet,
  { beside, insteadOf, noSums }: Beside,
): Composed {
  const { clause } = best;
  if (clause.version === null) return composeDocument(clause, best.judgement.ask);
  const { alike, ask } = best.judgement;
  const first = beside ? '' : firstWord(question.text, alike, ask, clause);
  const sum = noSums ? undefined : workOut(clause, question, set);
  // National figures say nothing where the organisation has a rule instead of one of them.
  const holds = sum?.clauses.some(({ id }) => insteadOf(id)) === false;
  // A yes or a no is the whole answer: what it comes to for the asker was not the question.
  if (sum !== undefined && holds && !(sum.ruleAlone && first !== ''))
    return { ...sum, isSum: !sum.ruleAlone };
  const asked = first === '' && saysYesBare(question.text, alike, ask, clause);
  const above = asked ? `**${clause.question}**\n\n` : '';
  return { text: `${above}${first}${clause.text} [1]`, clauses: [clause], isSum: false };
}

/** "It does." and "Not yet." say yes or no to the clause's own question, and nothing without it. */
const BARE =
  /^(?:it|they|you|there|that|some|most|many|not|usually|only|your own \w+)\b(?: [\w']+){0,3}\./i;
const isBare = ({ text }: Clause): boolean => BARE.test(text.replaceAll('**', ''));

/** True where the reader must be told what it is that the bare words answer. */
const saysYesBare = (text: string, alike: number, ask: string, clause: Clause): boolean =>
  isBare(clause) && !(alike >= ALIKE_ENOUGH_FOR_YES && isSameWayRound(text, ask));

/** What is cited is the part that is shown, so that the quote holds the answer. */
function composeDocument(clause: Clause, sentence: string): Composed {
  const text = bestPart(clause.text, sentence);
  return { text: `${text} [1]`, clauses: [{ ...clause, text }], isSum: false };
}

const isSameWayRound = (text: string, ask: string): boolean =>
  (text.match(NEGATION) ?? []).length % 2 === (ask.match(NEGATION) ?? []).length % 2 &&
  !areOpposite(turnedIn(text), turnedIn(ask));

/** Yes or no, where the question is asked as one of the writer's, the same way round. */
function firstWord(text: string, alike: number, ask: string, clause: Clause): string {
  if (alike < ALIKE_ENOUGH_FOR_YES || /^(?:yes|no)\b/i.test(clause.text)) return '';
  if (
    !isSameWayRound(text, ask) ||
    !/^(?:can|could|do|does|did|is|are|am|will|would|should|may|must|have|has)\b|\?|\b(?:can|do|am|is|will) (?:i|we|they|my)\b/i.test(
      wordsOf(text).join(' '),
    )
  )
    return '';
  if (clause.yes.includes(ask)) return '**Yes.** ';
  return clause.no.includes(ask) ? '**No.** ' : '';
}
