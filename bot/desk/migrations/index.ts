/** Changes to the desk's tables, in the order of their names. What was released is never edited. */
import type { Migration } from 'kysely';
import { requestsAndEvents } from './0001-requests-and-events';
import { files } from './0002-files';
import { whoHasItAndQuestions } from './0002-who-has-it-and-questions';
import { expectedDays } from './0003-expected-days';
import { whomItIsAbout } from './0004-whom-it-is-about';
import { whoseItIs } from './0005-whose-it-is';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-requests-and-events': requestsAndEvents,
  '0002-files': files,
  '0002-who-has-it-and-questions': whoHasItAndQuestions,
  '0003-expected-days': expectedDays,
  '0004-whom-it-is-about': whomItIsAbout,
  '0005-whose-it-is': whoseItIs,
};
