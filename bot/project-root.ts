/** Where the project's own data files (policies, templates, styles) are, whether built or run from source. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export function projectRoot(from: string = __dirname): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from) {
    throw new Error(
      'Cannot find the project: no package.json in any folder above the program. Run it from a full copy.',
    );
  }
  return projectRoot(parent);
}

/** What the build makes of the policies, beside the programs. */
export const policiesFileOf = (root: string): string => path.join(root, 'dist', 'policies.json');
