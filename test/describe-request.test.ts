import { describeRequest } from '../bot/describe-request';
import { directory } from './support/directory';
import { dialogs, type RequestEvent } from '../dialogs';
import { anEvent, aRequest } from './contracts/samples';

const request = aRequest({ requestedBy: 'ana-pires' });
const described = (...events: readonly RequestEvent[]) =>
  describeRequest(request, directory, dialogs, { find: async () => ({ request, events }) });

describe('what a receiving service is told of a request', () => {
  it('names the service, the person and the employer', async () => {
    expect(await described(anEvent({ kind: 'sent', by: null }))).toEqual({
      serviceTitle: 'Book annual leave',
      requester: { name: 'Ana Pires', email: 'ana.pires@fellbridge.example' },
      organisationName: 'Fellbridge Hospitals',
      serviceLevelDays: 2,
      isDecided: true,
      isPrivate: false,
    });
  });

  it('says who approved it in the chat, and when', async () => {
    const approved = anEvent({ by: 'Grace Adeyemi', at: '2027-01-06T09:00:00.000Z' });

    expect(await described(approved)).toMatchObject({
      approval: { by: 'Grace Adeyemi', at: '2027-01-06T09:00:00.000Z' },
    });
  });

  it('takes nothing for such an approval that a receiving service told', async () => {
    const atDesk = anEvent({ by: 'Dana', receiverReference: 'D-2026-000001' });

    expect(await described(atDesk)).not.toHaveProperty('approval');
  });
});
