/**
 * What one organisation's staff are told beside the national set. The national index is shared;
 * an organisation costs no more than its own few clauses, and is read again when they change.
 */
import { countsFor } from './counts-for';
import { createFinder, type Finder, type FinderParts } from './find';
import { createJudge, type Judge } from './judge';
import type { Judgement } from './judgement';
import { clausePassage, type PolicySet } from './policies/policy-set';
import type { VariationClause } from './policies/variation-schema';
import type { VariationStore } from './policies/variation-store';
import type { Question } from './question';
import { joinSense } from './sense/joined-sense';
import type { Hit, KnowledgeSource, Passage } from './sources/source';

export interface LocalRules {
  /** The national set, in which the organisation's own clauses are found by id too. */
  readonly set: PolicySet;
  readonly finder: Finder;
  /** The own rule that is shown with a national clause, for this asker on this day. */
  variationOf(
    clause: string,
    asker: Pick<Question, 'staffGroup' | 'on'>,
  ): VariationClause | undefined;
  /** The own clause of that id. */
  ownRule(clause: string): VariationClause | undefined;
}

/** What every organisation shares. */
export type National = FinderParts;

interface Kept {
  readonly version: number;
  readonly rules: LocalRules | undefined;
}

/**
 * The version is asked for each time: a rule that was put right, and is let into answers again,
 * must not be told once more as it was.
 *
 * @returns a reader that gives undefined for an organisation with no rules of its own
 */
export function createLocalRules(
  store: Pick<VariationStore, 'version' | 'current'>,
  national: National,
): (organisation: string) => Promise<LocalRules | undefined> {
  const kept = new Map<string, Kept>();
  return async (organisation) => {
    const known = kept.get(organisation);
    const version = await store.version(organisation);
    if (known?.version === version) return known.rules;
    const rules = localRulesFrom(organisation, await store.current(organisation), national);
    kept.set(organisation, { version, rules });
    return rules;
  };
}

/** @param all of which only those of that organisation count */
export function localRulesFrom(
  organisation: string,
  all: readonly VariationClause[],
  national: National,
): LocalRules | undefined {
  // The store keeps organisations apart; a slip there must not show one's rules to another.
  const clauses = all.filter((clause) => clause.organisation === organisation);
  if (clauses.length === 0) return undefined;
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const passages = clauses.map((clause): Passage => ({ ...clausePassage(clause), organisation }));
  const set: PolicySet = {
    ...national.set,
    clause: (id) => national.set.clause(id) ?? byId.get(id),
  };
  const own = createJudge(passages, national.vocabulary);
  const judge = joinedJudge(clauses, own, national.judge);
  const source = joinedSource(clauses, own, national);
  const sense = national.sense && joinSense(national.sense, passages, replacedBy(clauses));
  return {
    set,
    finder: createFinder({ ...national, set, source, judge, sense }),
    variationOf: (id, asker) => shownWith(id, clauses).find((clause) => countsFor(clause, asker)),
    ownRule: (id) => byId.get(id),
  };
}

/** What replaces a clause comes before what is only shown beside it. */
const shownWith = (id: string, clauses: readonly VariationClause[]): VariationClause[] => [
  ...clauses.filter(({ replaces }) => replaces === id),
  ...clauses.filter(({ beside }) => beside.includes(id)),
];

/** By national clause: the own rule in its place. */
const replacedBy = (clauses: readonly VariationClause[]): Map<string, string> =>
  new Map(clauses.flatMap(({ id, replaces }) => (replaces === null ? [] : [[replaces, id]])));

/** A national clause is also met by the ways of asking of the rule that replaces it. */
function joinedJudge(clauses: readonly VariationClause[], own: Judge, national: Judge): Judge {
  const ids = new Set(clauses.map(({ id }) => id));
  const replacing = replacedBy(clauses);
  return {
    judge(terms, id) {
      if (ids.has(id)) return own.judge(terms, id);
      const whole = national.judge(terms, id);
      const by = replacing.get(id);
      return by === undefined ? whole : better(whole, own.judge(terms, by));
    },
  };
}

const better = (one: Judgement, other: Judgement): Judgement =>
  other.alike + other.covered > one.alike + one.covered ? other : one;

/** So like the question that it belongs among what was found. */
const NEAR = 0.5;

/**
 * Scores of two indexes cannot be compared, so an own clause is placed by how well it meets the
 * question: at the top, and before a known gap, where it meets it wholly.
 */
function joinedSource(
  clauses: readonly VariationClause[],
  own: Judge,
  { source, vocabulary }: National,
): KnowledgeSource {
  return {
    async search(query, options) {
      const hits = await source.search(query, options);
      const terms = vocabulary.termsOf(query);
      const top = hits[0]?.score ?? 1;
      const scores = new Map(hits.map(({ id, score }) => [id, score]));
      for (const { id, replaces, effective, until } of clauses) {
        const { alike, covered } = own.judge(terms, id);
        const inForce = effective <= options.on && (until === undefined || options.on <= until);
        if (alike + covered < NEAR || !inForce) continue;
        const found = replaces ?? id;
        scores.set(found, Math.max(scores.get(found) ?? 0, top * (0.55 * alike + 0.65 * covered)));
      }
      return [...scores]
        .map(([id, score]): Hit => ({ id, score }))
        .sort((a, b) => b.score - a.score)
        .slice(0, options.limit);
    },
  };
}
