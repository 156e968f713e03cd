/** Turns one Markdown file of an organisation's own into clauses, or says which lines are wrong. */
import { PolicyError } from './policy-error';
import { checkNumbers, frontMatterOf, noFrontMatter, readSections, type Section } from './policy-sections';
import { readYaml } from './read-yaml';
import type { Policy } from './schema';
import { toClause } from './to-clause';
import { type VariationClause, VariationClauseMeta, VariationMeta } from './variation-schema';

type Read = { meta: VariationMeta; clauses: VariationClause[] } | { errors: PolicyError[] };

/**
 * @param policies the national set, which the file must fit
 * @returns the clauses, or every mistake in the file (never an empty list)
 */
export function parseVariation(file: string, content: string, policies: readonly Policy[]): Read {
  const front = frontMatterOf(content);
  if (front === undefined) return { errors: [noFrontMatter(file)] };
  const head = readYaml(VariationMeta, front.lines.slice(1, front.end).join('\n'), file, 2);
  const { sections, errors } = readSections(VariationClauseMeta, file, front);
  if ('errors' in head) return { errors: [...head.errors, ...errors] };

  const meta = head.value;
  const national = policies.find((policy) => policy.meta.id === meta.policy);
  if (national === undefined) {
    const problem = `There is no national policy "${meta.policy}".`;
    const remedy = `The policies are: ${policies.map((policy) => policy.meta.id).join(', ')}.`;
    return { errors: [...errors, new PolicyError(file, 2, problem, remedy)] };
  }
  errors.push(...checkNumbers(file, sections), ...checkFit(file, national, policies, sections));
  const clauses = sections.map((section) => clauseOf(file, meta, national, section, sections, errors));
  return errors.length > 0 ? { errors } : { meta, clauses };
}

function clauseOf(
  file: string,
  meta: VariationMeta,
  national: Policy,
  section: Section<VariationClauseMeta>,
  all: readonly Section[],
  errors: PolicyError[],
): VariationClause {
  const { replaces, beside } = section.meta;
  const replaced = national.clauses.find(({ number }) => number === replaces);
  const inherited = {
    ...national.meta,
    version: meta.version,
    effective: meta.effective,
    review: meta.review,
    staffGroups: meta.staffGroups ?? [...(replaced?.staffGroups ?? national.meta.staffGroups)],
    opening: replaced?.opening ?? national.meta.opening,
    sources: [],
    policy: meta.policy,
    idPrefix: `${meta.organisation}/${meta.policy}`,
    page: `/policies/${meta.policy}?at=${meta.organisation}`,
  };
  return {
    ...toClause(file, inherited, section, all, errors),
    organisation: meta.organisation,
    replaces: replaced?.id ?? null,
    beside: beside.map((one) => fullId(meta.policy, one)),
    note: meta.note,
  };
}

function checkFit(
  file: string,
  national: Policy,
  policies: readonly Policy[],
  sections: readonly Section<VariationClauseMeta>[],
): PolicyError[] {
  const ids = new Set(policies.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const taken = new Map<number, number>();
  const errors: PolicyError[] = [];
  for (const { meta, line } of sections) {
    const named = [meta.replaces ?? [], meta.beside].flat();
    for (const one of named.filter((own) => !ids.has(fullId(national.meta.id, own)))) {
      const [policy = '', number = ''] = fullId(national.meta.id, one).split('.');
      const problem = `The national policy "${policy}" has no clause ${number}.`;
      errors.push(new PolicyError(file, line, problem, 'Look the number up under the heading in the national file.'));
    }
    const { replaces } = meta;
    const first = replaces === undefined ? undefined : taken.get(replaces);
    if (replaces !== undefined && first !== undefined) {
      const problem = `National clause ${replaces} is already replaced on line ${first}.`;
      errors.push(new PolicyError(file, line, problem, 'Put both rules into one clause.'));
    }
    const replaced = national.clauses.find(({ number }) => number === replaces);
    const groups = meta.staffGroups ?? [];
    if (replaced !== undefined && groups.some((group) => !replaced.staffGroups.includes(group))) {
      const problem = `National clause ${replaced.number} is for ${replaced.staffGroups.join(', ')} only.`;
      errors.push(new PolicyError(file, line, problem, 'For other staff write a clause with "adds: true".'));
    }
    if (replaces !== undefined) taken.set(replaces, first ?? line);
    if (meta.sources.length > 0) {
      const remedy = 'Take "sources" out; say in "note" where the rule comes from.';
      errors.push(new PolicyError(file, line, 'An own rule names no national sources.', remedy));
    }
  }
  return errors;
}

/** @param one a number in the policy, or a full id in another */
const fullId = (policy: string, one: number | string): string =>
  typeof one === 'number' ? `${policy}.${one}` : one;
