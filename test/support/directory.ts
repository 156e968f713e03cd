/** The made-up people of the system, read once for all tests of a file. */
import path from 'node:path';
import { loadCsvDirectory } from '../../bot/directory/csv-directory';
import { projectRoot } from '../../bot/project-root';

export const directory = loadCsvDirectory(path.join(projectRoot(), 'bot', 'directory', 'data'));
