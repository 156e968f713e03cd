/** The words of some passages, as the knowledge room gathers them. */
import { linesOf } from '../../knowledge/sources/lines';
import type { Passage } from '../../knowledge/sources/source';
import { createVocabulary, type Vocabulary } from '../../knowledge/words/vocabulary';

export const vocabularyOf = (passages: readonly Passage[]): Vocabulary =>
  createVocabulary(passages.map((passage) => linesOf(passage).map(({ text }) => text)));
