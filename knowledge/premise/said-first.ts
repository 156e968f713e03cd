/** An answer that opens with what puts a statement right, and then goes on as it was. */
import type { Answered, Outcome } from '../outcome';
import { join, withoutRelated } from '../parts';
import { amountsIn } from './amounts';

const YES = /^\*\*Yes\.\*\* /;
const NO = /^\*\*No\.\*\* /;
/** The clause's own question above words that mean nothing without it: see compose.ts. */
const QUESTION_ABOVE = /^\*\*[^*]+\?\*\*\n\n/;

export const isAnswered = (outcome: Outcome): outcome is Answered =>
  outcome.kind === 'answered' || outcome.kind === 'partly-answered';

/** What an organisation says of it in its own words may be another rule: then nothing is held against it. */
export function isOnTheSubject(governing: Answered, outcome: Outcome): boolean {
  if (saysOtherwise(governing) || governing.ownRule || governing.notNational) return false;
  if (!isAnswered(outcome)) return true;
  const [{ policy }] = governing.citations;
  return outcome.topics.includes(policy) || outcome.citations.some((one) => one.policy === policy);
}

/** What stands beside the national rule and has no figure of its own ("you book in the roster") changes nothing in it. */
const saysOtherwise = ({ variation }: Answered): boolean =>
  variation !== null &&
  (variation.prevails || amountsIn(variation.text.replaceAll('**', '')).length > 0);

export const withoutYes = (answered: Answered): Answered => ({
  ...answered,
  text: answered.text.replace(QUESTION_ABOVE, '').replace(YES, '').replace(NO, ''),
});

/** @param text with the mark of its one citation */
export function joined(text: string, governing: Answered, outcome: Answered): Answered {
  const [cited] = governing.citations;
  const first: Answered = {
    ...governing,
    text,
    citations: [cited],
    related: [],
    next: [],
    services: [],
  };
  return { ...join(first, withoutRelated(withoutYes(outcome))), readAs: outcome.readAs };
}

/** @param lead without a full stop and without the mark of its citation, which is `governing`'s first */
export function corrected(lead: string, governing: Answered, outcome: Outcome): Answered {
  const [cited] = governing.citations;
  if (!isAnswered(outcome))
    return { ...governing, text: before(withoutYes(governing).text, `${lead} [1]`) };
  const at = outcome.citations.findIndex(({ clause }) => clause === cited.clause);
  const rest = withoutYes(outcome);
  if (at === 0) return { ...rest, text: before(rest.text, `${lead} [1]`) };
  if (at > 0) return { ...rest, text: `${lead} [${at + 1}].\n\n${rest.text}` };
  return joined(`${lead} [1].`, governing, rest);
}

/** The two are one sentence where the second goes on as plainly. */
const PLAIN_START = /^(?:You|Your|It|They|There|The|By|In|If|From|Full-time) /;

const before = (text: string, lead: string): string =>
  PLAIN_START.test(text)
    ? `${lead}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : `${lead}.\n\n${text}`;
