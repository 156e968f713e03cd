/**
 * Clauses that say the same twice, or speak of one subject with different figures. Nobody can
 * tell from words alone which of two figures is right, or that both are: a writer who has looked
 * says so with "differs".
 */
import { isShape } from '../words/normalise';
import type { Vocabulary } from '../words/vocabulary';
import { clashOf, figuresIn, particularsIn } from './clause-figures';
import { PolicyError } from './policy-error';
import type { Clause } from './schema';

/** Found on the national set: below these, nearly all pairs speak of different things. */
const SAME_SUBJECT = 0.6;
const SAME_SENTENCE = 0.6;
/** Inside one policy all is alike: there two sentences must be so nearly word for word … */
const NEARLY_WORD_FOR_WORD = 0.85;
const SAME_SUBJECT_IN_ONE_POLICY = 0.7;
/** … and such a one in another policy may stand in a clause that is less alike. */
const NEAR_SUBJECT = 0.5;
/** What the clause around a sentence counts beside the sentence itself. */
const AROUND = 0.5;
const SAME_TEXT = 0.9;
const SAME_SUBJECT_OF_TEXTS = 0.4;

const SENTENCE = /(?<=[.!?])\s+|\n+/;

interface Read {
  readonly clause: Clause;
  readonly subject: Words;
  readonly text: Words;
  readonly particulars: string;
  readonly statements: readonly Statement[];
}

