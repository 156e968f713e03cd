/** Imported documents in memory, for tests and for programs that keep nothing. */
import type { DocumentEntry, DocumentStore } from './own-document';

export function createMemoryDocuments(): DocumentStore {
  const entries: DocumentEntry[] = [];
  const of = (organisation: string): DocumentEntry[] =>
    entries.filter((entry) => entry.organisation === organisation);
  return {
    version: async (organisation) => of(organisation).length,
    current: async (organisation) => {
      const last = new Map(of(organisation).map((entry) => [entry.name, entry]));
      return [...last.values()]
        .filter(({ state }) => state === 'imported')
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    add: async (entry) => {
      entries.push(entry);
    },
  };
}
