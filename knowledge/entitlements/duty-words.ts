/** What the sums for shifts and overtime say. */
import type { DutyTime } from './facts';
import type { ShiftPart } from './shift-parts';
import { count, money, tenths } from './show-numbers';

const TIME: Readonly<Record<DutyTime, string>> = {
  night: 'weekday nights',
  saturday: 'Saturdays',
  sunday: 'Sundays',
  'public-holiday': 'public holidays',
};

const partWords = (parts: readonly ShiftPart[], said: (part: ShiftPart) => string): string =>
  parts.map(said).join(parts.length > 2 ? ', ' : ' and ');

const rateWords =
  (percentOf: (time: DutyTime) => number) =>
  ({ hours, time }: ShiftPart): string =>
    time === undefined
      ? `${count(tenths(hours), 'hour')} of plain time`
      : `${count(tenths(hours), 'hour')} plus ${percentOf(time)}% for ${TIME[time]}`;

export const unsocialHoursWords = {
  total: (total: number, extra: number): string =>
    `It comes to **${money(total)}** before tax. Of that, ${money(extra)} is the extra.`,
  working: (
    parts: readonly ShiftPart[],
    percentOf: (time: DutyTime) => number,
    hourly: number,
  ): string => `That is ${partWords(parts, rateWords(percentOf))}, at ${money(hourly)} an hour.`,
  rate: (percent: number, time: DutyTime): string =>
    `On your band you get **${percent}% more** than basic pay for ${TIME[time]}.`,
  mostBands: (percent: number, time: DutyTime): string =>
    `On bands 4 to 9 you get **${percent}% more** than basic pay for ${TIME[time]}. Bands 2 and 3 get a higher share.`,
  cut: (parts: readonly ShiftPart[]): string =>
    `That shift is ${partWords(
      parts,
      ({ hours, time }) =>
        `**${count(tenths(hours), 'hour')}** at ${time === undefined ? 'plain time' : `the rate for ${TIME[time]}`}`,
    )}.`,
  inHours: (
    parts: readonly ShiftPart[],
    percentOf: (time: DutyTime) => number,
    extra: number,
  ): string => {
    const [first, ...rest] = parts;
    const one = rest.length === 0 && first?.time !== undefined ? percentOf(first.time) : undefined;
    return one === undefined
      ? `That is ${partWords(parts, rateWords(percentOf))}. The extra is worth **${count(tenths(extra), 'hour')}** of basic pay.`
      : `You get **${one}% more** for those ${tenths(first?.hours ?? 0)} hours. The extra is worth ${tenths(extra)} hours of basic pay.`;
  },
  eachBand: (totals: readonly { readonly percent: number; readonly total: number }[]): string => {
    const bands = ['bands 4 to 9', 'band 3', 'band 2'];
    return [
      'It depends on your band. With the extra, it comes to:',
      '',
      ...totals.map(
        ({ percent, total }, index) =>
          `- ${bands[index] ?? ''}: **${money(total)}** (${percent}% more)`,
      ),
    ].join('\n');
  },
  timeBack: 'You also get the same hours back as time off in lieu.',
  breaks: 'This counts the whole shift. Take off breaks that are not paid.',
  mostly:
    'On a weekday, the whole shift counts only if more than half of it is after 8pm or before 6am.',
};

export const overtimeWords = {
  total: (total: number): string => `It comes to **${money(total)}** before tax.`,
  working: (hours: number, rate: number, hourly: number): string =>
    `That is ${count(hours, 'hour')} at ${rate} times ${money(hourly)}.`,
  inHours: (hours: number, rate: number): string =>
    `It comes to **${hours} × ${rate}** times your hourly rate. That is ${hours * rate} hours of basic pay.`,
  worth: (hours: number): string =>
    `The extra hours are worth **${count(tenths(hours), 'hour')}** of basic pay.`,
  partTime: (plain: number, overtime: number, rate: number, fullTime: number): string =>
    [
      plain > 0
        ? `${count(tenths(plain), 'hour')} up to ${fullTime} a week, at your plain rate.`
        : '',
      overtime > 0
        ? `${count(tenths(overtime), 'hour')} above ${fullTime} a week, at ${rate} times your rate.`
        : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  who: (top: number): string => `This is for hours above full time, on bands 1 to ${top}.`,
};
