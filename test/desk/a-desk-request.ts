/** A request as it is handed in at the desk, by a person who does not exist. */
import type { DeskRequestBody } from '../../bot/desk/desk-request';

export const aDeskRequest = (changes: Partial<DeskRequestBody> = {}): DeskRequestBody => ({
  key: 'PS-7F3K9Q',
  service: 'book-annual-leave',
  serviceTitle: 'Book annual leave',
  organisation: 'fellbridge',
  organisationName: 'Fellbridge Hospitals',
  requestedBy: {
    id: 'ana',
    name: 'Ana Pires',
    email: 'ana.pires@fellbridge.example',
  },
  post: 'post-1',
  fields: { firstDay: '2027-03-31', lastDay: '2027-04-04', hours: 22.5 },
  summary: 'Annual leave, 31 March to 4 April 2027, 22.5 hours.',
  confirmedAt: '2026-11-05T11:59:00.000Z',
  serviceLevelDays: 5,
  isDecided: true,
  ...changes,
});
