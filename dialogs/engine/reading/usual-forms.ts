/** Ways of writing days that mean the same as plainer ones, written in those: "in may, the 3rd to the 7th". */
import { MONTH, WEEKDAY } from './day-names';
import type { DayContext } from './marked';
import { pattern } from './pattern';

const DATE = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const ORDINAL = String.raw`\d{1,2}(?:st|nd|rd|th)`;
const NOT_A_DATE = String.raw`(?! (?:week|time|year|day\b|full|birthday|half|bank|${WEEKDAY}))`;

/** "Next month, 3rd to 10th", "the 14th next month". */
const NEXT_MONTH_THEN_DATES = pattern(
  String.raw`\bnext month (?:on |from )?(?:the )?(${ORDINAL})${NOT_A_DATE}(?: (to|and|until) (?:the )?(${ORDINAL})${NOT_A_DATE})?`,
);
const DATES_OF_NEXT_MONTH = pattern(
  String.raw`\b(${DATE}) (to|and|until|through) (?:the )?(${DATE}) (?:of )?next month\b`,
);
const DATE_OF_NEXT_MONTH = pattern(String.raw`\b(${ORDINAL}) next month\b`);

/** "In september": a month that no date stands beside. */
const MONTH_ALONE = pattern(
  String.raw`(?<!${ORDINAL} )\b(?:in|during) (${MONTH})\b(?! (?:the )?\d)`,
);
const DATE_ALONE = pattern(
  String.raw`(?<!\b(?:${MONTH}) (?:the )?)\b(${ORDINAL})\b(?! (?:of |day of )?(?:${MONTH}|next month)\b)${NOT_A_DATE}`,
);
/** "15th, 16th, 17th february", "15/16/17 february": the month is of all of them. */
const LIST_BEFORE_MONTH = pattern(
  String.raw`\b${DATE}(?:(?:\/| (?:and |or )?(?:the )?)${DATE})*(?:\/| (?:and |or )?(?:the )?)(?=${DATE} (?:of )?(?:${MONTH})\b)`,
);
/** "A friday in march": which of them is not said. */
const ANY_WEEKDAY = pattern(
  String.raw`(?<!\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) )\b(?:${WEEKDAY}) ((?:in|of) (?:${MONTH}))\b(?! (?:the )?\d)`,
);

/** "14.2 to 18.2": with both ends, and where no hours are spoken of. */
const DOTTED = pattern(
  String.raw`(?<![\d.@])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2]) (to|until|and) (0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])(?![\d.])(?! ?(?:hours|wte|fte|a week|per week|miles|pounds))`,
);

/** "Over christmas", "easter off": some days about it, and which is not said. */
const SOME_DAYS = pattern(
  String.raw`\b(?:over|around|during) (?:the )?(?:easter|christmas|new year)s?\b(?! (?:day|eve|sunday|monday|saturday|weekend|week|and|to|until|\d))|(?<!\b(?:after|before|following|since|until|to|from|of|and|by) (?:the )?)\beaster\b(?! (?:sunday|monday|saturday|weekend|week|\d))`,
);

/** @param text plain text */
export function inUsualForms(text: string, { daysOff }: Pick<DayContext, 'daysOff'>): string {
  // Where hours a week are told, "22.5 to 30.5" are no days.
  const dates = (daysOff === true ? ofDaysOff(text) : text)
    .replace(
      pattern(String.raw`\b(${DATE}) n (?=(?:the )?\d)`),
      (_, date: string) => `${date} and `,
    )
    .replace(/\bw\/e(?= (?:the )?\d)/g, 'week ending')
    .replace(/\bw\/e\b/g, 'weekend')
    .replace(LIST_BEFORE_MONTH, (dates) =>
      dates.replace(/\//g, ' and ').replace(/(\d)(?:st|nd|rd|th)\b/g, '$1'),
    )
    .replace(NEXT_MONTH_THEN_DATES, (_, first: string, join?: string, last?: string) =>
      join === undefined || last === undefined
        ? `${first} of next month`
        : `${first} of next month ${join} ${last} of next month`,
    )
    .replace(DATES_OF_NEXT_MONTH, '$1 of next month $2 $3 of next month')
    .replace(DATE_OF_NEXT_MONTH, '$1 of next month')
    .replace(ANY_WEEKDAY, '$1');
  return withMonthBeside(dates);
}

/** "31 january to 4". */
const TO_A_DATE = pattern(
  String.raw`\b(${DATE} (?:${MONTH})|(?:${MONTH}) ${DATE}) (?:to|until) (\d{1,2})$`,
);

const ofDaysOff = (text: string): string =>
  text
    .replace(DOTTED, '$1/$2 $3 $4/$5')
    .replace(SOME_DAYS, 'that time')
    .replace(TO_A_DATE, '$1 to the $2th');

/** "2 weeks in september starting the 6th": the 6th of September, and not of this month. */
function withMonthBeside(text: string): string {
  const [month, ...others] = [...text.matchAll(MONTH_ALONE)].map(([, name]) => name ?? '');
  if (month === undefined || others.length > 0) return text;
  const dated = text.replace(DATE_ALONE, `$1 ${month}`);
  return dated === text ? text : dated.replace(MONTH_ALONE, ' ').replace(/ {2,}/g, ' ').trim();
}
