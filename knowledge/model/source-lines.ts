/**
 * A clause cut into the lines that a sentence can rest on: each sentence, each list item with
 * the words that lead into it, and halves of sentences that join two rules.
 */
import { plainText } from '../plain-text';
import type { Clause } from '../policies/schema';

const LIST_ITEM = /^\s*(?:[-*+]|\d+\.)\s+/;
const SENTENCE_END = /(?<=[.!?])\s+/;
const JOINT = /[,;]\s+(?:and|but|so|then)\s+|;\s+/i;
/** A condition in front governs both halves, so such a sentence stays whole. */
const CONDITION = /^(?:if|unless|when|provided|except|once)\b/i;

export function sourceLines({ text }: Pick<Clause, 'text'>): readonly string[] {
  const lines: string[] = [];
  let lead = '';
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const plain = plainText(line);
    if (LIST_ITEM.test(line)) {
      lines.push(`${lead}${plain}`);
      continue;
    }
    lines.push(...plain.split(SENTENCE_END).flatMap(partsOf));
    lead = plain.endsWith(':') ? `${plain.split(SENTENCE_END).at(-1)?.slice(0, -1) ?? ''} ` : '';
  }
  return lines;
}

function partsOf(sentence: string): readonly string[] {
  const halves = CONDITION.test(sentence) ? [] : sentence.split(JOINT);
  return halves.length > 1 ? [sentence, ...halves] : [sentence];
}
