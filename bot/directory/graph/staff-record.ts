/**
 * The staff record beside Microsoft Graph: the same folder as without Graph, with less in it. What
 * is wrong inside the files is refused; whom Graph does not know is not their fault.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import {
  duplicates,
  FILES,
  postsElsewhere,
  wrongAbsences,
  wrongContacts,
} from '../check-directory';
import type { Rows } from '../check-directory';
import type { Contact, Helpline, Organisation } from '../directory';
import { DirectoryError, DirectoryFolderError } from '../directory-error';
import { readFolder } from '../read-folder';
import { RecordPersonRow, RecordPostRow } from './record-rows';

export interface StaffRecord {
  readonly organisations: readonly Organisation[];
  readonly contacts: readonly Contact[];
  readonly helplines: readonly Helpline[];
  readonly people: readonly RecordPersonRow[];
  readonly posts: readonly RecordPostRow[];
}

/** @throws DirectoryFolderError with all that is wrong, each with its file and line */
function readStaffRecord(folder: string): StaffRecord {
  const { rows, helplines } = readFolder(folder, RecordPersonRow, RecordPostRow, mistakes);
  return {
    organisations: rows.organisations.map(({ row }) => row),
    contacts: rows.contacts.map(({ row }) => row),
    helplines,
    people: rows.people.map(({ row }) => row),
    posts: rows.posts.map(({ row }) => row),
  };
}

function mistakes(rows: Rows<RecordPersonRow, RecordPostRow>): DirectoryError[] {
  const { organisations, people, posts } = rows;
  return [
    ...duplicates(FILES.organisations, organisations, 'id'),
    ...duplicates(FILES.people, people, 'id'),
    ...duplicates(FILES.people, people, 'aadObjectId'),
    ...duplicates(FILES.people, people, 'employeeId'),
    ...duplicates(FILES.posts, posts, 'id'),
    ...postsElsewhere(rows),
    ...ownDelegates(people),
    ...wrongAbsences(people),
    ...wrongContacts(rows),
  ];
}

const ownDelegates = (people: Rows<RecordPersonRow>['people']): DirectoryError[] =>
  people
    .filter(({ row: { id, delegate } }) => delegate === id)
    .map(({ line, row: { id } }) => {
      const remedy = 'Name somebody else, or leave it empty.';
      return new DirectoryError(FILES.people, line, `"${id}" is their own delegate.`, remedy);
    });

export interface RecordFiles {
  record(): StaffRecord;
  /**
   * Takes in people and posts where the files were written since. Organisations, contacts and
   * helplines stay as they were at the start: doors and routes were made from them.
   */
  readAgain(): { readonly isChanged: boolean; readonly problem: RecordProblem | undefined };
}

/** The files are wrong now. It names places and no words of them, so that it can be logged. */
export class RecordProblem extends Error {
  override readonly name = 'RecordProblem';
}

/** @throws DirectoryFolderError with all that is wrong, each with its file and line */
export function recordFiles(folder: string): RecordFiles {
  let written = writtenAt(folder);
  const first = readStaffRecord(folder);
  let record = first;
  return {
    record: () => record,
    readAgain() {
      const now = writtenAt(folder);
      if (now === written) return { isChanged: false, problem: undefined };
      try {
        const { people, posts } = readStaffRecord(folder);
        record = { ...first, people, posts };
        written = now;
        return { isChanged: true, problem: undefined };
      } catch (error) {
        if (!(error instanceof DirectoryFolderError)) throw error;
        return { isChanged: false, problem: problemAt(error) };
      }
    },
  };
}

const MOST_PLACES = 5;

function problemAt({ errors }: DirectoryFolderError): RecordProblem {
  const places = errors.slice(0, MOST_PLACES).map(({ file, line }) => `${file}:${line}`);
  const more = errors.length > places.length ? ' and elsewhere' : '';
  return new RecordProblem(
    `The staff record is wrong at ${places.join(', ')}${more}; the one before it stays in force.`,
  );
}

/** Changes whenever one of the two was written. */
const writtenAt = (folder: string): string =>
  [FILES.people, FILES.posts]
    .map((file) => statSync(path.join(folder, file), { throwIfNoEntry: false }))
    .map((found) => (found === undefined ? 'none' : `${found.mtimeMs} ${found.size}`))
    .join(' ');
