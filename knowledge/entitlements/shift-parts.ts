/**
 * A shift cut where its rate changes (handbook section 2): at midnight, and on a weekday at the
 * hours that count as unsocial, unless more than half of it falls in them.
 */
import type { DutyTime, Shift } from './facts';

export interface ShiftPart {
  readonly hours: number;
  /** Undefined for plain time. */
  readonly time: DutyTime | undefined;
}

const HOUR = 60;
const DAY_MINUTES = 24 * HOUR;
const SATURDAY = 6;
const SUNDAY = 7;

/** When the lower rate begins and ends on a weekday, in hours after midnight. */
export interface Night {
  readonly from: number;
  readonly to: number;
}

/** @returns parts in order, each rate once; their hours come to the length of the shift */
export function shiftParts(shift: Shift, night: Night): readonly ShiftPart[] {
  const { start, minutes } = shift;
  const today = Math.min(minutes, DAY_MINUTES - start);
  const nightIn = (from: number, to: number): number => nightMinutes(from, to, night);
  const mostly = nightIn(start, start + minutes) * 2 > minutes;
  const parts = [
    ...partsOfDay(start, start + today, shift.weekday, shift.publicHoliday, mostly, nightIn),
    ...partsOfDay(0, minutes - today, dayAfter(shift.weekday), false, mostly, nightIn),
  ];
  const hours = new Map<DutyTime | undefined, number>();
  for (const { time, hours: own } of parts) hours.set(time, (hours.get(time) ?? 0) + own);
  return [...hours].flatMap(([time, own]) => (own > 0 ? [{ time, hours: own }] : []));
}

const dayAfter = (weekday: number | undefined): number | undefined =>
  weekday === undefined ? undefined : (weekday % SUNDAY) + 1;

function partsOfDay(
  from: number,
  to: number,
  weekday: number | undefined,
  publicHoliday: boolean,
  mostlyNight: boolean,
  nightIn: (from: number, to: number) => number,
): ShiftPart[] {
  const all = (time: DutyTime): ShiftPart[] => [{ hours: (to - from) / HOUR, time }];
  if (publicHoliday) return all('public-holiday');
  if (weekday === SUNDAY) return all('sunday');
  if (weekday === SATURDAY) return all('saturday');
  if (mostlyNight) return all('night');
  const night = nightIn(from, to);
  return [
    { hours: (to - from - night) / HOUR, time: undefined },
    { hours: night / HOUR, time: 'night' },
  ];
}

/** Minutes at night; `to` may run on to the next day. */
function nightMinutes(from: number, to: number, night: Night): number {
  const within = (low: number, high: number): number =>
    Math.max(0, Math.min(to, high * HOUR) - Math.max(from, low * HOUR));
  const nextDay = DAY_MINUTES / HOUR;
  return (
    within(0, night.to) +
    within(night.from, nextDay + night.to) +
    within(nextDay + night.from, 2 * nextDay)
  );
}
