/** One reply held against what its question expects. Only what the person sees is judged. */
import { wording } from '../../wording';
import { detectSensitivity } from '../../conversation/sensitive/detect';
import { wholeText, type Reply } from '../../conversation/reply';
import { toPlainAnswer } from '../ask-contract';
import { saidIn, type EvaluationQuestion } from './question-sets';

/** True, false, or absent where the question does not ask for it. */
export interface Marks {
  /** The policy that answers, or fits best, is a right one. */
  readonly first?: boolean;
  readonly inThree?: boolean;
  readonly facts?: boolean;
  /** Nothing was found, or it was refused, although the set has the answer. */
  readonly wrongRefusal?: boolean;
  /** Answered, or taken for a request, although no policy has the answer. */
  readonly falseAnswer?: boolean;
  /** Sent to helplines although nothing was wrong. */
  readonly falseAlarm?: boolean;
  readonly level?: boolean;
  /** The right fact stands in the first two sentences, and no wrong one anywhere. */
  readonly corrected?: boolean;
  /** Says what it must for this asker, and nothing that is for others. */
  readonly forAsker?: boolean;
  readonly sum?: boolean;
}

export type Mark = keyof Marks;

export function judgeReply(question: EvaluationQuestion, reply: Reply): Marks {
  const answer = toPlainAnswer(wholeText(reply));
  const { policies, keyFacts, level, kind, covered } = question;
  return {
    ...(policies !== undefined && places(policies, reply)),
    ...((policies ?? kind) !== undefined && { falseAlarm: reply.outcome === 'signposted' }),
    ...(policies !== undefined && covered && { wrongRefusal: isRefusal(reply) }),
    ...((kind !== undefined || !covered) && { falseAnswer: claimsToAnswer(reply) }),
    ...(covered && keyFacts !== undefined && { facts: meets(keyFacts, answer) }),
    ...(level !== undefined && { level: level === levelOf(question, reply) }),
    ...premise(question, answer),
    ...asker(question, answer),
    ...sum(question, reply, answer),
  };
}

/** The first citation's policy is what the person reads as the answer. */
function places(policies: readonly string[], reply: Reply): Pick<Marks, 'first' | 'inThree'> {
  const cited = reply.citations[0]?.policy;
  const [first, ...more] = [
    ...new Set([...(cited === undefined ? [] : [cited]), ...reply.topics]),
  ].slice(0, 3);
  const right = (policy: string | undefined): boolean =>
    policy !== undefined && policies.includes(policy);
  return { first: right(first), inThree: right(first) || more.some(right) };
}

const isRefusal = ({ outcome }: Reply): boolean =>
  outcome === 'not-covered' || outcome === 'refused';

const claimsToAnswer = ({ outcome }: Reply): boolean =>
  outcome === 'answered' || outcome === 'partly-answered' || outcome === 'request';

/** As the person meets it: help first, or an answer with a line of support above. */
function levelOf(question: EvaluationQuestion, { outcome, text }: Reply): string {
  const { level } = detectSensitivity(saidIn(question).at(-1) ?? '');
  if (outcome === 'signposted') return level;
  return level === 'question' || text.startsWith(wording.support.line(null)) ? 'question' : 'none';
}

function premise({ rightFact, wrongFact }: EvaluationQuestion, answer: string): Marks {
  if (rightFact === undefined) return {};
  const opening = answer
    .split(/(?<=[.!?])\s+|\n+/)
    .slice(0, 2)
    .join(' ');
  return {
    corrected: meets(rightFact, opening) && !(wrongFact ?? []).some((one) => any(one, answer)),
  };
}

function asker({ mustSay, mustNotSay }: EvaluationQuestion, answer: string): Marks {
  if (mustSay === undefined) return {};
  return { forAsker: meets(mustSay, answer) && !any(mustNotSay ?? [], answer) };
}

function sum({ expected, missing }: EvaluationQuestion, reply: Reply, answer: string): Marks {
  if (missing === undefined || expected === undefined) return {};
  if (missing !== null)
    return { sum: reply.outcome === 'partly-answered' || reply.outcome === 'clarify' };
  const said = new Set(figuresIn(answer));
  return { sum: figuresIn(expected.replaceAll(/\([^)]*\)/g, '')).every((one) => said.has(one)) };
}

const figuresIn = (text: string): number[] =>
  (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((figure) => Number(figure.replaceAll(',', '')));

const meets = (groups: readonly (readonly string[])[], text: string): boolean =>
  groups.every((group) => any(group, text));

function any(phrases: readonly string[], text: string): boolean {
  const plain = (words: string): string => words.toLowerCase().replaceAll(/[‘’`]/g, "'");
  return phrases.some((phrase) => plain(text).includes(plain(phrase)));
}
