/** Where the files are that were learnt, not written: `learnt/`, a folder that the image is given too. */
import path from 'node:path';
import { projectRoot } from '../../project-root';

export const learntFile = (name: string): string =>
  path.join(projectRoot(), 'bot', 'conversation', 'sensitive', 'learnt', name);
