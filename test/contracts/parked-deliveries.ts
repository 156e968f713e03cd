import type { Stores } from '../../bot/storage/create-stores';
import { confirmRequest } from '../support/confirm-request';
import { aRequest, later, MINUTE, noon } from './samples';

/** What must hold of the list of requests that wait for a person. */
export function itTellsOfParkedDeliveries(open: () => Promise<Stores>): void {
  it('tells of requests that no receiving service could be made to take', async () => {
    const stores = await open();
    const { outbox, reading } = stores;
    await confirmRequest(stores, aRequest(), 'people-services-desk');
    await outbox.claim(later(MINUTE));

    expect(await reading.parked(['fellbridge'], 5)).toEqual({ deliveries: [], total: 0 });

    await outbox.park('PS-7F3K9Q', 'The desk answered 422.', later(MINUTE));

    expect(await reading.parked(['fellbridge'], 5)).toEqual({
      total: 1,
      deliveries: [
        {
          request: 'PS-7F3K9Q',
          service: 'book-annual-leave',
          organisation: 'fellbridge',
          confirmedAt: noon,
          failures: 1,
          reason: 'The desk answered 422.',
        },
      ],
    });
    expect(await reading.parked(['fellbridge'], 0)).toEqual({ deliveries: [], total: 1 });
    expect(await reading.parked(['vale'], 5)).toMatchObject({ total: 0 });
    expect(await reading.parked([], 5)).toMatchObject({ total: 0 });
  });
}
