/** From a question to ranked clauses: search, a second look at each, and what fits this asker. */
import type { Judge } from './judge';
import type { Found } from './outcome';
import type { PolicySet } from './policies/policy-set';
import type { Question } from './question';
import { goOn, leaningOf, strengthOf } from './follow-up';
import { rank, type Candidate } from './rank';
import type { Sense } from './sense/sense';
import type { KnowledgeSource } from './sources/source';
import { questionIn } from './story';
import { isShape } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

export interface Finding {
  readonly candidates: readonly Candidate[];
  readonly topics: readonly string[];
  readonly found: readonly Found[];
  /** True where the words of the question before were searched too. */
  readonly followsUp: boolean;
}

export interface Finder {
  find(question: Question, signal: AbortSignal): Promise<Finding>;
}

const LOOKED_AT = 24;
const KEPT_FOR_REVIEW = 5;
/** How much of a story's policy is decided by the whole of it, the rest by its question. */
const OF_THE_STORY = 0.8;
export interface FinderParts {
  readonly set: PolicySet;
  readonly source: KnowledgeSource;
  readonly vocabulary: Vocabulary;
  readonly judge: Judge;
  /** Undefined where nothing was learned: documents of one's own. */
  readonly sense: Sense | undefined;
}

export function createFinder({ set, source, vocabulary, judge, sense }: FinderParts): Finder {
  return {
    async find(question, signal) {
      const options = {
        organisation: question.organisation,
        on: question.on,
        limit: LOOKED_AT,
        signal,
      };
      const look = async (text: string, also: readonly string[] = []): Promise<Candidate[]> => {
        const hits = await source.search(text, options);
        const reading = sense?.read(text, vocabulary.mend);
        const terms = vocabulary.termsOf(text);
        return rank(question, { terms, hits, reading, also }, set, judge);
      };
      const whole = await look(question.text);
      const asked = askedIn(question.text, vocabulary);
      const own = asked === undefined ? whole : inTheStory(await look(asked, idsOf(whole)), whole);
      const { before } = question;
      const leaning = before === null ? 1 : leaningOf(question.text, vocabulary);
      if (before === null || leaning <= 1) return finding(own, false);
      const also = set.passagesOf(before.policy ?? '');
      const read = set.clause(before.clause ?? '')?.question ?? '';
      const candidates = goOn(
        await look(question.text, also),
        await look(`${question.text} ${before.text} ${read}`, also),
        before,
        leaning,
      );
      return finding(candidates, candidates[0]?.policy === before.policy);
    },
  };
}

const idsOf = (candidates: readonly Candidate[]): string[] => candidates.map(({ id }) => id);

/** The question at the end of a story. "How do I go about it" asks of what was told before. */
function askedIn(text: string, vocabulary: Vocabulary): string | undefined {
  const atTheEnd = questionIn(text);
  const says = vocabulary.termsOf(atTheEnd ?? '').filter((term) => !isShape(term));
  return says.length < 2 ? undefined : atTheEnd;
}

/**
 * The whole story says which policy it is about; the question at its end, which of its clauses.
 * Both are weighed, because some stories end in "is that right?".
 */
function inTheStory(asked: readonly Candidate[], whole: readonly Candidate[]): Candidate[] {
  const [askedOf, wholeOf] = [policyChances(asked), policyChances(whole)];
  const inWhole = new Map(whole.map((candidate) => [candidate.id, candidate]));
  const within = (one: Candidate | undefined, chances: ReadonlyMap<string, number>): number =>
    one === undefined ? 0 : one.score / (chances.get(one.policy) || 1);
  return asked
    .map((candidate) => {
      const also = inWhole.get(candidate.id);
      const { policy } = candidate;
      const chance =
        OF_THE_STORY * (wholeOf.get(policy) ?? 0) +
        (1 - OF_THE_STORY) * (askedOf.get(policy) ?? 0);
      const own = (within(candidate, askedOf) + within(also, wholeOf)) / 2;
      const stronger =
        also !== undefined && strengthOf(also) > strengthOf(candidate) ? also : candidate;
      return { ...stronger, score: chance * own };
    })
    .sort((a, b) => b.score - a.score);
}

/** By policy: the chance of its clauses together. */
function policyChances(candidates: readonly Candidate[]): Map<string, number> {
  const chances = new Map<string, number>();
  for (const { policy, score } of candidates)
    chances.set(policy, (chances.get(policy) ?? 0) + score);
  return chances;
}

function finding(candidates: readonly Candidate[], followsUp: boolean): Finding {
  return {
    candidates,
    followsUp,
    topics: topicsOf(candidates),
    found: candidates.slice(0, KEPT_FOR_REVIEW).map(({ id, score, clause }) => ({
      clause: id,
      score: Math.round(score * 1000) / 1000,
      version: clause?.version ?? null,
    })),
  };
}

const topicsOf = (candidates: readonly Candidate[]): string[] =>
  [...policyChances(candidates)]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([policy]) => policy);
