/** Puts the knowledge room together from a policy set, a source and, if there is one, a model. */
import { answer, tellOnly, type Tools } from './answer';
import { clausesInForce, type ClauseInForce, type ClausesAsked } from './clauses-in-force';
import { sumAsked } from './entitlements/work-out';
import { createFinder, type Finder, type FinderParts } from './find';
import type { DocumentStore } from './ingest/own-document';
import { groupAlike } from './group-alike';
import { joinDocument } from './join-document';
import { createJudge } from './judge';
import { createLocalRules, localRulesFrom, type LocalRules } from './local-rules';
import type { Phraser } from './model/phraser';
import type { Outcome } from './outcome';
import { createOwnDocuments } from './own-documents';
import { answerParts, questionsIn } from './parts';
import { heardPhrasing, type OnProgress } from './progress';
import { correctPremise } from './premise/correct-premise';
import { createMistakes } from './premise/mistakes';
import { faultsOfChange } from './policies/check-own';
import type { CompiledPolicies } from './policies/compiled';
import { createPolicySet, type PolicySet } from './policies/policy-set';
import type { Clause, Policy } from './policies/schema';
import type { Question } from './question';
import { createSense } from './sense/sense';
import { createEmbeddedSource } from './sources/embedded/embedded-source';
import { createLineIndex } from './sources/line-index';
import { linesOf } from './sources/lines';
import type { KnowledgeSource, Passage } from './sources/source';
import type { VariationStore } from './policies/variation-store';
import { tryEach, type Trial, type WordingTrials } from './try-wording';
import { leaveOut } from './withheld';
import { createVocabulary, type Vocabulary } from './words/vocabulary';

