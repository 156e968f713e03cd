/** The index that passages are published to. Adding a field is safe; changing one needs a new index. */
import type { SearchField, SearchIndex } from '@azure/search-documents' with {
  'resolution-mode': 'import',
};

const searchable = (name: string): SearchField => ({
  name,
  type: 'Edm.String',
  searchable: true,
  analyzerName: 'en.microsoft',
});
const filterable = (name: string): SearchField => ({
  name,
  type: 'Edm.String',
  searchable: false,
  filterable: true,
});
const day = (name: string): SearchField => ({ name, type: 'Edm.Int32', filterable: true });

export const indexDefinition = (name: string): SearchIndex => ({
  name,
  fields: [
    { ...filterable('id'), key: true },
    filterable('clauseId'),
    filterable('policy'),
    searchable('title'),
    searchable('heading'),
    {
      name: 'asks',
      type: 'Collection(Edm.String)',
      searchable: true,
      analyzerName: 'en.microsoft',
    },
    searchable('text'),
    {
      name: 'terms',
      type: 'Edm.String',
      searchable: true,
      hidden: true,
      analyzerName: 'whitespace',
    },
    filterable('organisation'),
    { name: 'staffGroups', type: 'Collection(Edm.String)', searchable: false, filterable: true },
    day('effective'),
    day('until'),
  ],
  scoringProfiles: [
    {
      name: 'passages',
      textWeights: { weights: { asks: 3, terms: 3, heading: 2, title: 2, text: 1 } },
    },
  ],
  defaultScoringProfile: 'passages',
});
