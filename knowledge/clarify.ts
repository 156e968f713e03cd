/** "Time off?" could be many things: where a word or two fits several policies, the person chooses. */
import type { Finding } from './find';
import { policyChances } from './mix';
import type { Clarify } from './outcome';
import type { PolicySet } from './policies/policy-set';
import type { Question } from './question';
import { termsOf, wordsOf } from './words/normalise';

/** More words than this say what they mean … */
const MOST_WORDS = 7;
/** … and so do more of those that are not "how", "can" and the like. */
const MOST_SUBJECTS = 2;
/** A policy that is likelier than this is meant. */
const CLEAR = 0.6;
/** Where nothing but these is said, there are many kinds of it: only a very likely policy is meant. */
const OF_MANY_KINDS: ReadonlySet<string> = new Set(termsOf('how much time off can I get'));
const VERY_CLEAR = 0.95;
/** Asked nearly in a writer's own words, it is not unclear. */
const WORD_FOR_WORD = 0.9;
/** A choice is at least so likely beside the likeliest. */
const LIKELY = 0.2;
const MOST_CHOICES = 4;

/** @returns undefined where it is clear enough what is meant, or where there is nothing to choose between */
export function clarifying(
  { text, staffGroup }: Question,
  { candidates, followsUp, topics, found }: Finding,
  set: PolicySet,
): Clarify | undefined {
  const [best] = candidates;
  if (best === undefined || followsUp || wordsOf(text).length > MOST_WORDS) return undefined;
  const { asked, alike } = best.judgement;
  const chances = policyChances(candidates);
  const top = Math.max(...chances.values());
  const terms = termsOf(text);
  const isOfManyKinds = terms.includes('time') && terms.every((term) => OF_MANY_KINDS.has(term));
  const clear = isOfManyKinds ? VERY_CLEAR : CLEAR;
  if (asked > MOST_SUBJECTS || alike >= WORD_FOR_WORD || top >= clear) return undefined;
  const likely = isOfManyKinds ? LIKELY / 4 : LIKELY;
  const choices = [...chances]
    .filter(([, chance]) => chance >= likely * top)
    .sort(([, a], [, b]) => b - a)
    .flatMap(([id]) => {
      const policy = set.policies.find(({ meta }) => meta.id === id);
      const first = policy?.clauses.find(({ staffGroups }) => staffGroups.includes(staffGroup));
      return first?.question ?? [];
    })
    .slice(0, MOST_CHOICES);
  return choices.length < 2 ? undefined : { kind: 'clarify', choices, topics, found };
}
