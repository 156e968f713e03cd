/** Before days are read: ordinals become figures, and numbers that are no dates go. */
import dayWords from '../../catalogue/words/day-words.json';

const MONTH = dayWords.months.join('|');

const ORDINAL = new RegExp(
  String.raw`\b(?:${[...dayWords.ordinals].reverse().join('|')})(?= (?:of|${MONTH}|to|until|and)\b|$)(?! of (?:all|many|these|my)\b)`,
  'g',
);

/** "the first of may" → "the 1st of may"; "the first week" stays. */
export function withFiguresForOrdinals(text: string): string {
  return text.replace(ORDINAL, (ordinal) => `${dayWords.ordinals.indexOf(ordinal) + 1}th`);
}

/** With the word before it: "from 2pm tuesday" starts no days on that Tuesday. */
const TIME =
  /\b(?:(?:from|after|at|by|before|until|to|til) )?(?:\d{1,2}:\d\d(?: ?(?:am|pm))?|\d{1,2} ?(?:am|pm))\b|\b24\/7\b/g;

/** Numbers that are not dates: hours, bands, wards, times of day. */
export function withoutOtherNumbers(text: string): string {
  return text
    .replace(
      /\b\d+(?:\.\d+)?(?: and a half)? (?:hours?(?: (?:a|per|each) week)?|wte|fte|(?:long |shorter |longer )?(?:days|shifts) (?:a|per|each) week|years)\b/g,
      ' ',
    )
    .replace(/£ ?[\d,.]*\d\w*|\b[\d,.]*\d (?:pounds?|quid|gbp|miles?)\b/g, ' ')
    .replace(/\b(?:band|ward|bay|room|level|grade) \d+[a-z]?s?\b/g, ' ')
    .replace(TIME, ' ')
    .replace(/(?<![@\d])\b\d+\.\d+\b(?!\.)/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
