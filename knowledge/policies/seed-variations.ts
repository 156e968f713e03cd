/** Reads the folder of organisations' own wording that an empty store starts with. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseVariation } from './parse-variation';
import { PolicyError, PolicySetError } from './policy-error';
import type { Policy } from './schema';
import type { VariationClause } from './variation-schema';

export interface SeedVariation {
  readonly organisation: string;
  readonly policy: string;
  /** The file as it was written: what a store keeps. */
  readonly content: string;
  readonly clauses: readonly VariationClause[];
}

/**
 * @param folder holds `<organisation>/<policy>.md`; one that is not there holds nothing
 * @param base files are named relative to it
 * @throws PolicySetError with all that is wrong, each with its file and line
 */
export function seedVariations(
  folder: string,
  policies: readonly Policy[],
  base: string = process.cwd(),
): readonly SeedVariation[] {
  const errors: PolicyError[] = [];
  const seeds: SeedVariation[] = [];
  for (const [organisation, name] of filesIn(folder)) {
    const file = path.join(folder, organisation, name);
    const shown = path.relative(base, file);
    const content = readFileSync(file, 'utf8');
    const read = parseVariation(shown, content, policies);
    if ('errors' in read) {
      errors.push(...read.errors);
      continue;
    }
    const { meta, clauses } = read;
    const expected = `${organisation}/${path.basename(name, '.md')}`;
    if (`${meta.organisation}/${meta.policy}` !== expected) {
      const problem = `The file says "${meta.organisation}" and "${meta.policy}".`;
      const remedy = `Its folder and name must say the same: now they say "${expected}".`;
      errors.push(new PolicyError(shown, 2, problem, remedy));
    }
    seeds.push({ organisation: meta.organisation, policy: meta.policy, content, clauses });
  }
  if (errors.length > 0) throw new PolicySetError(errors);
  return seeds;
}

function filesIn(folder: string): [organisation: string, name: string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: organisation }) =>
      readdirSync(path.join(folder, organisation))
        .filter((name) => name.endsWith('.md'))
        .map((name): [string, string] => [organisation, name]),
    )
    .toSorted(([a, x], [b, y]) => `${a}/${x}`.localeCompare(`${b}/${y}`));
}
