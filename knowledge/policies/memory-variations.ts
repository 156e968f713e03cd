/** Variations in memory: for the terminal, which keeps nothing, and for tests. */
import type { SeedVariation } from './seed-variations';
import type { VariationEntry, VariationStore } from './variation-store';

/** @param seededAt the day that the seeds' history shows */
export function createMemoryVariations(
  seeds: readonly SeedVariation[],
  seededAt: Date,
): VariationStore {
  const entries: VariationEntry[] = seeds.map((seed) => ({
    ...seed,
    state: 'approved',
    by: 'seed',
    at: seededAt,
  }));
  const settled = (organisation: string): VariationEntry[] =>
    entries.filter((entry) => entry.organisation === organisation && entry.state !== 'draft');
  return {
    version: async (organisation) => settled(organisation).length,
    current: async (organisation) => {
      const last = new Map(settled(organisation).map((entry) => [entry.policy, entry]));
      return [...last.values()].flatMap(({ state, clauses }) => (state === 'approved' ? clauses : []));
    },
    add: async (entry) => {
      entries.push(entry);
    },
    history: async (organisation) => entries.filter((entry) => entry.organisation === organisation),
  };
}
