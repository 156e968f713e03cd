/** From a question to ranked clauses: search, a second look at each, and what fits this asker. */
import type { Judge } from './judge';
import type { Found } from './outcome';
import type { PolicySet } from './policies/policy-set';
import type { Question } from './question';
import { meantIn } from './correction';
import { goOn, leaningOf } from './follow-up';
import { withoutManner } from './manner';
import { subjectOf } from './thread';
import { mix, policyChances } from './mix';
import { rank, type Candidate } from './rank';
import type { Looked } from './weigh';
import type { Sense } from './sense/sense';
import type { KnowledgeSource } from './sources/source';
import { questionIn } from './story';
import { isShape } from './words/normalise';
import type { Vocabulary } from './words/vocabulary';

export interface Finding {
  readonly candidates: readonly Candidate[];
  readonly topics: readonly string[];
  readonly found: readonly Found[];
  /** True where the words of the question before were searched too, and its policy answers. */
  readonly followsUp: boolean;
  /** True where it says too little to be about something by itself. */
  readonly leans: boolean;
}

export interface Finder {
  find(question: Question, signal: AbortSignal): Promise<Finding>;
}

const LOOKED_AT = 24;
const KEPT_FOR_REVIEW = 5;
/** So many of what a whole story finds are held against its question too. */
const OF_THE_WHOLE = 40;
/** How much of a story's policy and clause is decided by the whole of it, the rest by its question. */
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
      const { before } = question;
      const policies = before?.policy == null ? [] : [before.policy];
      const look = async (text: string, also: readonly string[] = []): Promise<Candidate[]> => {
        const looked: Looked = {
          text,
          terms: vocabulary.termsOf(text),
          hits: await source.search(text, options),
          reading: sense?.read(text, (word) => vocabulary.mend(word)),
          policies,
          also,
        };
        return rank(question, looked, set, judge);
      };
      const meant = before === null ? undefined : meantIn(question.text);
      const text = withoutManner(meant ?? question.text);
      const whole = await look(text);
      const asked = askedIn(text, vocabulary);
      const own =
        asked === undefined ? whole : inTheStory(await look(asked, likeliestOf(whole)), whole);
      const leaning =
        before === null
          ? undefined
          : leaningOf({ text, own, before, corrects: meant !== undefined }, vocabulary);
      if (before === null || leaning === undefined) return finding(own, false, false);
      const read = set.clause(before.clause ?? '');
      const subject = subjectOf(before.text, vocabulary);
      const joined = await look(`${text} ${subject} ${read?.question ?? ''}`);
      const heard = { before, next: read?.next ?? [], own: whole, joined };
      const candidates = goOn(heard, leaning);
      return finding(candidates, candidates[0]?.policy === before.policy, true);
    },
  };
}

const likeliestOf = (candidates: readonly Candidate[]): string[] =>
  candidates.slice(0, OF_THE_WHOLE).map(({ id }) => id);

/** The question at the end of a story. "How do I go about it" asks of what was told before. */
function askedIn(text: string, vocabulary: Vocabulary): string | undefined {
  const atTheEnd = questionIn(text);
  const says = vocabulary.termsOf(atTheEnd ?? '').filter((term) => !isShape(term));
  return says.length < 2 ? undefined : atTheEnd;
}

/**
 * The whole story says what it is about, and what its question rests on; the question at its end
 * has a say, because what is asked last may be the smaller part of what was told.
 */
const inTheStory = (asked: readonly Candidate[], whole: readonly Candidate[]): Candidate[] =>
  mix([
    { candidates: whole, ofPolicy: OF_THE_STORY, ofClause: OF_THE_STORY },
    { candidates: asked, ofPolicy: 1 - OF_THE_STORY, ofClause: 1 - OF_THE_STORY },
  ]);

function finding(candidates: readonly Candidate[], followsUp: boolean, leans: boolean): Finding {
  return {
    candidates,
    followsUp,
    leans,
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
