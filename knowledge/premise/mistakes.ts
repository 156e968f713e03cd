/**
 * What people wrongly believe of a rule, as its writer foresaw it, met in what somebody states.
 * A statement is one of these only where it turns the same way: "carer's leave is unpaid" is no
 * form of "carer's leave is paid".
 */
import type { Clause, Mistake } from '../policies/schema';
import type { PolicySet } from '../policies/policy-set';
import type { Question } from '../question';
import type { Vocabulary } from '../words/vocabulary';
import { amountsIn, amountsOfNow, daysOf, plainNumbers, sameAmount, type Amount } from './amounts';
import { sentenceBy, type PutRight } from './sentence-by';
import words from './premise-words.json';
import { turnedIn, turnsLike, WHOLE, type Turned } from './turns';

export interface Mistaken {
  readonly clause: Clause;
  /** What the clause says that puts it right. */
  readonly right: PutRight;
  /** The way of stating it that was met. */
  readonly said: string;
}

export interface Mistakes {
  /**
   * @param policies whose clauses are looked at
   * @param asker only clauses for their contract terms, in force on the day, are held against it
   * @returns the likeliest, and another one where the statement is wrong in two ways
   */
  find(statement: string, policies: readonly string[], asker: Asker): readonly Mistaken[];
  /** The same of all policies: only what is stated in nearly the words of a mistake. */
  findAnywhere(statement: string, asker: Asker): readonly Mistaken[];
}

type Asker = Pick<Question, 'staffGroup' | 'on'>;

/** One way of stating a mistake, ready to be compared. */
interface Way {
  readonly clause: Clause;
  readonly mistake: Mistake;
  readonly text: string;
  readonly said: Said;
  /** All amounts that the policy speaks of. */
  readonly figures: () => readonly Amount[];
}

interface Said {
  readonly turned: Turned;
  /** Search terms without the words that turn it, and what amounts are counted in. */
  readonly terms: ReadonlySet<string>;
  readonly amounts: readonly Amount[];
  /** Numbers as digits, with and without units. */
  readonly numbers: readonly number[];
  /** Those that say how much, and not when: of a miscarriage "at 9 weeks" none. */
  readonly lengths: readonly Amount[];
  /** True where an amount is left open. */
  readonly anyAmount: boolean;
  /** True where the amount left open says when: "after #". */
  readonly opensWhen: boolean;
}

/**
 * How much of a way must be in a statement, and of a statement in a way: a long one may say other
 * things too. Found on the ways themselves, against their siblings and against right statements.
 */
const LEAST = { covered: 0.75, ofStatement: 0.33 };
const LEAST_OF_AMOUNT = { covered: 0.75, ofStatement: 0.6 };
const LEAST_OF_KNOWN_AMOUNT = { covered: 0.85, ofStatement: 0.75 };
/** Of 2, which is the very words: for policies that nothing else speaks for. */
const NEARLY_ITS_WORDS = 1.6;
const UNITS = new Set(['day', 'week', 'month', 'year', 'hour', 'minut', 'pound', 'penc', 'mile']);

export function createMistakes(set: PolicySet, vocabulary: Vocabulary): Mistakes {
  const byPolicy = new Map<string, readonly Way[]>();
  // Made ready when a policy is first spoken of: a start need not wait.
  const waysOf = (policy: string): readonly Way[] => {
    const known = byPolicy.get(policy);
    if (known !== undefined) return known;
    const clauses = set.policy(policy)?.clauses ?? [];
    let figures: readonly Amount[] | undefined;
    const figuresOf = (): readonly Amount[] =>
      (figures ??= clauses.flatMap(({ text }) => amountsIn(text.replaceAll('**', ''))));
    const ways = clauses.flatMap((clause) => waysIn(clause, figuresOf, vocabulary));
    byPolicy.set(policy, ways);
    return ways;
  };
  const met = (
    statement: string,
    policies: readonly string[],
    asker: Asker,
    least: number,
  ): readonly Way[] => {
    const ways = policies.flatMap(waysOf).filter(({ clause }) => isFor(clause, asker));
    if (ways.length === 0) return [];
    const said = saidIn(statement, vocabulary);
    return ways
      .map((way) => ({ way, fit: fitOf(way, said, vocabulary) }))
      .filter(({ fit }) => fit > least)
      .sort((a, b) => b.fit - a.fit)
      .map(({ way }) => way);
  };
  return {
    find: (statement, policies, asker) => likeliest(met(statement, policies, asker, 0)),
    findAnywhere: (statement, asker) =>
      likeliest(
        met(
          statement,
          set.policies.map(({ meta }) => meta.id),
          asker,
          NEARLY_ITS_WORDS,
        ),
      ),
  };
}

function likeliest(met: readonly Way[]): readonly Mistaken[] {
  const [first] = met;
  if (first === undefined) return [];
  const second = met.find((way) => isAnotherMatter(way, first));
  return [first, ...(second === undefined ? [] : [second])].flatMap(mistakenIn);
}

function mistakenIn({ clause, mistake, text }: Way): readonly Mistaken[] {
  const right = sentenceBy(clause.text, mistake.by);
  return right === undefined ? [] : [{ clause, right, said: text }];
}

/** "Two weeks paid" is wrong in how long, and in that it is paid. */
function isAnotherMatter(way: Way, first: Way): boolean {
  if (way.clause.policy !== first.clause.policy || way.mistake === first.mistake) return false;
  const matters = (one: Way): readonly string[] => [
    ...one.said.turned.turns.keys(),
    ...(one.said.anyAmount ? ['#'] : []),
  ];
  const known = matters(first);
  return matters(way).every((matter) => matter === WHOLE || !known.includes(matter));
}

