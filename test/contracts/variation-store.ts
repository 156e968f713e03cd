/** What every store of variations must do, whatever it is made of. */
import type { VariationEntry, VariationStore } from '../../knowledge/policies/variation-store';

/** @param open an empty store, in which Fellbridge and Vale may write */
export function itIsAVariationStore(
  open: () => Promise<VariationStore>,
  anEntry: (organisation: string, state: VariationEntry['state'], text: string) => VariationEntry,
): void {
  const textsOf = async (store: VariationStore, organisation: string): Promise<string[]> =>
    (await store.current(organisation)).map(({ text }) => text);

  it('has nothing for an organisation that wrote nothing', async () => {
    const store = await open();

    expect(await store.version('fellbridge')).toBe(0);
    expect(await store.current('fellbridge')).toEqual([]);
    expect(await store.history('fellbridge')).toEqual([]);
  });

  it('keeps a draft out of sight', async () => {
    const store = await open();
    await store.add(anEntry('fellbridge', 'draft', 'Not yet.'));

    expect(await store.version('fellbridge')).toBe(0);
    expect(await store.current('fellbridge')).toEqual([]);
  });

  it('puts the wording approved last in force, and counts the change', async () => {
    const store = await open();
    await store.add(anEntry('fellbridge', 'approved', 'Old words.'));
    const before = await store.version('fellbridge');
    await store.add(anEntry('fellbridge', 'approved', 'New words.'));

    expect(await textsOf(store, 'fellbridge')).toEqual(['New words.']);
    expect(await store.version('fellbridge')).toBeGreaterThan(before);
  });

  it('takes a withdrawn wording out of force and keeps its history', async () => {
    const store = await open();
    await store.add(anEntry('fellbridge', 'approved', 'Some words.'));
    const before = await store.version('fellbridge');
    await store.add({ ...anEntry('fellbridge', 'withdrawn', ''), clauses: [] });

    expect(await store.current('fellbridge')).toEqual([]);
    expect(await store.version('fellbridge')).toBeGreaterThan(before);
    expect((await store.history('fellbridge')).map(({ state }) => state)).toEqual([
      'approved',
      'withdrawn',
    ]);
  });

  it('gives back each version whole, the oldest first', async () => {
    const store = await open();
    const entries = (['draft', 'approved'] as const).map((state) =>
      anEntry('fellbridge', state, `It is ${state}.`),
    );
    for (const entry of entries) await store.add(entry);

    expect(await store.history('fellbridge')).toEqual(entries);
    expect(await store.current('fellbridge')).toEqual(entries[1]!.clauses);
  });

  it('never shows one organisation another one’s wording', async () => {
    const store = await open();
    await store.add(anEntry('fellbridge', 'approved', 'For Fellbridge.'));

    expect(await store.current('vale')).toEqual([]);
    expect(await store.version('vale')).toBe(0);
    expect(await store.history('vale')).toEqual([]);
  });
}
