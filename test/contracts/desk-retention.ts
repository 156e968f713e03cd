import type { DeskRequestBody } from '../../bot/desk/desk-request';
import type { DeskStore } from '../../bot/desk/desk-store';
import { aDeskRequest } from '../desk/a-desk-request';
import { aPdf } from '../support/some-files';
import { later, MINUTE, noon } from './samples';

const DAY = 24 * 60 * MINUTE;
const FILE = 'c'.repeat(64);
const ana = aDeskRequest().requestedBy;

/** What must hold of the desk's records that are too old, or were asked to go. */
export function theDeskKeepsNothingForEver(open: () => Promise<DeskStore>): void {
  const takes = async (desk: DeskStore, key: string, changes: Partial<DeskRequestBody> = {}) =>
    (await desk.accept(aDeskRequest({ key, ...changes }), noon)).reference;
  const ends = (desk: DeskStore, reference: string, at = noon) =>
    desk.change(
      reference,
      { status: 'declined', expected: 'received', by: 'Fern', note: 'No.' },
      at,
    );
  const keysIn = async (desk: DeskStore) => {
    const all = { statuses: [], organisations: [], page: 1 };
    return (await desk.queue(all, noon)).requests.map(({ key }) => key).toSorted();
  };
  const erase = (desk: DeskStore, person: string, organisations = ['fellbridge']) =>
    desk.retention.erase({ person, organisations, look: false }, later(DAY));

  it('deletes what ended, so long after the last thing that happened to it', async () => {
    const desk = await open();
    const reference = await takes(desk, 'PS-1');
    await ends(desk, reference, later(DAY));

    expect(await desk.retention.deleteEndedBefore(later(DAY))).toBe(0);
    expect(await desk.retention.deleteEndedBefore(later(DAY + 1))).toBe(1);
    expect(await desk.retention.deleteEndedBefore(later(DAY + 1))).toBe(0);
    expect(await desk.read(reference, noon)).toBeUndefined();
    await desk.retention.scrub();
  });

  it('never deletes what is not done with, however old', async () => {
    const desk = await open();
    await takes(desk, 'PS-1');

    expect(await desk.retention.deleteEndedBefore(later(9000 * DAY))).toBe(0);
    expect(await keysIn(desk)).toEqual(['PS-1']);
  });

  it('goes on counting where it was: whoever follows it misses nothing', async () => {
    const desk = await open();
    await ends(desk, await takes(desk, 'PS-1'));
    const { last } = await desk.eventsAfter(0, 10);
    await desk.retention.deleteEndedBefore(later(DAY));

    expect(await desk.eventsAfter(0, 10)).toEqual({ events: [], last });
    await takes(desk, 'PS-2');
    expect((await desk.eventsAfter(last, 10)).events).toMatchObject([
      { number: last + 1, key: 'PS-2' },
    ]);
  });

  it.each([
    ['id', ana.id],
    ['e-mail', ana.email.toUpperCase()],
  ])(
    'erases what somebody who left sent, by their %s, and no more than has ended',
    async (_, who) => {
      const desk = await open();
      await desk.files.put(FILE, aPdf(), noon);
      const files = [{ id: FILE, name: 'note.pdf', type: 'application/pdf', size: 20 }];
      const ended = await takes(desk, 'PS-1', { files });
      await takes(desk, 'PS-2');
      const bens = { id: 'ben', name: 'Ben', email: 'ben@fellbridge.example' };
      const other = await takes(desk, 'PS-3', { requestedBy: bens, onBehalfOf: ana.id });
      for (const reference of [ended, other]) await ends(desk, reference);

      const look = { person: who, organisations: ['fellbridge'], look: true };
      expect(await desk.retention.erase(look, later(DAY))).toEqual({
        people: [ana.id],
        erased: 1,
        open: 1,
      });
      expect(await keysIn(desk)).toEqual(['PS-1', 'PS-2', 'PS-3']);
      expect(await erase(desk, who)).toEqual({ people: [ana.id], erased: 1, open: 1 });
      expect(await erase(desk, who)).toEqual({ people: [ana.id], erased: 0, open: 1 });
      expect(await keysIn(desk)).toEqual(['PS-2', 'PS-3']);
      expect(await desk.files.areHere(files)).toBe(false);
    },
  );

  it('keeps a file that another request has too', async () => {
    const desk = await open();
    await desk.files.put(FILE, aPdf(), noon);
    const files = [{ id: FILE, name: 'note.pdf', type: 'application/pdf', size: 20 }];
    await ends(desk, await takes(desk, 'PS-1', { files }));
    const bens = { id: 'ben', name: 'Ben', email: 'ben@fellbridge.example' };
    await takes(desk, 'PS-2', { requestedBy: bens, files });

    await erase(desk, ana.id);
    expect(await desk.files.areHere(files)).toBe(true);
  });

  it('erases nothing of another organisation', async () => {
    const desk = await open();
    await ends(desk, await takes(desk, 'PS-1'));

    expect(await erase(desk, ana.id, ['vale'])).toEqual({ people: [], erased: 0, open: 0 });
    expect(await keysIn(desk)).toEqual(['PS-1']);
  });
}
