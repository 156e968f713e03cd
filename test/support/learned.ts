/** What the build learned from the policies: jest builds before it runs. */
import { policiesFileOf, projectRoot } from '../../bot/project-root';
import { readCompiledPolicies } from '../../knowledge';

export const { sense } = readCompiledPolicies(policiesFileOf(projectRoot()));
