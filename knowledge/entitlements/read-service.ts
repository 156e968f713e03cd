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
  /\b(?:past|last|used|next|previous|every|for|off|within|over the|had)\s*$/i;
const A_YEAR = /\b(?:been (?:here|in[^.,]{0,12})|here|worked[^.,]{0,20}) (?:for )?a (?:year|yr)\b/i;

/** Months of service; undefined where none was said. */
export function readServiceMonths(text: string): number | undefined {
  for (const found of text.matchAll(LENGTH)) {
    const [whole, years, half, andMonths, months, weeks] = found;
    const behind = text.slice(found.index + whole.length);
    const before = text.slice(0, found.index);
    if (/\baged?\s*$|\bage(?: of)?\s*$/i.test(before) || OF_SOMETHING_ELSE.test(behind)) continue;
    const cued = OF_SERVICE.test(behind) || WORKED.test(before);
    if (!cued && BEFORE_SOMETHING_ELSE.test(before)) continue;
    if (years !== undefined) return monthsIn(years, half === undefined ? andMonths : '6');
    if (cued && months !== undefined) return Math.floor(amountOf(months) ?? 0);
    if (cued && weeks !== undefined) return Math.floor((amountOf(weeks) ?? 0) / WEEKS_A_MONTH);
  }
  return A_YEAR.test(text) ? MONTHS_A_YEAR : undefined;
}

function monthsIn(years: string, months: string | undefined): number {
  return Math.floor((amountOf(years) ?? 0) * MONTHS_A_YEAR) + Math.floor(amountOf(months) ?? 0);
}

const SINCE =
  /\b(?:since|started(?: in)?|joined(?: in)?|here from|from)\s+(?:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+)?((?:19|20)\d\d)\b/i;
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** "Since 2019", "started nov 2021": counted from the end of it, so that no more is counted than there was. */
export function readMonthsSince(text: string, on: Day): number | undefined {
  const [, month, year] = SINCE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const ended = month === undefined ? MONTHS_A_YEAR : MONTH_NAMES.indexOf(month.toLowerCase()) + 1;
  const [thisYear = 0, thisMonth = 0] = on.split('-').map(Number);
  const months = (thisYear - Number(year)) * MONTHS_A_YEAR + thisMonth - ended - 1;
  return months < 0 ? undefined : months;
}

const SPELL = `${AMOUNT}\\s*(months?|mths?|weeks?|wks?|days?)`;
const USED = [
  `\\b(?:used|taken|had|have had|already had)\\s+(?:up\\s+)?(?:about\\s+)?${SPELL}`,
  `\\b(?:been|was|were)\\s+(?:\\w+\\s+){0,2}off(?:\\s+(?:sick|ill|work))*\\s+(?:for\\s+)?(?:about\\s+)?${SPELL}`,
  `\\b${SPELL}\\s*(?:of\\s+)?(?:full pay|half pay|sick pay|sick|off)\\b(?:[^.]{0,20}\\b(?:used|already|gone|so far|last year|this year))?`,
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
