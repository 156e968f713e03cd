/** What every store of imported documents must do, whatever it is made of. */
import type { DocumentStore } from '../../knowledge';
import { aDocument } from '../support/a-document';

/** @param open an empty store */
export function itIsADocumentStore(open: () => Promise<DocumentStore>): void {
  it('has nothing for an organisation that imported nothing', async () => {
    const store = await open();

    expect(await store.version('fellbridge')).toBe(0);
    expect(await store.current('fellbridge')).toEqual([]);
  });

  it('gives back each document whole, by name', async () => {
    const store = await open();
    const [leave, sick] = [
      aDocument('fellbridge', 'leave.docx', 'Five days.'),
      aDocument('fellbridge', 'people/sick.md', 'Ring by 8.'),
    ];
    await store.add(sick);
    await store.add(leave);

    expect((await store.current('fellbridge')).map(({ name }) => name)).toEqual([
      'leave.docx',
      'people/sick.md',
    ]);
    expect({ ...(await store.current('fellbridge'))[0], state: 'imported' }).toEqual(leave);
  });

  it('puts what was imported last in place of what had the same name, and counts the change', async () => {
    const store = await open();
    await store.add(aDocument('fellbridge', 'leave.docx', 'Five days.'));
    const before = await store.version('fellbridge');
    await store.add(aDocument('fellbridge', 'leave.docx', 'Six days.'));

    expect((await store.current('fellbridge')).map(({ sections }) => sections[0]?.text)).toEqual([
      'Six days.',
    ]);
    expect(await store.version('fellbridge')).toBeGreaterThan(before);
  });

  it('holds back what was taken out, until it is imported again', async () => {
    const store = await open();
    await store.add(aDocument('fellbridge', 'leave.docx', 'Five days.'));
    const before = await store.version('fellbridge');
    await store.add(aDocument('fellbridge', 'leave.docx', '', 'removed'));

    expect(await store.current('fellbridge')).toEqual([]);
    expect(await store.version('fellbridge')).toBeGreaterThan(before);
    await store.add(aDocument('fellbridge', 'leave.docx', 'Five days.'));
    expect(await store.current('fellbridge')).toHaveLength(1);
  });

  it('never shows one organisation another one’s documents', async () => {
    const store = await open();
    await store.add(aDocument('fellbridge', 'leave.docx', 'Five days.'));

    expect(await store.current('vale')).toEqual([]);
    expect(await store.version('vale')).toBe(0);
  });
}
