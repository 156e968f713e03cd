/** Whole weeks and pounds: "a fortnight", "2 weeks", "£14.50", "forty quid". */
import type { FieldDefinition } from '../../catalogue/schema';
import { NUMBER, numberOf } from './numbers';
import type { Reading } from './reading';

/** "In 2 weeks", "2 weeks ago", "20 weeks pregnant", "some of my 18 weeks" and "you need 26 weeks" are no length of leave. */
const OF_EVERYBODY = String.raw`\b(?:you|u|people|everyone|only|just) (?:only |just |do |still )?(?:need|needs|must have|have to have|have to do|been|been here|worked|worked here) (?:to (?:have|do|work) )?(?:for )?(?:at least |about |over |the )?`;
const WEEKS = new RegExp(
  String.raw`(?<!\b(?:in|every|at|past|last|next) (?:the )?|\b(?:any|some) of my |${OF_EVERYBODY})\b(?:(${NUMBER}|a couple of|couple of|a|both) weeks?|((?:(?:a|my|the|for) )?fortnight))\b(?! (?:ago|before|after|time|early|notice|old|pregnant|gone|later|beforehand|premature|service|of service|you need|u need|needed|to qualify)\b)`,
  'g',
);
/** "£6.80 a day" is no sum. */
const NOT_EACH = String.raw`(?! ?(?:each|apiece|per |a (?:day|week|month|night|time|shift|go)))`;
const POUNDS = new RegExp(String.raw`£ ?(\d[\d,]*(?:\.\d\d?)?)(k)?(?![\d.])${NOT_EACH}`, 'g');
const POUNDS_IN_WORDS = new RegExp(
  String.raw`(?<![\d.])(\d[\d,]*(?:\.\d\d?)?|${NUMBER}) (?:pounds?|quid|gbp)\b${NOT_EACH}`,
  'g',
);
const BARE = new RegExp(
  String.raw`^(?:(?:its|it is|is|was|costs?|about|just|only|make it|to|for) )*£? ?(\d[\d,]*(?:\.\d\d?)?|${NUMBER})(?: (?:please|in total|altogether|sorry|thanks|instead|now|then))*$`,
);

/**
 * @param said plain text
 * @param asked whether it was asked for, so that a bare number is one
 * @param opens whether it is the message that starts the service: several sums in it are no one sum
 */
export function readNumber(
  said: string,
  field: FieldDefinition,
  asked: boolean,
  opens = false,
): Reading | undefined {
  const amount =
    (field.unit === 'weeks' ? weeksIn(said) : poundsIn(said, opens)) ??
    (asked ? numberIn(BARE.exec(said)?.[1]) : undefined);
  if (amount === undefined) return undefined;
  const { min = 0, max = Number.MAX_VALUE } = field;
  const isWhole = field.unit !== 'weeks' || Number.isInteger(amount);
  return amount < min || amount > max || !isWhole
    ? { kind: 'problem', problem: { kind: 'out-of-range', min, max } }
    : { kind: 'value', value: amount };
}

/** The last that was said: "not 1 week, 2 weeks". */
function weeksIn(said: string): number | undefined {
  const found = [...said.matchAll(WEEKS)].at(-1);
  if (found === undefined) return undefined;
  const [, count, fortnight] = found;
  if (fortnight !== undefined || count === 'both' || count?.endsWith('couple of') === true)
    return 2;
  return count === 'a' ? 1 : numberIn(count);
}

/** The last that was said: "not £20, £25". What is added up belongs to who asks: it is asked for. */
function poundsIn(said: string, opens: boolean): number | undefined {
  const sums = [...said.matchAll(POUNDS), ...said.matchAll(POUNDS_IN_WORDS)].flatMap(
    ([, digits, thousands]) => {
      const sum = numberIn(digits);
      return sum === undefined ? [] : [thousands === undefined ? sum : sum * 1000];
    },
  );
  return opens && new Set(sums).size > 1 ? undefined : sums.at(-1);
}

function numberIn(words: string | undefined): number | undefined {
  return words === undefined ? undefined : numberOf(words.replaceAll(',', ''));
}
