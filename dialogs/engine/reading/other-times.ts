/** Times that are no day of the request. */
import words from '../../catalogue/words/day-words.json';

/** When it is to be done: "can we get that done today". */
const DONE_TODAY = new RegExp(
  String.raw`\b(${words.done.join('|')}) (?:today|tonight|tomorrow)\b`,
  'g',
);

/** "At 9 weeks", "29/40": how far on a pregnancy was is no length of leave. */
const FAR_ON =
  /\b(?:at|of) (?:about |nearly |only |just )?\d{1,2} weeks?\b(?: (?:and \d days?|pregnant|gone))?|\b(?:at )?\d\d\/40\b/g;

/** @param said plain text */
export function withoutOtherTimes(said: string): string {
  return said.replace(DONE_TODAY, '$1').replace(FAR_ON, ' ').replace(/ {2,}/g, ' ');
}
