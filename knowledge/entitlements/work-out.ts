/** Works a sum out for an asker: what was said wins over what is known, and the rest is asked for. */
import { asksOfTheirStaff } from '../point-of-view';
import type { PolicySet } from '../policies/policy-set';
import type { Clause } from '../policies/schema';
import type { Question } from '../question';
import { factsKnown, type FactName, type Facts } from './facts';
import { figureOf } from './figure';
import { AMOUNT } from './read-amounts';
import { factsIn, readBareFact } from './read-facts';
import { sayFact } from './say-fact';
import type { Book, Line, Sum, Worked } from './sum';
import { asksForAmount, sumsMeant } from './sum-asked';
import { sums } from './sums';
import { askFor, ofThem } from './ask-words';

export interface WorkedOut {
  /** Markdown; `[1]` points at the first clause. */
  readonly text: string;
  readonly clauses: readonly [Clause, ...Clause[]];
  /** The fact that was asked for; undefined where the sum is complete. */
  readonly asks: FactName | undefined;
  /** True where nothing could be said beyond the rule itself. */
  readonly ruleAlone: boolean;
  /** True where the person told something of themselves for their own figure, and a fact is missing for it. */
  readonly partly: boolean;
}

/** "After five years and after ten": the rule says it for each, a sum for one. */
const FOR_SEVERAL = new RegExp(
  String.raw`\b(?:after|at|with) ${AMOUNT}(?: (?:years?|yrs?))?(?:,| (?:and|or|then|&))+ (?:after |at |with )?${AMOUNT} (?:years?|yrs?)\b`,
  'i',
);

const WEEK = { clause: 'annual-leave-and-bank-holidays.2', figure: 'full-time-week' };

/** @returns undefined where the clause has no sum, or none that holds for this asker */
export function workOut(clause: Clause, question: Question, set: PolicySet): WorkedOut | undefined {
  const sum = clause.sum === undefined ? undefined : sums[clause.sum];
  const book = sum === undefined ? undefined : bookFor(sum, clause, question, set);
  if (sum === undefined || book === undefined || FOR_SEVERAL.test(question.text)) return undefined;
  const { before, on } = question;
  const earlier = before?.policy === sum.policy ? `\n${before.text}` : '';
  const said = factsIn(`${question.text}${earlier}`, on, book.fullTimeWeek);
  const result = sum.work({ ...knownOf(question, said, book.fullTimeWeek), ...said }, book);
  if (result === undefined) return undefined;
  const worked = asksOfTheirStaff(question.text) ? toldOfThem(result) : result;
  if (worked.kind === 'worked') return marked(worked.lines, undefined);
  const wanted = asksForAmount(question.text) && (sum.asksAlways || Object.keys(said).length > 0);
  // A rule that is asked about in general is told without a question.
  if (worked.lines.length === 0 && !wanted) return undefined;
  const rule = worked.lines.length > 0 ? worked.lines : [{ text: clause.text, clauses: [clause] }];
  const ruleAlone = worked.lines.length === 0;
  const partly = Object.keys(said).length > 0 || PART_TIME.test(question.text);
  const fact = question.asksNothing ? undefined : worked.fact;
  return { ...marked(rule, fact), ruleAlone, partly };
}

const PART_TIME = /\bpart[ -]?tim/i;

/** What a clause says stays as it is written. */
function toldOfThem(worked: Worked): Worked {
  const lines = worked.lines.map((one) =>
    one.clauses.some(({ text }) => text === one.text) ? one : { ...one, text: ofThem(one.text) },
  );
  return { ...worked, lines };
}

export interface Asked {
  /** The clause that leads to the sum. */
  readonly clause: Clause;
  readonly question: Question;
}

