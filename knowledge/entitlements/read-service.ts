/** How long somebody has worked, and the sick pay they have had, in what they wrote. */
import type { Day } from '../policies/schema';
import type { SickPayUsed } from './facts';
import { AMOUNT, amountOf } from './read-amounts';

const MONTHS_A_YEAR = 12;
const WEEKS_A_MONTH = 52 / MONTHS_A_YEAR;
const YEARS = String.raw`(?:years?|yrs?)(?:'|’)?(?!\s*(?:old|of age))\b`;
const MONTHS = String.raw`(?:months?|mths?)(?:'|’)?\b`;
const WEEKS = '(?:weeks?|wks?)\\b';
const LENGTH = new RegExp(
  `\\b${AMOUNT}\\s*\\+?\\s*(and a half\\s*)?${YEARS}(?:\\s*(?:and|,|&)?\\s*${AMOUNT}\\s*${MONTHS})?|\\b${AMOUNT}\\s*${MONTHS}|\\b${AMOUNT}\\s*${WEEKS}`,
  'gi',
);
/** What stands behind months that somebody worked … */
const OF_SERVICE =
  /^\s*(?:['’]s?\s*)?(?:of\s+)?(?:(?:total|continuous|reckonable|nhs)\s+)*(?:service\b|in\b|here\b|nhs\b|at (?:the|this|my)\b|into\b)/i;
/** … and before them. */
const WORKED =
  /\b(?:been (?:here|in|with|at|working)|here(?: for)?|worked|working|service(?: of|:|,)?|started|joined|employed(?: for)?|in post|in the nhs)[^.,;]{0,20}$/i;
/** Months or years of something else. */
const OF_SOMETHING_ELSE =
  /^\s*(?:(?:of|on|at)\s+)?(?:full|half|sick|off|notice|mat|maternity|leave|pregnant|left|ago i|pay\b)/i;
const BEFORE_SOMETHING_ELSE =
  /\b(?:past|last|used|next|previous|every|for|off|within|over the|had|needs?)\s*$/i;
const A_YEAR = /\b(?:been (?:here|in[^.,]{0,12})|here|worked[^.,]{0,20}) (?:for )?a (?:year|yr)\b/i;
/** "You have to work here a year first" says what is thought to be needed, and not what was worked. */
const IS_NEEDED =
  /\b(?:have to|has to|had to|got to|need to|needs to|must|should) (?:have |be )?(?:been |work(?:ed)? |in |here )[^.,;]{0,20}$/i;

const NEW =
  /\b(?:first nhs job|new to the nhs|never worked (?:for|in) the nhs|new starters?|just (?:started|joined) (?:in |with |at )?the nhs|no (?:previous |earlier )?nhs service)\b/i;

/** Months of service; undefined where none was said. */
export function readServiceMonths(text: string): number | undefined {
  for (const found of text.matchAll(LENGTH)) {
    const [whole, years, half, andMonths, months, weeks] = found;
    const behind = text.slice(found.index + whole.length);
    const before = text.slice(0, found.index);
    if (/\baged?\s*$|\bage(?: of)?\s*$/i.test(before) || OF_SOMETHING_ELSE.test(behind)) continue;
    if (IS_NEEDED.test(before)) continue;
    const cued = OF_SERVICE.test(behind) || WORKED.test(before);
    if (!cued && BEFORE_SOMETHING_ELSE.test(before)) continue;
    if (years !== undefined) return monthsIn(years, half === undefined ? andMonths : '6');
    if (cued && months !== undefined) return Math.floor(amountOf(months) ?? 0);
    if (cued && weeks !== undefined) return Math.floor((amountOf(weeks) ?? 0) / WEEKS_A_MONTH);
  }
  const year = A_YEAR.exec(text);
  if (
    year !== null &&
    !IS_NEEDED.test(text.slice(0, year.index + year[0].length - 'a year'.length))
  )
    return MONTHS_A_YEAR;
  return readYearOfService(text) ?? (NEW.test(text) ? 0 : undefined);
}

const ORDINALS: readonly RegExp[] = [
  /first|1st/i,
  /second|2nd/i,
  /third|3rd/i,
  /fourth|4th/i,
  /fifth|5th/i,
  /sixth|6th/i,
];
const YEAR_OF_SERVICE =
  /\b(?:in|into|on|during) (?:my|their|his|her|your|the) (first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|6th) year\b(?! (?:of (?:the|a|my) (?:course|degree|training|plan)|student))/i;

/** "In my second year": one year is behind them. */
function readYearOfService(text: string): number | undefined {
  const said = YEAR_OF_SERVICE.exec(text)?.[1];
  const years = said === undefined ? -1 : ORDINALS.findIndex((one) => one.test(said));
  return years < 0 ? undefined : years * MONTHS_A_YEAR;
}

function monthsIn(years: string, months: string | undefined): number {
  return Math.floor((amountOf(years) ?? 0) * MONTHS_A_YEAR) + Math.floor(amountOf(months) ?? 0);
}

const SINCE =
  /\b(?:since|(?:started|joined|began)(?: (?:here|work|working|with|them|the|nhs|trust|in|on|back)){0,4}|here from|from)\s+(?:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+)?((?:19|20)\d\d)\b/i;
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const SINCE_A_MONTH =
  /\b(?:since|(?:started|joined|began)(?: (?:here|work|working|in|back)){0,3})\s+(?:last\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?!\s*\d)/i;
const monthNumber = (name: string): number => MONTH_NAMES.indexOf(name.toLowerCase()) + 1;

/**
 * "Since 2019", "started nov 2021", "joined in march": counted from the end of it, so that no
 * more is counted than there was.
 */
export function readMonthsSince(text: string, on: Day): number | undefined {
  const [, month, year] = SINCE.exec(text) ?? [];
  const [thisYear = 0, thisMonth = 0] = on.split('-').map(Number);
  if (year === undefined) {
    const last = SINCE_A_MONTH.exec(text)?.[1];
    if (last === undefined) return undefined;
    const ago = (thisMonth - monthNumber(last) + MONTHS_A_YEAR) % MONTHS_A_YEAR;
    return Math.max(0, ago - 1);
  }
  const ended = month === undefined ? MONTHS_A_YEAR : monthNumber(month);
  const months = (thisYear - Number(year)) * MONTHS_A_YEAR + thisMonth - ended - 1;
  return months < 0 ? undefined : months;
}

const SPELL = `${AMOUNT}\\s*(months?|mths?|weeks?|wks?|days?)`;
const USED = [
  `\\b(?:used|taken|had|have had|already had)\\s+(?:up\\s+)?(?:about\\s+)?${SPELL}`,
  `\\b(?:been|was|were)\\s+(?:\\w+\\s+){0,2}off(?:\\s+(?:sick|ill|work))*\\s+(?:for\\s+)?(?:about\\s+)?${SPELL}`,
  `\\b${SPELL}\\s*(?:of\\s+)?(?:sick|off)\\b`,
  `\\b${SPELL}\\s*(?:of\\s+)?(?:full pay|half pay|sick pay)\\b[^.]{0,20}\\b(?:used|already|gone|so far|last year|this year)`,
].map((source) => new RegExp(source, 'i'));
const NONE =
  /\b(?:no (?:other )?(?:sick(?:ness)?|absences?|time off)|not (?:been|had a day) (?:off|sick)|never (?:been )?(?:off|sick)|first time off|nothing in the (?:last |past )?(?:year|12 months)|0 (?:sick )?days|none used|used none)\b/i;

/** Sick pay that was had; an answer of none counts. */
export function readSickPayUsed(text: string): SickPayUsed | undefined {
  for (const pattern of USED) {
    const [, amount, unit] = pattern.exec(text) ?? [];
    const used = amountOf(amount);
    if (used === undefined || unit === undefined) continue;
    const first = unit.charAt(0).toLowerCase();
    return { amount: used, unit: first === 'm' ? 'months' : first === 'w' ? 'weeks' : 'days' };
  }
  return NONE.test(text) ? { amount: 0, unit: 'months' } : undefined;
}
