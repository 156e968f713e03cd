/** Whether words ask, by how they are put: one list of the words that open a question. */

/** The words that open a question, to be put into a pattern of another room. */
export const ASKING =
  'can|could|do|does|did|how|what|whats|when|where|who|which|will|would|am|is|are|should|must|may|have|has';
const OPENS = new RegExp(
  String.raw`\?\s*$|^\W*(?:(?:so|but|and|also|ok|hi|hello|anyway|wondering|just wondering)\s+)*(?:${ASKING})\b`,
  'i',
);
const WITHIN =
  /\?|\b(?:how|what|whats|when|whens|where|who|whos|which|why|(?:can|could|do|does|did|should|would|will|am|are|is|may|must|have|has) (?:i|we|you|they|he|she|it|there|my|our|the|people|staff|anyone|anybody|managers?)|any chance|entitled|allowed|wondering|question)\b/i;

/** True of one sentence that is a question: it ends or opens as one. */
export const isQuestion = (sentence: string): boolean => OPENS.test(sentence);

/** True where anything in a message asks: "my back has gone, do I ring the ward". */
export const asksSomewhere = (text: string): boolean => WITHIN.test(text);
