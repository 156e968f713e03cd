/** The national answer with what the organisation's own document says of the same question. */
import type { Answered, Outcome } from './outcome';

/**
 * The document's rule is the one to follow, as an organisation's own wording is. Where such
 * wording was written for the very clause, it stands, and the document need not.
 */
export function joinDocument(national: Outcome, own: Answered): Outcome {
  switch (national.kind) {
    case 'clarify':
      return national;
    case 'not-covered':
      return {
        ...own,
        ownRule: true,
        notNational: national.why !== 'gap',
        topics: national.topics,
        found: [...own.found, ...national.found],
      };
    case 'answered':
    case 'partly-answered': {
      if (national.ownRule || national.variation !== null) return national;
      const [citation] = own.citations;
      const number = national.citations.length + 1;
      return {
        ...national,
        variation: {
          text: own.text.replace(/\[1\]$/, `[${number}]`),
          citation: number,
          prevails: true,
        },
        local: false,
        citations: [...national.citations, citation],
        found: [...national.found, ...own.found],
      };
    }
  }
}
