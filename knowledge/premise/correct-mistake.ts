/** A message that states what a policy's writer knew to be a common mistake is put right first, in the policy's words. */
import type { Answered, Outcome } from '../outcome';
import type { Clause } from '../policies/schema';
import type { Question } from '../question';
import type { Mistaken, Mistakes } from './mistakes';
import { withoutRelated } from '../parts';
import { isAnswered, isOnTheSubject, joined, withoutYes } from './said-first';
import type { PutRight } from './sentence-by';
import { statementsIn, toldIn } from './stated';

export interface Foreseen {
  readonly mistakes: Mistakes;
  /** What a clause says to the asker, with what their organisation says of it. */
  readonly tell: (clause: Clause) => Promise<Outcome>;
}

/**
 * @param outcome what the message gets as it is
 * @param topics policies that may govern what is stated
 * @returns undefined where nothing that was stated is such a mistake
 */
export async function correctMistake(
  question: Question,
  outcome: Outcome,
  topics: readonly string[],
  { mistakes, tell }: Foreseen,
): Promise<Answered | undefined> {
  for (const told of toldIn(question.text)) {
    const right: Right[] = [];
    for (const mistaken of mistakes.find(told, topics, question)) {
      const governing = await tell(mistaken.clause);
      if (isItsOwn(governing, mistaken, outcome, topics)) right.push({ mistaken, governing });
    }
    const [first, second] = right;
    if (first !== undefined) return putRight(first, second, outcome);
  }
  return undefined;
}

/**
 * The same for what was stated in nearly the words of a mistake, of a policy that was not found:
 * "the trust has 60 days to give me my records, so that is february?" is found as a leave year.
 */
export async function correctMistakeElsewhere(
  question: Question,
  outcome: Answered,
  { mistakes, tell }: Foreseen,
): Promise<Answered | undefined> {
  for (const { text } of statementsIn(question.text)) {
    const [mistaken] = mistakes.findAnywhere(text, question);
    if (mistaken === undefined) continue;
    const governing = await tell(mistaken.clause);
    const { policy } = mistaken.clause;
    if (!isItsOwn(governing, mistaken, outcome, [policy])) continue;
    // What was found is of something else: the rule that was meant is told alone.
    return putRight({ mistaken, governing }, undefined, governing);
  }
  return undefined;
}

interface Right {
  readonly mistaken: Mistaken;
  /** What the clause's own question is answered with. */
  readonly governing: Answered;
}

/** The asker is told the clause itself, and their organisation has nothing of its own to say of it. */
function isItsOwn(
  governing: Outcome,
  { clause }: Mistaken,
  outcome: Outcome,
  topics: readonly string[],
): governing is Answered {
  return (
    isAnswered(governing) &&
    governing.citations[0].clause === clause.id &&
    isOnTheSubject(governing, { ...outcome, topics: [...outcome.topics, ...topics] })
  );
}

/** With a correction there is enough to read: rules beside it are left out. */
function putRight(first: Right, second: Right | undefined, outcome: Outcome): Answered {
  const { right, clause } = first.mistaken;
  const alone = (answer: Answered): Answered => withoutRelated(withoutYes(answer));
  const asked = isAnswered(outcome) ? alone(outcome) : undefined;
  const isShown = asked?.citations.some((one) => one.clause === clause.id) === true;
  const rest =
    asked !== undefined && (isShown || !right.leadsToList) ? asked : alone(first.governing);
  const both =
    second === undefined ? rest : withFirst(second, rest, ({ sentences }) => sentences.join(' '));
  return withFirst(first, both, ({ sentences: [lead, ...more] }) =>
    [`That is not so: ${lowerFirst(lead)}`, ...more].join(' '),
  );
}

function withFirst(
  { mistaken: { clause, right }, governing }: Right,
  rest: Answered,
  say: (right: PutRight) => string,
): Answered {
  const at = rest.citations.findIndex((one) => one.clause === clause.id);
  if (at < 0) {
    const text = [say(right), ...(right.next === undefined ? [] : [right.next])].join(' ');
    return joined(`${text} [1]`, governing, rest);
  }
  return { ...rest, text: afterLead(`${say(right)} [${at + 1}]`, rest.text, right.sentences) };
}

/** The sentences that now stand first are not said again; what led to a list leads to it still. */
function afterLead(lead: string, text: string, right: readonly string[]): string {
  const [first = '', ...more] = text.split(/\n{2,}/);
  const all = first.split(/(?<=[.!?])\s+/);
  const isSaid = (one: string): boolean => right.includes(asSentence(one));
  const left = all
    .filter((one) => !isSaid(one))
    .join(' ')
    .trim();
  const last = all.at(-1) ?? '';
  const leads = isSaid(last) && last.endsWith(':') ? lead.replace(/\.(?= \[\d+\]$)/, ':') : lead;
  // Where nothing but the mark is left, the lead has it already.
  const opening = /^(?:\[\d+\]\s*)*$/.test(left) ? leads : `${leads} ${left}`;
  return [opening, ...more].join('\n\n');
}

const asSentence = (markdown: string): string => markdown.replaceAll('**', '').replace(/:$/, '.');

/** Names keep their capital: two capitals in a row, or one of these. */
const NAME =
  /^(?:[A-Z][\w'-]* [A-Z]|[A-Z]{2}|(?:Acas|Agenda|Statutory|Protect|Section|Guardians of)\b)/;
const lowerFirst = (sentence: string): string =>
  NAME.test(sentence) ? sentence : `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