interface Statement {
  readonly said: string;
  readonly words: Words;
  /** With the subject of its clause. */
  readonly inContext: Words;
  readonly particulars: string;
  readonly figures: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Search terms, each with its rarity squared. */
interface Words {
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
}

export function checkAgreement(clauses: readonly Clause[], vocabulary: Vocabulary): readonly PolicyError[] {
  const read = clauses.map((clause) => readClause(clause, vocabulary));
  return [
    ...read.flatMap((one, index) =>
      read.slice(index + 1).flatMap((other) => (canMeet(one.clause, other.clause) ? compare(one, other) : [])),
    ),
    ...askedTwice(clauses),
  ];
}

/** Somebody could be told both, on one day, and no writer has said that they differ on purpose. */
function canMeet(one: Clause, other: Clause): boolean {
  if (one.differs.includes(other.id) || other.differs.includes(one.id)) return false;
  if (!one.staffGroups.some((group) => other.staffGroups.includes(group))) return false;
  return !endsBefore(one, other) && !endsBefore(other, one);
}

const endsBefore = ({ until }: Clause, { effective }: Clause): boolean => until !== undefined && until < effective;

function compare(one: Read, other: Read): PolicyError[] {
  const told = (problem: string, remedy: string): PolicyError[] => [
    new PolicyError(other.clause.file, other.clause.line, `${other.clause.id}: ${problem}`, remedy),
  ];
  const at = `${one.clause.id} (${one.clause.file}:${one.clause.line})`;
  const subject = alike(one.subject, other.subject);
  if (one.particulars === other.particulars && subject >= SAME_SUBJECT_OF_TEXTS && alike(one.text, other.text) >= SAME_TEXT) {
    const clash = clashOf(figuresIn(one.clause.text), figuresIn(other.clause.text));
    if (clash === undefined) return told(`it says the same as ${at}.`, 'Keep one of them, and let the other lead to it with "next".');
  }
  const clash = figureClash(one, other, subject) ?? sentenceClash(one, other);
  if (clash === undefined) return [];
  return told(
    `it says ${clash.other} where ${at} says ${clash.one}.`,
    `Put the wrong one right. If both are right, write "differs: [${clash.mark}]" in the block of one, or say in the words what sets them apart.`,
  );
}

type Clash = { readonly one: string; readonly other: string; readonly mark: string } | undefined;

/** One name for two figures, in clauses on the same subject. */
function figureClash(one: Read, other: Read, subject: number): Clash {
  if (one.clause.policy === other.clause.policy || subject < SAME_SUBJECT) return undefined;
  if (one.particulars !== other.particulars) return undefined;
  for (const [name, value] of Object.entries(one.clause.values)) {
    const second = Object.hasOwn(other.clause.values, name) ? other.clause.values[name] : undefined;
    if (second === undefined || second === value) continue;
    if (clashOf(figuresIn(value), figuresIn(second)) === undefined) continue;
    return { one: `${name} ${value}`, other: `${name} ${second}`, mark: markOf(one, other) };
  }
  return undefined;
}

function sentenceClash(one: Read, other: Read): Clash {
  if (one.particulars !== other.particulars) return undefined;
  const inOne = one.clause.policy === other.clause.policy;
  for (const first of one.statements) {
    for (const second of other.statements) {
      if (first.particulars !== second.particulars || !sameMatter(first, second, inOne)) continue;
      if (clashOf(first.figures, second.figures) === undefined) continue;
      return { one: `“${first.said}”`, other: `“${second.said}”`, mark: markOf(one, other) };
    }
  }
  return undefined;
}

function sameMatter(first: Statement, second: Statement, inOnePolicy: boolean): boolean {
  const words = alike(first.words, second.words);
  if (words < (inOnePolicy ? NEARLY_WORD_FOR_WORD : SAME_SENTENCE)) return false;
  const subject = alike(first.inContext, second.inContext);
  if (inOnePolicy) return subject >= SAME_SUBJECT_IN_ONE_POLICY;
  return subject >= (words >= NEARLY_WORD_FOR_WORD ? NEAR_SUBJECT : SAME_SUBJECT);
}

/** How the second clause names the first: by its number alone in the same policy. */
const markOf = ({ clause: one }: Read, { clause: other }: Read): string =>
  one.policy === other.policy ? String(one.number) : one.id;

function readClause(clause: Clause, vocabulary: Vocabulary): Read {
  const title = `${clause.policyTitle} ${clause.heading} ${clause.question}`;
  const subject = wordsOf([title], vocabulary);
  return {
    clause,
    subject,
    text: wordsOf([clause.text], vocabulary),
    particulars: particularsIn(`${clause.heading} ${clause.question}`),
    statements: clause.text
      .split(SENTENCE)
      .map((said) => ({ said: said.replaceAll('**', '').replace(/^- /, ''), figures: figuresIn(said) }))
      .filter(({ figures }) => figures.size > 0)
      .map(({ said, figures }) => {
        const words = wordsOf([said], vocabulary);
        return { said, figures, words, inContext: inContext(words, subject), particulars: particularsIn(said) };
      }),
  };
}

/** Units say what is counted, not of what is spoken. */
const UNITS = new Set(['day', 'week', 'month', 'year', 'hour', 'minut']);

function wordsOf(texts: readonly string[], vocabulary: Vocabulary): Words {
  const terms = texts.flatMap((text) => [...vocabulary.termsOfLine(text)]);
  return weighed(
    new Map(
      terms
        .filter((term) => !isShape(term) && !/[#\d]/.test(term) && !UNITS.has(term))
        // The name of an organisation is in all of its own clauses, and would make them all alike.
        .filter((term) => vocabulary.knows(term))
        .map((term) => [term, vocabulary.weight(term) ** 2]),
    ),
  );
}

const inContext = (words: Words, subject: Words): Words =>
  weighed(new Map([...[...subject.weights].map(([term, weight]) => [term, weight * AROUND] as const), ...words.weights]));

const weighed = (weights: ReadonlyMap<string, number>): Words => ({
  weights,
  norm: Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight, 0)),
});

/** 0 to 1: the cosine of the two. */
function alike(one: Words, other: Words): number {
  let product = 0;
  for (const [term, weight] of one.weights) {
    const second = other.weights.get(term);
    if (second !== undefined) product += Math.sqrt(weight * second);
  }
  return product === 0 ? 0 : product / (one.norm * other.norm);
}

/** A way of asking can lead to one clause only, for one kind of staff. */
function askedTwice(clauses: readonly Clause[]): PolicyError[] {
  const known = new Map<string, Clause[]>();
  const wrong: PolicyError[] = [];
  for (const clause of clauses) {
    for (const ask of new Set([clause.question, ...clause.asks, ...clause.yes, ...clause.no])) {
      const same = ask.toLowerCase().replace(/[^a-z0-9£%]+/g, ' ').trim();
      const before = known.get(same) ?? [];
      const first = before.find((other) => other.id !== clause.id && canMeet(other, clause) && sameSide(other, clause));
      if (first !== undefined) {
        const problem = `${clause.id}: "${ask}" is also asked of ${first.id} (${first.file}:${first.line}).`;
        wrong.push(new PolicyError(clause.file, clause.line, problem, 'Keep it where the better answer is.'));
      }
      known.set(same, [...before, clause]);
    }
  }
  return wrong;
}

const sameSide = (one: Clause, other: Clause): boolean =>
  one.for === other.for || one.for === 'everyone' || other.for === 'everyone';
