/** Turns one Markdown file into a Policy, or says which lines are wrong and how to mend them. */
import { PolicyError } from './policy-error';
import { checkNumbers, frontMatterOf, noFrontMatter, readSections, type Section } from './policy-sections';
import { readYaml } from './read-yaml';
import { ClauseMeta, PolicyMeta, type Policy } from './schema';
import { toClause } from './to-clause';

/** @returns the policy, or every mistake in the file (never an empty list) */
export function parsePolicy(
  file: string,
  content: string,
): { policy: Policy } | { errors: PolicyError[] } {
  const front = frontMatterOf(content);
  if (front === undefined) return { errors: [noFrontMatter(file)] };
  const head = readYaml(PolicyMeta, front.lines.slice(1, front.end).join('\n'), file, 2);
  const { introduction, sections, errors } = readSections(ClauseMeta, file, front);
  if ('errors' in head) return { errors: [...head.errors, ...errors] };

  const meta = head.value;
  errors.push(...checkNumbers(file, sections), ...checkSources(file, meta, sections));
  const inherited = { ...meta, policy: meta.id, idPrefix: meta.id, page: `/policies/${meta.id}` };
  const clauses = sections.map((section) => toClause(file, inherited, section, sections, errors));
  if (errors.length > 0) return { errors };
  return { policy: { meta, introduction, clauses, file } };
}

function checkSources(file: string, meta: PolicyMeta, sections: readonly Section[]): PolicyError[] {
  const known = new Set(meta.sources.map((source) => source.id));
  return sections.flatMap(({ meta: clause, line }) =>
    clause.sources
      .filter((id) => !known.has(id))
      .map((source) => {
        const problem = `The clause names source "${source}", which the front matter does not list.`;
        return new PolicyError(file, line, problem, `The sources are: ${[...known].join(', ')}.`);
      }),
  );
}