/** The sum that a question asks for by its own words. */
export function sumAsked(question: Question, set: PolicySet): Asked | undefined {
  const facts = (): Facts => factsIn(question.text, question.on, fullTimeWeek(set));
  for (const name of sumsMeant(question.text, factsKnown(question.particulars), facts)) {
    const { policy, reads } = sums[name];
    const clause = set.clause(`${policy}.${reads[0]}`);
    const sum = clause?.sum === undefined ? undefined : workOut(clause, question, set);
    // The rule alone is for the search to find.
    if (clause !== undefined && sum?.ruleAlone === false) return { clause, question };
  }
  return undefined;
}

/** "15 march", where the sum before it asked for a date: that sum, with the fact. */
export function sumCompleted(question: Question, set: PolicySet): Asked | undefined {
  const { before } = question;
  const clause = before?.clause == null ? undefined : set.clause(before.clause);
  if (before === null || clause?.sum === undefined) return undefined;
  const asked = workOut(clause, { ...question, text: before.text }, set)?.asks;
  if (asked === undefined) return undefined;
  const facts = readBareFact(question.text, asked, question.on, fullTimeWeek(set));
  if (facts === undefined) return undefined;
  return {
    clause,
    question: {
      ...question,
      before: null,
      text: `${sayFact(asked, facts, question.text)}\n${before.text}`,
    },
  };
}

/** Hours a week; 0 where the set does not say. */
export function fullTimeWeek(set: PolicySet): number {
  const clause = set.clause(WEEK.clause);
  return clause === undefined ? 0 : figureOf(clause, WEEK.figure).amount;
}

/** What is known of the asker is not known of their staff; and who says "part time" is not full time. */
function knownOf(question: Question, said: Facts, fullTime: number): Facts {
  if (asksOfTheirStaff(question.text)) return {};
  const { weeklyHours, serviceStart, ...known } = factsKnown(question.particulars);
  const partTime = PART_TIME.test(question.text);
  return {
    ...known,
    ...(weeklyHours === undefined || (partTime && weeklyHours >= fullTime) ? {} : { weeklyHours }),
    // A length of service that was said makes the day on which it began another one.
    ...(serviceStart === undefined || said.serviceMonths !== undefined ? {} : { serviceStart }),
  };
}

/** @returns undefined where a clause that the sum reads does not hold for the asker on this day */
export function bookFor(
  sum: Sum,
  asked: Clause,
  question: Question,
  set: PolicySet,
): Book | undefined {
  const { on, staffGroup } = question;
  const clauses = new Map(
    sum.reads.flatMap((number) => {
      const clause = set.clause(`${sum.policy}.${number}`);
      const holds =
        clause?.staffGroups.includes(staffGroup) === true &&
        clause.effective <= on &&
        (clause.until === undefined || on <= clause.until);
      return clause !== undefined && holds ? [[number, clause] as const] : [];
    }),
  );
  const week = fullTimeWeek(set);
  if (clauses.size < sum.reads.length || week === 0) return undefined;
  const clause = (number: number): Clause => {
    const found = clauses.get(number);
    if (found === undefined)
      throw new Error(`The sum "${sum.name}" reads clause ${number} and does not say so.`);
    return found;
  };
  return {
    asked,
    on,
    fullTimeWeek: week,
    clause,
    figure: (number, name) => figureOf(clause(number), name),
  };
}

/** Clauses are numbered as they come up. */
function marked(lines: readonly Line[], fact: FactName | undefined): WorkedOut {
  const clauses = [
    ...new Map(lines.flatMap((one) => one.clauses).map((one) => [one.id, one])).values(),
  ];
  const [first, ...rest] = clauses;
  if (first === undefined) throw new Error('A sum must cite the clauses that it used.');
  const markOf = ({ id }: Clause): string => `[${clauses.findIndex((one) => one.id === id) + 1}]`;
  const paragraphs = lines.map((one) => [one.text, ...one.clauses.map(markOf)].join(' '));
  return {
    text: [...paragraphs, ...(fact === undefined ? [] : [askFor[fact]])].join('\n\n'),
    clauses: [first, ...rest],
    asks: fact,
    ruleAlone: false,
    partly: false,
  };
}
