/**
 * A message that states a rule and asks on from it: where the rule that governs the statement
 * says otherwise, that is said first, and nothing agrees with the wrong one.
 */
import type { Answered, Outcome } from '../outcome';
import { join, withoutRelated } from '../parts';
import type { Question } from '../question';
import { sharedTerms, verdictOn, type Verdict } from './correct';
import { correctMistake, correctMistakeElsewhere, type Foreseen } from './correct-mistake';
import { corrected, isAnswered, isOnTheSubject, joined, withoutYes } from './said-first';
import { statementsIn } from './stated';

type Ask = (question: Question) => Promise<Outcome>;

/**
 * @param outcome what the whole message gets
 * @param ask answers one question; the statement alone is put to it
 * @param foreseen what people wrongly believe, as the writers foresaw it
 */
export async function correctPremise(
  question: Question,
  outcome: Outcome,
  ask: Ask,
  foreseen: Foreseen,
): Promise<Outcome> {
  const known = await correctMistake(question, outcome, topicsOf(outcome), foreseen);
  if (known !== undefined) return withMark(known);
  for (const { text, marked } of statementsIn(question.text)) {
    if (!marked && !isOfRules(text)) continue;
    const own = isAnswered(outcome) ? verdictOf(text, outcome) : undefined;
    const governing = await ask({ ...question, before: null, text: `is it so that ${text}` });
    const late = await correctMistake(question, outcome, topicsOf(governing), foreseen);
    if (late !== undefined) return withMark(late);
    const verdict = isAnswered(governing) ? verdictOf(text, governing) : undefined;
    const verdicts = [own, verdict, ...besideOf(text, outcome), ...besideOf(text, governing)];
    if (verdicts.reduce(surest, undefined)?.kind === 'right') return outcome;
    if (isAnswered(governing) && isOnTheSubject(governing, outcome)) {
      if (verdict?.kind === 'wrong') return withMark(corrected(verdict.text, governing, outcome));
      if (verdict === undefined && governing.text.startsWith('**No.** '))
        return leading(governing, outcome);
    }
    if (!isAnswered(outcome)) continue;
    if (own?.kind === 'wrong' && isOnTheSubject(outcome, outcome))
      return withMark(corrected(own.text, outcome, outcome));
    if (marked && isAnswered(governing) && isOnTheSubject(governing, outcome) && isOfRules(text)) {
      const rule = ruleInShort(governing, text);
      const nearer = isNearer(governing, outcome, text);
      if (rule !== undefined && nearer) return joined(rule, governing, outcome);
    }
    if (
      marked &&
      outcome.text.startsWith('**Yes.** ') &&
      !(isAnswered(governing) && governing.text.startsWith('**Yes.** '))
    )
      return withoutYes(outcome);
  }
  const elsewhere = isAnswered(outcome)
    ? await correctMistakeElsewhere(question, outcome, foreseen)
    : undefined;
  return elsewhere === undefined ? outcome : withMark(elsewhere);
}

const withMark = (answered: Answered): Answered => ({ ...answered, putsRight: true });

/** Whether a rule is stated, so that it may be put right: cheap, and wider than what is. */
export const statesRule = (text: string): boolean =>
  statementsIn(text).some(({ text: said, marked }) => marked || isOfRules(said));

/** Also policies that are only cited: the second part of an answer may be another's. */
const topicsOf = (outcome: Outcome): readonly string[] => [
  ...new Set([
    ...outcome.topics,
    ...(isAnswered(outcome) ? outcome.citations.map(({ policy }) => policy) : []),
  ]),
];

/** A sum that still asks for a fact lists many figures, none of which was held against the statement's. */
function verdictOf(statement: string, outcome: Answered): Verdict | undefined {
  const verdict = verdictOn(statement, ruleOf(outcome));
  return verdict?.kind === 'wrong' && outcome.kind === 'partly-answered' ? undefined : verdict;
}

/** The one whose figure stands most nearly as the statement's does; of two, the one that agrees. */
function surest(one: Verdict | undefined, other: Verdict | undefined): Verdict | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.fit === other.fit) return one.kind === 'right' ? one : other;
  return one.fit > other.fit ? one : other;
}

/** What the rules that were nearly as likely to be meant say of it, where they agree with it. */
const besideOf = (statement: string, outcome: Outcome): readonly Verdict[] =>
  (isAnswered(outcome) ? outcome.related : []).flatMap(({ question, own, text }) => {
    const verdict = verdictOn(statement, { text: own ?? text ?? '', heading: question });
    return verdict?.kind === 'right' ? [verdict] : [];
  });

const sharesSubject = (statement: string, governing: Answered): boolean =>
  sharedTerms(statement, governing.citations[0].heading) > 0;

const ruleOf = ({ text, citations: [{ heading }] }: Answered) => ({ text, heading });

/** "My mum is ill" is no rule, whatever it is said with. */
const isOfRules = (text: string): boolean => !PERSONAL.test(text);
const PERSONAL = /\b(?:my|our|i'?m|i am|i'?ve|i was|i want|we'?re)\b/i;

const MOST_WORDS = 75;
/** Another clause than those of the answer, which speaks of the statement at least as much. */
const isNearer = (governing: Answered, outcome: Answered, statement: string): boolean =>
  withoutRelated(outcome).citations.every(
    ({ clause }) => clause !== governing.citations[0].clause,
  ) && speaksOf(governing, statement) >= speaksOf(outcome, statement);

const speaksOf = ({ text, citations: [{ heading }] }: Answered, statement: string): number =>
  sharedTerms(statement, `${heading} ${text}`);

/** What the rule says of the statement, where it is short enough to stand before the answer. */
function ruleInShort(governing: Answered, statement: string): string | undefined {
  if (governing.kind !== 'answered' || !sharesSubject(statement, governing)) return undefined;
  const text = withoutYes(governing).text;
  if (text.split(/\s+/).length <= MOST_WORDS) return text;
  const [first] = text.split(/\n{2,}/);
  return first === undefined || first.endsWith(':') || first.split(/\s+/).length > MOST_WORDS
    ? undefined
    : `${first} [1]`;
}

/** The whole of the rule that says no, and then what else was asked. */
function leading(governing: Answered, outcome: Outcome): Answered {
  const [cited] = governing.citations;
  if (!isAnswered(outcome)) return governing;
  if (outcome.citations.some(({ clause }) => clause === cited.clause))
    return { ...outcome, text: `**No.** ${withoutYes(outcome).text}` };
  return {
    ...join(withoutRelated(governing), withoutRelated(withoutYes(outcome))),
    readAs: outcome.readAs,
  };
}
