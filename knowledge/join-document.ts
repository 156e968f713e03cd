/** The national answer with what the organisation's own document says of the same question. */
import type { Answered, Outcome } from './outcome';
import { withoutRelated } from './parts';

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
      const { variation } = national;
      if (national.ownRule || variation?.prevails === true) return national;
      const [citation] = own.citations;
      // With the document's words there is enough to read.
      const alone = withoutRelated(national);
      const number = alone.citations.length + 1;
      const text = own.text.replace(/\[1\]$/, `[${number}]`);
      return {
        ...alone,
        // What was only to be shown beside the national rule is shown before it too.
        variation:
          variation === null
            ? { text, citation: number, prevails: true, isFirst: true }
            : { ...variation, text: `${variation.text}\n\n${text}`, prevails: true, isFirst: true },
        local: false,
        citations: [...alone.citations, citation],
        found: [...national.found, ...own.found],
      };
    }
  }
}
