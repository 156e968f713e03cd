/** Days and times as other systems write them. A time that names no zone is UTC, as interfaces mostly mean it. */
import { z } from 'zod';

const Day = z.iso.date();
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/;

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** @returns undefined where it is no time */
export function momentIn(text: string | null): Date | undefined {
  const [, day, time, zone = 'Z'] = TIME.exec(text ?? '') ?? [];
  if (!Day.safeParse(day).success) return undefined;
  const moment = new Date(`${day ?? ''}T${time ?? ''}${zone}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** The day, or the London day of a time; undefined where it is neither. */
export function dayIn(text: string | null): string | undefined {
  const moment = momentIn(text);
  return moment === undefined ? Day.safeParse(text).data : london.format(moment);
}
