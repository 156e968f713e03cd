/** The people behind the Teams door: Ana, who writes, and Grace. */
import type { Directory, Organisation, Person } from '../../bot/directory/directory';

export const TENANT = '55ed2f8f-25e7-4de1-a1f3-5d9299b32c9b';

export const ana: Person = {
  id: 'ana-pires',
  name: 'Ana Pires',
  givenName: 'Ana',
  email: 'ana@fellbridge.example',
  aadObjectId: '026488b5-6475-4955-aaba-ccb1ee31e450',
  organisation: 'fellbridge',
  nhsServiceStart: undefined,
  delegate: undefined,
  awayFrom: undefined,
  awayUntil: undefined,
  roles: [],
  posts: [
    {
      id: 'p1',
      title: 'Staff Nurse',
      organisation: 'fellbridge',
      kind: 'substantive',
      staffGroup: 'agenda-for-change',
      band: '5',
      weeklyHours: 37.5,
      place: 'Ward 7',
      placePhone: undefined,
      manager: undefined,
      start: '2020-09-14',
    },
  ],
};
const grace: Person = {
  ...ana,
  id: 'grace-adeyemi',
  aadObjectId: '2fbc440b-0000-4807-a005-d9c5f91cb6af',
};

const fellbridge: Organisation = {
  id: 'fellbridge',
  name: 'Fellbridge Hospitals',
  shortName: 'Fellbridge',
  system: 'Fellbridge and Vale',
  kind: 'acute',
  tenantId: TENANT,
  peopleTeam: 'Fellbridge people services',
};

export const directory: Directory = {
  people: async () => [grace, ana],
  person: async (id) => [grace, ana].find((person) => person.id === id),
  byAadObjectId: async (tenant, id) =>
    tenant === TENANT ? [grace, ana].find(({ aadObjectId }) => aadObjectId === id) : undefined,
  reportsOf: async () => [],
  organisations: async () => [fellbridge],
  organisation: async () => fellbridge,
  contacts: async () => [],
  helplines: async () => [],
};
