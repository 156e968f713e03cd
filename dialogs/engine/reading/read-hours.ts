/** Hours: "22.5 hours", "22 and a half", "0.6 wte". Days a week are never turned into hours silently. */
import type { FieldDefinition } from '../../catalogue/schema';
import type { Reading } from './reading';
import { NUMBER, numberOf } from './numbers';

const AMOUNT = `(${NUMBER})( and a half)?`;
const HOURS = new RegExp(
  String.raw`\b${AMOUNT} (?:extra |more |additional |overtime )?hours?\b( and a half)?`,
  'g',
);
const FRACTION = /\b(\d?(?:\.\d+)?|point \w+) (?:wte|fte)\b/;
const DAYS = new RegExp(
  String.raw`\b(${NUMBER}) (?:\w+ )?(?:days?|shifts)(?: (?:a|per|each) week)?\b`,
);
const ALONE = new RegExp(
  `^(?:(?:to|its|make it|about|from) )*${AMOUNT}(?: (?:a|per|each) week)?(?: please)?$`,
);

/** "Staff nurse, 37.5, from may", and "hours: 16". */
const BARE =
  /(?<![\d£.])(?<!\b(?:at|until|to|till|from) )\b(\d{1,2}\.(?:0|00|25|5|50|75))(?= |$)(?! (?:am|pm))/;
const AFTER_HOURS = /\bhours (?:(?:a|per) week )?(?:is |are |will be )?(\d{1,2}(?:\.\d+)?)(?= |$)/;

/** "37.5 to 30". */
const CHANGED_TO = new RegExp(
  String.raw`\b\d+(?:\.\d+)? to ${AMOUNT}\b(?! (?:days|of|january|february|march|april|may|june|july|august|september|october|november|december))`,
);
/** "to 30 from …". */
const GIVEN = new RegExp(
  String.raw`\b(?:to|at|on|is) ${AMOUNT}(?: (?:a|per|each) week)?(?= from\b| starting\b| as\b| with\b| on\b|$)`,
);

/** @param asked whether the hours were asked for, so that a bare number is one. */
export function readHours(
  text: string,
  field: FieldDefinition,
  asked: boolean,
): Reading | undefined {
  const hours = hoursIn(text, field, asked);
  if (hours === undefined) {
    const days = DAYS.exec(text);
    if (days === null || (!asked && field.fullTimeHours === undefined)) return undefined;
    return { kind: 'problem', problem: { kind: 'days-not-hours' } };
  }
  const { min = 0, max = Number.MAX_VALUE } = field;
  if (hours < min || hours > max || !Number.isFinite(hours))
    return { kind: 'problem', problem: { kind: 'out-of-range', min, max } };
  return { kind: 'value', value: Math.round(hours * 100) / 100 };
}

function hoursIn(text: string, field: FieldDefinition, asked: boolean): number | undefined {
  const said = [...text.matchAll(HOURS)].at(-1); // "from 37.5 hours to 30 hours": the last one
  if (said?.[1] !== undefined) return amountOf(said[1], said[2] ?? said[3]);
  const share = shareIn(text);
  if (field.fullTimeHours !== undefined && share !== undefined) return field.fullTimeHours * share;
  const toAmount = CHANGED_TO.exec(text);
  if (field.fullTimeHours !== undefined && toAmount?.[1] !== undefined)
    return amountOf(toAmount[1], toAmount[2]);
  const weekly = GIVEN.exec(text);
  if (field.fullTimeHours !== undefined && weekly?.[1] !== undefined)
    return amountOf(weekly[1], weekly[2]);
  const alone = asked ? ALONE.exec(text) : null;
  if (alone?.[1] !== undefined) return amountOf(alone[1], alone[2]);
  return field.ofNewJob ? ofNewJob(text, field) : undefined;
}

/** A job that has no hours yet cannot be changed from any: "full time" and a bare "37.5" are its own. */
function ofNewJob(text: string, { fullTimeHours }: FieldDefinition): number | undefined {
  if (/\b(?:full|whole) time\b/.test(text)) return fullTimeHours;
  const bare = BARE.exec(text) ?? AFTER_HOURS.exec(text);
  return bare?.[1] === undefined ? undefined : Number(bare[1]);
}

function amountOf(words: string, half: string | undefined): number | undefined {
  const amount = numberOf(words);
  return amount === undefined ? undefined : amount + (half === undefined ? 0 : 0.5);
}

/** The part of a whole-time post: 0.6 of "0.6 wte", 1 of "full time". */
function shareIn(text: string): number | undefined {
  if (/\b(?:to|go|going|on|be) full time\b|^full time\b/.test(text)) return 1;
  if (/\b(?:to|go|going|on) half time\b|^half time\b/.test(text)) return 0.5;
  const share = FRACTION.exec(text)?.[1];
  if (share === undefined || share === '') return undefined;
  return share.startsWith('point') ? numberOf(`zero ${share}`) : Number(share);
}
