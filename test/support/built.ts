/** What the build made of the built-in policies, read once a suite: jest builds before it runs. */
import { policiesFileOf, projectRoot } from '../../bot/project-root';
import { readCompiledPolicies } from '../../knowledge';

export const built = readCompiledPolicies(policiesFileOf(projectRoot()));
