/** `policies -- check`: reads the policy set and says what is wrong with it, for its owners. */
import path from 'node:path';
import { checkSet, loadPolicies, PolicySetError, seedVariations } from '../../knowledge';
import { today } from '../calendar/days';
import { projectRoot } from '../project-root';

export async function checkCommand(args: readonly string[]): Promise<number> {
  const [folder = path.join(projectRoot(), 'knowledge', 'policies'), ...rest] = args;
  if (rest.length > 0) return 2;
  try {
    return await check(folder);
  } catch (error) {
    if (!(error instanceof PolicySetError)) throw error;
    const count = error.errors.length;
    process.stdout.write(`${error.message}\n${count} errors; nothing was checked further\n`);
    return 1;
  }
}

async function check(folder: string): Promise<number> {
  const policies = loadPolicies(folder);
  const seeds = seedVariations(path.join(folder, 'variations'), policies);
  const own = seeds.flatMap((seed) => seed.clauses);
  const never = new AbortController().signal;
  const wrong = await checkSet(policies, own, today(new Date()), never);
  for (const error of wrong) process.stdout.write(`${error.message}\n`);
  const clauses = policies.reduce((sum, policy) => sum + policy.clauses.length, 0);
  process.stdout.write(
    `${policies.length} policies, ${clauses} clauses, ${own.length} variations, ${wrong.length} complaints\n`,
  );
  return wrong.length === 0 ? 0 : 1;
}
