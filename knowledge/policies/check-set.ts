/** Everything that is wrong with a readable set, as its clauses stand together: worst first. */
import { createFinder } from '../find';
import { createJudge } from '../judge';
import { createEmbeddedSource } from '../sources/embedded/embedded-source';
import { linesOf } from '../sources/lines';
import { createVocabulary } from '../words/vocabulary';
import { checkAgreement } from './check-agreement';
import { checkFound } from './check-found';
import { checkLinks } from './check-links';
import { checkMistakes } from './check-mistakes';
import { checkOwn } from './check-own';
import { checkPolicies } from './check-policies';
import { checkSums } from './check-sums';
import type { PolicyError } from './policy-error';
import { createPolicySet } from './policy-set';
import type { Day, Policy } from './schema';
import type { VariationClause } from './variation-schema';

/** @param own organisations' own wording, which is only held against that of the same organisation */
export async function checkSet(
  policies: readonly Policy[],
  own: readonly VariationClause[],
  today: Day,
  signal: AbortSignal,
): Promise<readonly PolicyError[]> {
  const set = createPolicySet(policies);
  const vocabulary = createVocabulary(set.passages.map((passage) => linesOf(passage).map(({ text }) => text)));
  const source = createEmbeddedSource(set.passages, vocabulary);
  const judge = createJudge(set.passages, vocabulary);
  const finder = createFinder({ set, source, vocabulary, judge, sense: undefined });
  const clauses = policies.flatMap((policy) => policy.clauses);
  const organisations = [...new Set(own.map(({ organisation }) => organisation))];
  return [
    ...checkPolicies(policies, today),
    ...checkLinks(policies, set),
    ...checkSums(set, today),
    ...checkMistakes(set, vocabulary, today),
    ...checkAgreement(clauses, vocabulary),
    ...organisations.flatMap((id) =>
      checkOwn(
        own.filter(({ organisation }) => organisation === id),
        { set, vocabulary, today },
      ),
    ),
    ...(await checkFound(clauses, finder, today, signal)),
  ];
}
