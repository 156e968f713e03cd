/** Whole weeks and pounds: "a fortnight", "2 weeks", "£14.50", "forty quid". */
import type { FieldDefinition } from '../../catalogue/schema';
import { NUMBER, numberOf } from './numbers';
import type { Reading } from './reading';

/** "In 2 weeks", "2 weeks ago", "20 weeks pregnant" and "some of my 18 weeks" are no length of leave. */
const WEEKS = new RegExp(
  String.raw`(?<!\b(?:in|every|at|past|last|next) (?:the )?|\b(?:any|some) of my )\b(?:(${NUMBER}|a couple of|couple of|a|both) weeks?|((?:(?:a|my|the|for) )?fortnight))\b(?! (?:ago|before|after|time|early|notice|old|pregnant|gone|later|beforehand|premature)\b)`,
  'g',
);
const POUNDS = /£ ?(\d[\d,]*(?:\.\d\d?)?)(k)?(?![\d.])/g;
const POUNDS_IN_WORDS = new RegExp(
  String.raw`(?<![\d.])(\d[\d,]*(?:\.\d\d?)?|${NUMBER}) (?:pounds?|quid|gbp)\b`,
  'g',
);
const BARE = new RegExp(
  String.raw`^(?:(?:its|it is|about|just|only|make it|to|for) )*£? ?(\d[\d,]*(?:\.\d\d?)?|${NUMBER})(?: (?:please|in total|altogether))?$`,
);

/**
 * @param said plain text
 * @param asked whether it was asked for, so that a bare number is one
 */
export function readNumber(
  said: string,
  field: FieldDefinition,
  asked: boolean,
): Reading | undefined {
  const amount =
    (field.unit === 'weeks' ? weeksIn(said) : poundsIn(said)) ??
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

function poundsIn(said: string): number | undefined {
  const found = [...said.matchAll(POUNDS)].at(-1);
  if (found === undefined) return numberIn([...said.matchAll(POUNDS_IN_WORDS)].at(-1)?.[1]);
  const amount = numberIn(found[1]);
  return amount === undefined || found[2] === undefined ? amount : amount * 1000;
}

function numberIn(words: string | undefined): number | undefined {
  return words === undefined ? undefined : numberOf(words.replaceAll(',', ''));
}
