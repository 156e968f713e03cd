/** A confirmed request of a person who does not exist. */
import type { Request } from '../../dialogs';

export function aRequest(changes: Partial<Request> = {}): Request {
  return {
    id: 'PS-7F3K9Q',
    draft: 'draft-1',
    service: 'book-annual-leave',
    serviceVersion: 1,
    requestedBy: 'amina.hassan',
    organisation: 'fellbridge',
    post: 'fellbridge-staff-nurse',
    fields: { firstDay: '2027-03-31', lastDay: '2027-04-04', hours: 22.5 },
    summary: 'Annual leave, 31 March to 4 April 2027, 22.5 hours.',
    confirmedAt: '2027-01-05T11:59:00.000Z',
    ...changes,
  };
}
