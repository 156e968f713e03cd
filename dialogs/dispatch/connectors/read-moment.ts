/** Days and times as other systems write them. A time that names no zone is UTC, as interfaces mostly mean it. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
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
  if (day === undefined || time === undefined) return undefined;
  const moment = new Date(`${day}T${time}${zone}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** The day, or the London day of a time; undefined where it is neither. */
export function dayIn(text: string | null): string | undefined {
  if (text !== null && DAY.test(text)) return Number.isNaN(Date.parse(text)) ? undefined : text;
  const moment = momentIn(text);
  return moment && london.format(moment);
}
