/**
 * Two questions in one message: each is answered, or the answer says which one is not.
 *
 * A message is cut only where each piece asks by itself; everything else is one question.
 */
import { ASKING, isQuestion } from './asking';
import type { Answered, Outcome } from './outcome';
import type { Question } from './question';
import { isShape } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

const JOINT = new RegExp(
  String.raw`(?<=\?)[\s,]+(?:and |also |plus )*|[,;.]?\s+(?:and|plus|also|& )+(?:\s?also)?\s+(?=(?:${ASKING})\b)|[.;]\s+(?=(?:${ASKING})\b)|\n+`,
  'gi',
);
/** "When I took this post I answered the telephone" tells; "when do I" asks. */
const TELLS =
  /^\W*(?:(?:so|but|and) )*(?:when|where|what|how) (?:i|we|he|she|they|my|our|the)\b(?:\s+\S+){5,}[^?]*$/i;
/** A part with more words tells what happened: its question is found as a story's is. */
const LONGEST_PART = 30;
/** More is a story, not a list of questions. */
const MOST_PARTS = 3;

/** The questions of a message, in order; none where it is one question, or a story. */
export function questionsIn(text: string, vocabulary: Vocabulary): readonly string[] {
  const parts = text
    .split(JOINT)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > MOST_PARTS) return [];
  const each = parts.every((part) => asks(part) && hasSubject(part, vocabulary));
  return each ? parts : [];
}

const asks = (part: string): boolean =>
  isQuestion(part) && !TELLS.test(part) && part.split(/\s+/).length <= LONGEST_PART;

const hasSubject = (part: string, vocabulary: Vocabulary): boolean =>
  vocabulary.termsOf(part).some((term) => !isShape(term));

/**
 * @param answerOne answers a message that is one question
 * @returns what the whole message gets; where the parts together say no more, the same as one question
 */
export async function answerParts(
  question: Question,
  parts: readonly string[],
  answerOne: (question: Question) => Promise<Outcome>,
): Promise<Outcome> {
  if (parts.length === 0) return answerOne(question);
  const outcomes: Outcome[] = [];
  let { before } = question;
  for (const text of parts) {
    const outcome = await answerOne({ ...question, text, before });
    outcomes.push(outcome);
    if (isAnswered(outcome))
      before = { text, policy: outcome.topics[0] ?? null, clause: outcome.citations[0].clause };
  }
  const answered = outcomes.filter(isAnswered);
  const [first, ...others] = different(answered).map(withoutRelated);
  if (first === undefined) return answerOne(question);
  const missing = parts.filter((_, index) => {
    const outcome = outcomes[index];
    return outcome === undefined || !isAnswered(outcome);
  });
  // One rule that speaks of both is one answer.
  if (others.length === 0 && missing.length === 0) return answerOne(question);
  const joined = withBeside(others.reduce(join, first), answered);
  return missing.length === 0
    ? joined
    : { ...joined, kind: 'partly-answered', missing: missing.join(' ') };
}

const isAnswered = (outcome: Outcome): outcome is Answered =>
  outcome.kind === 'answered' || outcome.kind === 'partly-answered';

function different(answers: readonly Answered[]): Answered[] {
  const seen = new Set<string>();
  return answers.filter(({ citations: [{ clause }] }) => {
    if (seen.has(clause)) return false;
    seen.add(clause);
    return true;
  });
}

/** Of each part's own rules beside it, so many. */
const MOST_BESIDE = 2;

/**
 * The rules beside each part, after all of them and folded away: one of them is often the second
 * half of what the part asked.
 */
function withBeside(joined: Answered, parts: readonly Answered[]): Answered {
  const citations = [...joined.citations];
  const known = new Set(citations.map(({ clause }) => clause));
  const related = parts.flatMap((part) => {
    const cited = citationsBeside(part);
    return part.related
      .map((said, index) => ({ said, cited: cited[index] ?? [] }))
      .filter(({ cited: own }) => own.every(({ clause }) => !known.has(clause)))
      .slice(0, MOST_BESIDE)
      .map(({ said, cited: own }) => {
        for (const { clause } of own) known.add(clause);
        const first = citations.push(...own) - own.length + 1;
        const marked = (text: string | null, number: number): string | null =>
          text?.replace(MARK_AT_END, ` [${number}]`) ?? null;
        return {
          ...said,
          own: marked(said.own, first),
          text: marked(said.text, first + own.length - 1),
          likely: false,
        };
      });
  });
  const [first = joined.citations[0], ...rest] = citations;
  return { ...joined, citations: [first, ...rest], related };
}

const MARK_AT_END = / \[\d+\]$/;

/** What each of the rules beside an answer cites: its own wording and the national one, or one of them. */
function citationsBeside({ related, citations }: Answered): readonly Answered['citations'][0][][] {
  const counts = related.map(({ own, text }) => Number(own !== null) + Number(text !== null));
  let at = citations.length - counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => citations.slice(at, (at += count)));
}

/** With two answers there is enough to read. */
export function withoutRelated(outcome: Answered): Answered {
  const beside = outcome.related.reduce(
    (sum, { own, text }) => sum + (own === null ? 0 : 1) + (text === null ? 0 : 1),
    0,
  );
  const [first, ...rest] = outcome.citations;
  return {
    ...outcome,
    citations: [first, ...rest.slice(0, rest.length - beside)],
    related: [],
  };
}

/** What both say, one after the other, with one list of citations. */
export function join(one: Answered, other: Answered): Answered {
  const shift = one.citations.length;
  const renumbered = (text: string): string =>
    text.replace(/\[(\d+)\](?!\()/g, (_, number: string) => `[${Number(number) + shift}]`);
  const { variation } = other;
  return {
    ...one,
    kind: other.kind === 'answered' ? one.kind : other.kind,
    more: [
      ...one.more,
      {
        text: renumbered(other.text),
        ownRule: other.ownRule,
        notNational: other.notNational,
        variation: variation && {
          ...variation,
          text: renumbered(variation.text),
          citation: variation.citation + shift,
        },
      },
    ],
    citations: [...one.citations, ...other.citations],
    opening: one.opening === 'none' ? other.opening : one.opening,
    isClose: one.isClose || other.isClose,
    support: one.support || other.support,
    unconfirmed: one.unconfirmed || other.unconfirmed,
    local: one.local || other.local,
    services: [...new Set([...one.services, ...other.services])],
    next: [...new Set([...one.next, ...other.next])],
    topics: [
      ...new Set([...one.topics.slice(0, 1), ...other.topics.slice(0, 1), ...one.topics]),
    ].slice(0, 3),
    found: [...one.found, ...other.found],
    modelWritten: one.modelWritten || other.modelWritten,
  };
}
