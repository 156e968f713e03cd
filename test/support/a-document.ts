import type { DocumentEntry } from '../../knowledge';

/** A document of one section, as it was read. */
export const aDocument = (
  organisation: string,
  name: string,
  text: string,
  state: DocumentEntry['state'] = 'imported',
): DocumentEntry => ({
  organisation,
  name,
  folder: '/srv/policies',
  sha256: 'a1b2c3d4e5f6a7b8',
  title: 'Leave at our trust',
  sections:
    state === 'removed'
      ? []
      : [{ heading: 'Carry over', above: ['Leave'], slug: 'carry-over', line: 3, text }],
  at: new Date('2026-11-23T12:00:00.000Z'),
  state,
});
