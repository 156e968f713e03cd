import { weighReport } from '../../dialogs';
import type { StatusReport } from '../../dialogs';
import { aRequest } from '../contracts/samples';

const followed = { request: aRequest({ expectedBy: '2027-05-28' }), events: [] };
const aReport = (changes: Partial<StatusReport>): StatusReport => ({
  system: 'servicenow',
  request: followed.request.id,
  status: null,
  expectedBy: '2027-06-01',
  at: '2027-06-01T22:30:00.000Z',
  by: null,
  note: null,
  reason: 'We are short of staff.',
  reference: null,
  ...changes,
});

describe('a day that a receiver tells', () => {
  it('is told while it lasts in London', () => {
    const weighed = weighReport(followed, aReport({}), null);

    expect(weighed).toMatchObject({
      kind: 'recorded',
      events: [{ kind: 'received' }, { kind: 'expected', expectedBy: '2027-06-01' }],
    });
  });

  it('is no promise once it has passed there, though it has not at Greenwich', () => {
    const weighed = weighReport(followed, aReport({ at: '2027-06-01T23:30:00.000Z' }), null);

    expect(weighed).toEqual({ kind: 'nothing-new' });
  });
});