/** What a conversation asks, wherever it is answered. */
export interface Answering extends WordingTrials {
  /**
   * Never throws for anything a person can write; rejects only when a remote source is out of reach.
   *
   * @param onProgress told how far it is, where a model may phrase the answer and nowhere else
   */
  answer(question: Question, signal: AbortSignal, onProgress?: OnProgress): Promise<Outcome>;
  /** True for a question that gives figures or dates and asks what they come to. */
  asksForSum(question: Question): Promise<boolean>;
  /** Up to three policies that fit best, best first; no model is asked. */
  topics(question: Question, signal: AbortSignal): Promise<readonly string[]>;
  /**
   * The policy's own question that fits best, for words that must not leave this process: only
   * the embedded index is asked, and no model. Null where nothing fits.
   */
  nearestQuestion(question: Question, signal: AbortSignal): Promise<string | null>;
  /** Those of the clauses that count for the asker, as they count where they work; the others are left out. */
  clauses(asked: ClausesAsked): Promise<readonly ClauseInForce[]>;
  /**
   * Puts questions together that ask for the same thing: places in `texts`, the largest group
   * first, the most typical of each first. Where nothing was learned there are no groups.
   */
  groupAlike(
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly (readonly number[])[]>;
}

export interface Knowledge extends Answering {
  readonly set: PolicySet;
}

export interface KnowledgeParts {
  readonly policies: readonly Policy[];
  /** The search terms of each line, where the build worked them out. */
  readonly terms?: CompiledPolicies['terms'] | undefined;
  /** How often each word stands in the lines, where the build counted them. */
  readonly words?: CompiledPolicies['words'] | undefined;
  /** What the build learned from the policies; undefined for documents of one's own. */
  readonly sense?: CompiledPolicies['sense'] | undefined;
  /** Undefined: the embedded index. */
  readonly source?: (passages: readonly Passage[], vocabulary: Vocabulary) => KnowledgeSource;
  readonly phraser?: Phraser | undefined;
  /** Undefined: national text only. */
  readonly variations?: Pick<VariationStore, 'version' | 'current'> | undefined;
  /** What organisations imported; undefined: none. */
  readonly documents?: Pick<DocumentStore, 'version' | 'current'> | undefined;
}

export function createKnowledge(parts: KnowledgeParts): Knowledge {
  const shared = sharedOf(parts);
  const { set, vocabulary } = shared;
  const searchings = createSearchings(shared, parts);
  const mistakes = createMistakes(set, vocabulary);
  const notNationals = parts.documents && createOwnDocuments(parts.documents);
  const toolsFor = async (
    question: Question,
    { trial, onProgress }: Along = {},
  ): Promise<Tools> => {
    const { organisation, inConfidence } = question;
    const phraser = inConfidence ? undefined : parts.phraser;
    const { finder, rulesOf } = inConfidence ? searchings.inside() : searchings.configured;
    const local = trial ?? (organisation === undefined ? undefined : await rulesOf?.(organisation));
    return {
      set: local?.set ?? set,
      finder: local?.finder ?? finder,
      phraser: phraser && onProgress ? heardPhrasing(phraser, onProgress) : phraser,
      local,
      documentBeside: false,
    };
  };
  const answerAll = async (
    question: Question,
    signal: AbortSignal,
    along?: Along,
  ): Promise<Outcome> => {
    const tools = await toolsFor(question, along);
    if (tools.phraser !== undefined) along?.onProgress?.('looking');
    const answerOne = async (one: Question): Promise<Outcome> => {
      const own = await notNationals?.(one, signal);
      if (own === undefined) return leaveOut(one, await answer(one, tools, signal));
      const national = await answer(one, { ...tools, documentBeside: true }, signal);
      return leaveOut(one, joinDocument(national, own));
    };
    const tellOne = async (clause: Clause): Promise<Outcome> => {
      // The rule in its own words: a sum would stand in its place.
      const one = { ...question, before: null, text: clause.question, particulars: {} };
      const own = await notNationals?.(one, signal);
      const told = await tellOnly({ ...clause, sum: undefined }, one, tools, signal);
      return own === undefined ? told : joinDocument(told, own);
    };
    const outcome = await answerParts(question, questionsIn(question.text, vocabulary), answerOne);
    const told = await correctPremise(question, outcome, answerOne, { mistakes, tell: tellOne });
    return leaveOut(question, told);
  };
  return {
    set,
    answer: (question, signal, onProgress) =>
      answerAll(question, signal, onProgress && { onProgress }),
    asksForSum: async (question) => sumAsked(question, set) !== undefined,
    topics: async (question, signal) => {
      const { finder } = await toolsFor(question);
      return (await finder.find(question, signal)).topics;
    },
    nearestQuestion: async (question, signal) => {
      const { candidates } = await searchings.inside().finder.find(question, signal);
      const best = candidates.find(({ clause, forAsker }) => clause !== undefined && forAsker);
      return best?.clause?.question ?? null;
    },
    groupAlike: async (texts, signal) => {
      const { sense } = shared;
      if (sense === undefined) return [];
      return groupAlike(texts, sense, (word) => vocabulary.mend(word), signal);
    },
    checkWording: async ({ organisation, clauses }, today) => {
      const now = (await parts.variations?.current(organisation)) ?? [];
      return faultsOfChange(now, clauses, { set, vocabulary, today });
    },
    tryWording: async (trial, questions, signal) => {
      const rules = searchings.inside().rulesIn(trial);
      const then = (question: Question, until: AbortSignal) =>
        answerAll(question, until, rules && { trial: rules });
      return tryEach({ now: answerAll, then }, questions, signal);
    },
    clauses: async (asked) => {
      const { rulesOf } = searchings.configured;
      const { organisation } = asked;
      const local = organisation === undefined ? undefined : await rulesOf?.(organisation);
      return clausesInForce(asked, set, local);
    },
  };
}

/** What goes with a question besides: rules as they would be, and who is told how far its answer is. */
interface Along {
  readonly trial?: LocalRules;
  readonly onProgress?: OnProgress;
}

/** What is read once, whichever index is searched. */
interface Shared extends Omit<FinderParts, 'source'> {
  readonly embedded: () => KnowledgeSource;
}

type Read = Pick<KnowledgeParts, 'policies' | 'terms' | 'words' | 'sense'>;

let last: { readonly read: Read; readonly shared: Shared } | undefined;

/** Whoever asks of the same policies again, beside another store, shares what was read of them. */
function sharedOf({ policies, terms, words, sense }: Read): Shared {
  const isSame =
    last?.read.policies === policies &&
    last.read.terms === terms &&
    last.read.words === words &&
    last.read.sense === sense;
  if (isSame && last !== undefined) return last.shared;
  const read = { policies, terms, words, sense };
  last = { read, shared: createShared(read) };
  return last.shared;
}

function createShared({ policies, terms, words, sense }: Read): Shared {
  const set = createPolicySet(policies);
  const vocabulary = createVocabulary(
    set.passages.map((passage) => linesOf(passage).map(({ text }) => text)),
    terms,
    words,
  );
  const index = createLineIndex(set.passages, vocabulary);
  return {
    set,
    vocabulary,
    judge: createJudge(set.passages, vocabulary, index),
    sense: sense && createSense(sense),
    embedded: () => createEmbeddedSource(set.passages, vocabulary, index),
  };
}

/** One index, and what is read from it. */
interface Searching {
  readonly finder: Finder;
  readonly rulesOf: ReturnType<typeof createLocalRules> | undefined;
  /** As they would be. */
  rulesIn(trial: Trial): LocalRules | undefined;
}

/** The index of the settings, and the one inside this process, which may be the same. */
interface Searchings {
  readonly configured: Searching;
  inside(): Searching;
}

function createSearchings(
  { embedded, ...shared }: Shared,
  { source, variations }: KnowledgeParts,
): Searchings {
  const searching = (from: KnowledgeSource): Searching => {
    const national = { ...shared, source: from };
    return {
      finder: createFinder(national),
      rulesOf: variations && createLocalRules(variations, national),
      rulesIn: ({ organisation, clauses }) => localRulesFrom(organisation, clauses, national),
    };
  };
  const configured = searching(source?.(shared.set.passages, shared.vocabulary) ?? embedded());
  let inside = source === undefined ? configured : undefined;
  return { configured, inside: () => (inside ??= searching(embedded())) };
}
