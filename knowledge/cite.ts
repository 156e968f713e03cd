/** Citations are made here, from clauses, and nowhere else: no model writes one. */
import type { Citation } from './outcome';
import { oneLine, plainText } from './plain-text';
import type { Clause } from './policies/schema';

const LONGEST_QUOTE = 1200;

export function cite(clause: Clause): Citation {
  return {
    policy: clause.policy,
    clause: clause.id,
    title: clause.policyTitle,
    heading: clause.heading,
    quote: wholeSentences(oneLine(plainText(clause.text))),
    version: clause.version,
    url: clause.url,
    file: clause.file,
  };
}

/** A long passage ends at a sentence; a sentence that is too long by itself ends at a word. */
function wholeSentences(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const cut = text.slice(0, LONGEST_QUOTE);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! '));
  return end > 0 ? cut.slice(0, end + 1) : cut.slice(0, cut.lastIndexOf(' '));
}
