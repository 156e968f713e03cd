/**
 * The made-up people as they would be in a hospital: accounts in their employers' tenants, and a
 * staff record that holds only what Microsoft Graph does not know.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Person } from '../../bot/directory/directory';
import { projectRoot } from '../../bot/project-root';
import { type FakeGraph, GRAPH_CLIENT } from '../fakes/fake-graph';
import { directory } from './directory';

const DATA = path.join(projectRoot(), 'bot/directory/data');

type Row = Record<string, string>;

/** Filled with all accounts, each with the number that the record knows its holder by. */
export async function addPeopleTo(graph: FakeGraph): Promise<void> {
  const people = await directory.people();
  const byId = new Map(people.map((person) => [person.id, person]));
  for (const person of people)
    for (const tenant of await tenantsOf(person)) {
      const post = person.posts[0];
      const isFirst = tenant === (await tenantOf(person.organisation));
      const manager = byId.get(post.manager ?? '');
      const family = person.name.slice(person.givenName.length + 1);
      graph.add(tenant, {
        id: accountIn(tenant, person, isFirst),
        accountEnabled: true,
        userType: 'Member',
        employeeId: person.id,
        displayName: `${family.toUpperCase()}, ${person.givenName} (${person.organisation.toUpperCase()})`,
        givenName: person.givenName,
        surname: family,
        mail: person.email ?? null,
        userPrincipalName: person.email ?? null,
        ...(isFirst && {
          jobTitle: post.title,
          department: post.place,
          employeeHireDate: `${post.start}T00:00:00Z`,
        }),
        ...(isFirst && manager !== undefined && { manager: manager.aadObjectId }),
      });
    }
}

export const tenantOf = async (organisation: string): Promise<string> =>
  (await directory.organisation(organisation))!.tenantId;

const tenantsOf = async ({ posts }: Person): Promise<readonly string[]> => [
  ...new Set(await Promise.all(posts.map(({ organisation }) => tenantOf(organisation)))),
];

/** Somebody with two employers has two accounts, and no id of one is that of the other. */
export function accountIn(tenant: string, person: Person, isFirst: boolean): string {
  if (isFirst) return person.aadObjectId;
  const hash = createHash('sha1').update(`${tenant} ${person.id}`).digest('hex');
  return [8, 4, 4, 4, 12].map((length, i) => hash.slice(i * 5, i * 5 + length)).join('-');
}

/** @returns the folder; whoever made it takes it away */
export function writeStaffRecord(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'staff-record-'));
  cpSync(DATA, folder, { recursive: true });
  editTable(folder, 'people.csv', (rows) =>
    rows.map(({ id, nhsServiceStart, roles, delegate, awayFrom, awayUntil }) => ({
      ...{ id, nhsServiceStart, roles, delegate, awayFrom, awayUntil },
    })),
  );
  const met = new Set<string>();
  editTable(folder, 'posts.csv', (rows) =>
    rows.map((post) => {
      const isFirst = post.kind === 'substantive' && !met.has(post.person!);
      if (isFirst) met.add(post.person!);
      return isFirst ? { ...post, title: '', place: '', manager: '', start: '' } : post;
    }),
  );
  return folder;
}

export function editTable(
  folder: string,
  file: string,
  change: (rows: readonly Row[]) => readonly Partial<Row>[],
): void {
  const name = path.join(folder, file);
  const rows = parse<Row>(readFileSync(name, 'utf8'), { columns: true });
  writeFileSync(name, stringify([...change(rows)], { header: true }));
}

/** Of a program that takes its people from there; real people, so everybody has to prove who they are. */
export const settingsFor = (
  graph: FakeGraph,
  folder: string,
): Readonly<Record<string, string>> => ({
  GRAPH_CLIENT_ID: GRAPH_CLIENT.id,
  GRAPH_CLIENT_SECRET: GRAPH_CLIENT.secret,
  GRAPH_URL: graph.url,
  GRAPH_LOGIN_URL: graph.url,
  DIRECTORY_DIR: folder,
  MicrosoftAppId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppTenantId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  HOST: '127.0.0.1',
});
