/** The organisations alone, for programs that need nobody's names. */
import { FILES } from './check-directory';
import type { Organisation } from './directory';
import { DirectoryFolderError } from './directory-error';
import { readTable } from './read-table';
import { OrganisationRow } from './rows';

/** @throws DirectoryFolderError with all that is wrong in the file */
export function readOrganisations(folder: string): readonly Organisation[] {
  const { rows, errors } = readTable(folder, FILES.organisations, OrganisationRow);
  if (errors.length > 0) throw new DirectoryFolderError(errors);
  return rows.map(({ row }) => row);
}
