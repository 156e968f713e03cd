/** Reads the national set from its folder: every file, or every mistake in every file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePolicy } from './parse-policy';
import { PolicyError, PolicySetError } from './policy-error';
import type { Policy } from './schema';

/**
 * @param base files are named relative to it, in complaints and in citations
 * @throws PolicySetError with all that is wrong, each with its file and line
 */
export function loadPolicies(folder: string, base: string = process.cwd()): readonly Policy[] {
  const errors: PolicyError[] = [];
  const policies: Policy[] = [];
  if (!existsSync(folder)) {
    const remedy = 'Give the folder that holds the policies.';
    throw new PolicySetError([new PolicyError(folder, 1, 'There is no such folder.', remedy)]);
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  for (const name of names.toSorted()) {
    const file = path.join(folder, name);
    const shown = path.relative(base, file);
    const read = parsePolicy(shown, readFileSync(file, 'utf8'));
    if ('errors' in read) {
      errors.push(...read.errors);
      continue;
    }
    const expected = path.basename(name, '.md');
    if (read.policy.meta.id !== expected) {
      const problem = `The policy calls itself "${read.policy.meta.id}".`;
      errors.push(new PolicyError(shown, 2, problem, `Its id must be its file name: "${expected}".`));
    }
    policies.push(read.policy);
  }
  errors.push(...unknownClauses(policies));
  if (errors.length > 0) throw new PolicySetError(errors);
  if (policies.length === 0) {
    const remedy = 'Put at least one policy there, or set the right folder.';
    throw new PolicySetError([new PolicyError(folder, 1, 'There is no policy in this folder.', remedy)]);
  }
  return policies;
}

function unknownClauses(policies: readonly Policy[]): PolicyError[] {
  const clauses = policies.flatMap((policy) => policy.clauses);
  const ids = new Set(clauses.map((clause) => clause.id));
  return clauses.flatMap((clause) =>
    (['next', 'differs'] as const).flatMap((field) =>
      clause[field]
        .filter((id) => !ids.has(id))
        .map((id) => {
          const problem = `"${field}" names clause "${id}", which is in no policy.`;
          return new PolicyError(clause.file, clause.line, problem, 'Name a clause that exists, or take it out.');
        }),
    ),
  );
}
