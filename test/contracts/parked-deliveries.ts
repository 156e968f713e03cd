import type { Stores } from '../../bot/storage/create-stores';
import { confirmRequest } from '../support/confirm-request';
import { aCommit, aRequest, later, MINUTE, noon } from './samples';

const of = (...organisations: string[]) => ({ organisations, notAbout: 'nobody' });
const ofFellbridge = of('fellbridge');
const ofVale = of('vale');

/** What must hold of the list of requests that wait for a person. */
export function itTellsOfParkedDeliveries(open: () => Promise<Stores>): void {
  it('tells of requests that no receiving service could be made to take', async () => {
    const stores = await open();
    const { outbox, reading } = stores;
    await confirmRequest(stores, aRequest(), 'people-services-desk');
    await outbox.claim(later(MINUTE));

    expect(await reading.parked(ofFellbridge, 5)).toEqual({
      deliveries: [],
      total: 0,
      answers: 0,
    });

    await outbox.park('PS-7F3K9Q', 'The desk answered 422.', later(MINUTE));

    expect(await reading.parked(ofFellbridge, 5)).toEqual({
      total: 1,
      answers: 0,
      deliveries: [
        {
          request: 'PS-7F3K9Q',
          service: 'book-annual-leave',
          organisation: 'fellbridge',
          question: null,
          sentAt: noon,
          failures: 1,
          reason: 'The desk answered 422.',
        },
      ],
    });
    expect(await reading.parked(ofFellbridge, 0)).toEqual({
      deliveries: [],
      total: 1,
      answers: 0,
    });
    expect(await reading.parked(ofVale, 5)).toMatchObject({ total: 0 });
    expect(await reading.parked(of(), 5)).toMatchObject({ total: 0 });
  });

  it('tells nobody of what a manager asked for about them', async () => {
    const stores = await open();
    const about = aRequest({ fields: { person: 'fern-lacey' } });
    await confirmRequest(stores, about, 'desk');
    await stores.outbox.claim(noon);
    await stores.outbox.park(about.id, 'The desk answered 422.', noon);
    const parked = (notAbout: string) =>
      stores.reading.parked({ organisations: ['fellbridge'], notAbout }, 5);

    expect(await parked('fern-lacey')).toEqual({ deliveries: [], total: 0, answers: 0 });
    expect(await parked('kofi-mensah-reid')).toMatchObject({ total: 1 });
  });

  it('tells of answers that the desk could not be made to take, after the requests', async () => {
    const stores = await open();
    const { answers, reading, outbox } = stores;
    await confirmRequest(stores, aRequest(), 'desk');
    await confirmRequest(stores, aRequest({ id: 'PS-000001', draft: 'draft-2' }), 'desk');
    const effect = { kind: 'question-answered', request: 'PS-7F3K9Q', question: '7' } as const;
    await stores.conversations.commit(
      aCommit({
        at: later(MINUTE),
        effects: [{ ...effect, by: 'Ana Pires', text: 'The 3rd.' }],
      }),
    );
    const answer = await answers.claim(later(MINUTE));
    await answers.park(answer!, 'The desk answered 422.');
    await outbox.park('PS-000001', 'The desk answered 500.', later(MINUTE));

    const parked = await reading.parked(ofFellbridge, 5);
    expect(parked).toMatchObject({ total: 2, answers: 1 });
    expect(parked.deliveries).toMatchObject([
      { request: 'PS-000001', question: null, sentAt: noon },
      { request: 'PS-7F3K9Q', question: '7', sentAt: later(MINUTE), failures: 1 },
    ]);
    expect((await reading.parked(ofFellbridge, 1, 1)).deliveries).toMatchObject([
      { request: 'PS-7F3K9Q' },
    ]);
    expect(await reading.parked(ofVale, 5)).toMatchObject({ total: 0 });
  });
}
