/** What the build learned from the policies: jest builds before it runs. */
import path from 'node:path';
import { projectRoot } from '../../bot/project-root';
import { readCompiledPolicies } from '../../knowledge';

export const { sense } = readCompiledPolicies(path.join(projectRoot(), 'dist', 'policies.json'));
