/** Days are Europe/London days, written `YYYY-MM-DD`, whatever the machine's own clock says. */
import { DateTime } from 'luxon';

const ZONE = 'Europe/London';

/** The day it is in London at `now`. */
export function today(now: Date): string {
  return DateTime.fromJSDate(now, { zone: ZONE }).toFormat('yyyy-MM-dd');
}
