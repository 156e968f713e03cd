/** What must hold of a shift that is cut where its rate changes. */
import * as fc from 'fast-check';
import { readShift } from '../../knowledge/entitlements/read-shift';
import { shiftParts } from '../../knowledge/entitlements/shift-parts';

describe('a shift', () => {
  const night = { from: 20, to: 6 };
  const shift = fc.record({
    weekday: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
    publicHoliday: fc.boolean(),
    start: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    minutes: fc.integer({ min: 1, max: 24 * 60 - 1 }),
  });

  it('is cut into parts that come to its length, each with one rate', () => {
    fc.assert(
      fc.property(shift, (one) => {
        const parts = shiftParts(one, night);
        const hours = parts.reduce((sum, part) => sum + part.hours, 0);
        expect(hours).toBeCloseTo(one.minutes / 60, 6);
        expect(new Set(parts.map(({ time }) => time)).size).toBe(parts.length);
        expect(parts.every((part) => part.hours > 0)).toBe(true);
      }),
    );
  });

  it('has its Sunday hours at the Sunday rate, whatever else it touches', () => {
    fc.assert(
      fc.property(shift, (one) => {
        const onDayOne = Math.min(one.minutes, 24 * 60 - one.start);
        const sundays =
          one.weekday === 7 ? onDayOne : one.weekday === 6 ? one.minutes - onDayOne : 0;
        const said = shiftParts({ ...one, publicHoliday: false }, night).find(
          ({ time }) => time === 'sunday',
        );
        expect(said?.hours ?? 0).toBeCloseTo(sundays / 60, 6);
      }),
    );
  });
});

describe('the times of a shift', () => {
  it.each([
    ['saturday 8pm to sunday 8am', 6, 20 * 60, 12 * 60],
    ['8pm to sunday 8am', 6, 20 * 60, 12 * 60],
    ['night shift 19:30-07:30 on a wednesday', 3, 19.5 * 60, 12 * 60],
    ['tuesday 1 to 9pm', 2, 13 * 60, 8 * 60],
    ['friday 9 till 5pm', 5, 9 * 60, 8 * 60],
    ['late on thurs 1.30pm until 10', 4, 13.5 * 60, 8.5 * 60],
    ['sun 7pm to midnight', 7, 19 * 60, 5 * 60],
  ])('are read from "%s"', (text, weekday, start, minutes) => {
    const read = readShift(text);

    expect(read).toEqual({ weekday, publicHoliday: false, start, minutes });
  });

  it.each(['bands 4 to 9', '5 to 10 years', '£10-12 an hour', '20 to 30 hours', '1 to 2 weeks'])(
    'are not read from "%s"',
    (text) => {
      expect(readShift(text)).toBeUndefined();
    },
  );
});
