/** `npm run policies -- check`: reads the policy set and says what is wrong with it, for its owners. */
import path from 'node:path';
import {
  checkPolicies,
  checkVariations,
  loadPolicies,
  PolicySetError,
  seedVariations,
} from '../../knowledge';
import { today } from '../calendar/days';
import { projectRoot } from '../project-root';

const USAGE = 'Usage: npm run policies -- check [FOLDER]\n';

function main(args: readonly string[]): number {
  const [command, folder = path.join(projectRoot(), 'knowledge', 'policies'), ...rest] = args;
  if (command !== 'check' || rest.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const policies = loadPolicies(folder);
    const own = seedVariations(path.join(folder, 'variations'), policies).flatMap(
      (seed) => seed.clauses,
    );
    const day = today(new Date());
    const wrong = [...checkPolicies(policies, day), ...checkVariations(own, day)];
    for (const error of wrong) process.stdout.write(`${error.message}\n`);
    const clauses = policies.reduce((sum, policy) => sum + policy.clauses.length, 0);
    process.stdout.write(
      `${policies.length} policies, ${clauses} clauses, ${own.length} variations, ${wrong.length} complaints\n`,
    );
    return wrong.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof PolicySetError)) throw error;
    process.stdout.write(
      `${error.message}\n${error.errors.length} errors; nothing was checked further\n`,
    );
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