const isFor = ({ staffGroups, effective, until }: Clause, { staffGroup, on }: Asker): boolean =>
  staffGroups.includes(staffGroup) && effective <= on && (until === undefined || on <= until);

const waysIn = (clause: Clause, figures: Way['figures'], vocabulary: Vocabulary): Way[] =>
  clause.mistaken.flatMap((mistake) =>
    mistake.said.map((text) => ({
      clause,
      mistake,
      text,
      figures,
      said: saidIn(text, vocabulary),
    })),
  );

function saidIn(text: string, vocabulary: Vocabulary): Said {
  const plain = plainNumbers(text.replaceAll(/\ba tenner\b/gi, '£10'));
  const turned = turnedIn(plain);
  const amounts = amountsIn(plain);
  return {
    turned,
    terms: new Set(
      vocabulary.termsOf(turned.rest).filter((term) => !/[#~\d]/.test(term) && !UNITS.has(term)),
    ),
    amounts,
    lengths: amounts.filter(
      ({ index, written }) => !saysWhen(plain, index, index + written.length),
    ),
    numbers: (plain.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((n) => Number(n.replaceAll(',', ''))),
    anyAmount: plain.includes('#'),
    opensWhen: saysWhen(plain, plain.indexOf('#'), plain.indexOf('#') + 1),
  };
}

const WHEN_BEFORE = new RegExp(`\\b(?:${words.whenBeforeAmount})\\s+$`, 'i');
const WHEN_BEHIND = new RegExp(`^\\s+(?:${words.whenBehindAmount})\\b`, 'i');

/** Whether what stands from `start` to `end` is a point of time and no length. */
const saysWhen = (text: string, start: number, end: number): boolean =>
  start >= 0 && (WHEN_BEFORE.test(text.slice(0, start)) || WHEN_BEHIND.test(text.slice(end)));

/** 0 where it is another statement. */
function fitOf(
  { clause, mistake, said: way, figures }: Way,
  said: Said,
  vocabulary: Vocabulary,
): number {
  if (!turnsLike(way.turned, said.turned)) return 0;
  if (way.anyAmount && !turnsLike(said.turned, way.turned)) return 0;
  const [pay, saidPay] = [isOfPay(way.terms), isOfPay(said.terms)];
  if (pay !== undefined && saidPay === !pay) return 0;
  if (!amountsFit(clause, mistake, way, said) || namesSubjectOnly(way, said)) return 0;
  const covered = share(way.terms, said.terms, vocabulary);
  const ofStatement = share(said.terms, way.terms, vocabulary);
  const least = leastOf(way, said, figures);
  return covered < least.covered || ofStatement < least.ofStatement ? 0 : covered + ofStatement;
}

/** "It is an MHPS matter" names what a mistake is about, in its one rare word, and states nothing of it. */
const namesSubjectOnly = (way: Said, { terms }: Said): boolean =>
  !way.anyAmount &&
  way.numbers.length === 0 &&
  way.turned.turns.size === 1 &&
  [...way.terms].filter((term) => terms.has(term)).length < 2;

/** With an amount left open the words must say it all, the more so where the amount is right for something else. */
function leastOf(
  { anyAmount }: Said,
  { amounts }: Said,
  figures: () => readonly Amount[],
): typeof LEAST {
  if (!anyAmount) return LEAST;
  const isKnown = amounts.some((one) => figures().some((own) => sameAmount(one, own)));
  return isKnown ? LEAST_OF_KNOWN_AMOUNT : LEAST_OF_AMOUNT;
}

/** Leave and its pay have rules of their own, in nearly the same words; undefined where it is not said. */
function isOfPay(terms: ReadonlySet<string>): boolean | undefined {
  const [pay, leave] = [terms.has('pay'), terms.has('leav')];
  return pay === leave ? undefined : pay;
}

/** `#` stands for an amount that is not the right one; where none is right, for any. */
function amountsFit(clause: Clause, mistake: Mistake, way: Said, said: Said): boolean {
  const value = mistake.value === undefined ? undefined : clause.values[mistake.value];
  if (value !== undefined && !hasAnother(value, said)) return false;
  if (way.anyAmount && amountsOfNow(clause.text).some(isIn(said))) return false;
  // "After 5 years it is 6 months" is not "it is 6 months": the other number is a condition.
  if (way.numbers.length > 0 && !hasNumbers(said, way)) return false;
  const open = way.opensWhen ? said.amounts : said.lengths;
  return hasNumbers(way, said) && (!way.anyAmount || open.length > 0);
}

const isIn =
  ({ amounts }: Said) =>
  (own: Amount): boolean =>
    amounts.some((one) => sameAmount(one, own));

/** All numbers of a way are in the statement, or the same lengths of time. */
const hasNumbers = (way: Said, said: Said): boolean =>
  way.numbers.every(
    (number) =>
      said.numbers.includes(number) ||
      way.amounts.some(
        (one) => one.value === number && said.amounts.some((other) => sameAmount(one, other)),
      ),
  );

/** The statement has an amount of the same kind, and not the right one. */
function hasAnother(value: string, { amounts }: Said): boolean {
  const [right] = amountsIn(value);
  if (right === undefined) return false;
  const alike = amounts.filter(
    (one) => one.unit === right.unit || (daysOf(one) !== undefined && daysOf(right) !== undefined),
  );
  return alike.length > 0 && !alike.some((one) => sameAmount(one, right));
}

/** By weight: how much of the one is in the other. */
function share(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  vocabulary: Vocabulary,
): number {
  let whole = 0;
  let met = 0;
  for (const term of one) {
    const weight = vocabulary.weight(term);
    whole += weight;
    if (other.has(term)) met += weight;
  }
  return whole === 0 ? 0 : met / whole;
}
