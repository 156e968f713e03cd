/** The library's share: near days in words that ours do not have. */
import * as chrono from 'chrono-node';
import { dayOf, type Day } from './days';

/** What makes a length of time a day. The library takes a bare "the days" in "claim the days back" for tomorrow. */
const COUNTED = /\b(?:in|from now|ago|later|time)\b/;

/** What our own words do not cover: "in a fortnight", "in ten days". */
export function markByChrono(text: string, today: Day): string {
  if (!COUNTED.test(text)) return text;
  const noon = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  const [found] = chrono.en.GB.parse(text, noon, { forwardDate: true });
  if (found === undefined || !COUNTED.test(found.text) || found.start.isCertain('hour'))
    return text;
  if (!found.start.isCertain('day') && !found.start.isCertain('weekday')) return text;
  const { year, month, day } = Object.fromEntries(
    (['year', 'month', 'day'] as const).map((part) => [part, found.start.get(part) ?? 0]),
  );
  const read = dayOf(year ?? 0, month ?? 0, day ?? 0);
  if (read === undefined) return text;
  return `${text.slice(0, found.index)}@${read}@${text.slice(found.index + found.text.length)}`;
}
