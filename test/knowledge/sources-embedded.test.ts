import { createEmbeddedSource } from '../../knowledge/sources/embedded/embedded-source';
import { itIsAKnowledgeSource } from '../contracts/knowledge-source';
import { vocabularyOf } from '../support/vocabulary-of';

describe('the embedded index', () => {
  itIsAKnowledgeSource(async (passages) => createEmbeddedSource(passages, vocabularyOf(passages)));
});
