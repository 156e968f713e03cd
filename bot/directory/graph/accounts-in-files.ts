/**
 * Accounts of a tenant that is not read from Graph: those that people.csv names. Such a row has to
 * tell all by itself, as without Graph.
 */
import type { Accounts } from './account';
import type { StaffRecord } from './staff-record';

export function accountsInFiles(
  { organisations, people, posts }: StaffRecord,
  tenant: string,
): Accounts {
  const employers = new Set(
    organisations.filter(({ tenantId }) => tenantId === tenant).map(({ id }) => id),
  );
  const staff = new Set(
    posts.filter(({ organisation }) => employers.has(organisation)).map(({ person }) => person),
  );
  return new Map(
    people.flatMap(({ id, aadObjectId, name }) =>
      aadObjectId === undefined || name === undefined || !staff.has(id)
        ? []
        : [[aadObjectId, { id: aadObjectId, accountEnabled: true, managerId: undefined }]],
    ),
  );
}
