import { bankHolidays, bankHolidaysFrom } from '../../bot/calendar/bank-holidays';
import {
  addWorkingDays,
  isEarlyHours,
  longDay,
  timeOfDay,
  today,
  workingDaysLater,
} from '../../bot/calendar/days';
import { sayOpening, whenOpen } from '../../bot/calendar/opening-hours';
import { readHours } from '../../bot/directory/read-hours';

const office = readHours('Mon-Fri 08:30-17:00')!;
const at = (iso: string) => new Date(iso);
const said = (iso: string, hours = office) =>
  sayOpening(whenOpen(hours, at(iso), bankHolidays), at(iso));

describe('days in London', () => {
  it('turn at London midnight, in summer and in winter', () => {
    expect(today(at('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
    expect(today(at('2026-12-01T23:30:00Z'))).toBe('2026-12-01');
    expect(timeOfDay(at('2026-07-01T23:30:00Z'))).toBe('00:30');
  });

  it('are written out with their weekday', () => {
    expect(longDay('2027-03-01')).toBe('Monday 1 March 2027');
  });

  it('are refused when they do not exist', () => {
    expect(() => longDay('2027-02-30')).toThrow('2027-02-30');
  });

  it('have early hours until five', () => {
    expect(isEarlyHours(at('2026-07-01T03:59:00Z'))).toBe(true);
    expect(isEarlyHours(at('2026-07-01T04:00:00Z'))).toBe(false);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 5, '2026-11-27'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2027-03-25', 2, '2027-03-31'],
    ['2027-01-11', 5, '2027-01-18'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i more leave out weekends and bank holidays: %s', (day, n, expected) => {
    expect(addWorkingDays(day, n, bankHolidays)).toBe(expected);
  });

  it.each([
    ['2026-11-23T09:05:30Z', 2, '2026-11-25T09:05:30Z'],
    ['2026-11-20T16:00:00Z', 1, '2026-11-23T16:00:00Z'],
    ['2026-12-24T12:00:00Z', 2, '2026-12-30T12:00:00Z'],
    ['2026-11-21T02:30:00Z', 2, '2026-11-24T08:00:00Z'],
    ['2026-11-23T22:15:00Z', 1, '2026-11-24T18:00:00Z'],
    ['2027-03-25T12:00:00Z', 1, '2027-03-30T11:00:00Z'],
  ])(
    'after %s, %i later, are told at %s: by day, and at the same hour on the clock',
    (from, n, to) => {
      expect(workingDaysLater(at(from), n, bankHolidays)).toEqual(at(to));
    },
  );

  it('never count backwards', () => {
    expect(() => addWorkingDays('2026-11-21', -1, bankHolidays)).toThrow(RangeError);
  });
});

describe('bank holidays of England and Wales', () => {
  it('are eight a year, each on a weekday, up to the last year known', () => {
    for (let year = 2025; year <= bankHolidays.lastYear; year += 1) {
      const days = Array.from({ length: 366 }, (_, i) =>
        new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10),
      ).filter((day) => day.startsWith(String(year)) && bankHolidays.has(day));
      expect(days).toHaveLength(8);
      expect(days.every((day) => !longDay(day).startsWith('S'))).toBe(true);
    }
    expect(bankHolidays.nameOf('2027-03-26')).toBe('Good Friday');
  });

  it('are refused when the file is not a list of days', () => {
    expect(() => bankHolidaysFrom({ days: ['soon'] })).toThrow();
  });
});

describe('who is open', () => {
  it.each([
    ['in the day', '2026-11-20T10:00:00Z', 'open until 17:00'],
    ['on the minute of opening', '2026-11-20T08:30:00Z', 'open until 17:00'],
    ['on the minute of closing', '2026-11-19T17:00:00Z', 'opens tomorrow at 8:30'],
    ['early on a working day', '2026-11-20T03:12:00Z', 'opens today at 8:30'],
    ['on Friday night', '2026-11-20T18:00:00Z', 'opens Monday at 8:30'],
    ['on Sunday at noon', '2026-11-22T12:00:00Z', 'opens tomorrow at 8:30'],
    ['on Sunday at 2 a.m., with no "tomorrow"', '2026-11-22T02:00:00Z', 'opens Monday at 8:30'],
    ['before Christmas', '2026-12-24T18:00:00Z', 'opens Tuesday at 8:30'],
    ['before Easter', '2027-03-25T18:00:00Z', 'opens Tuesday at 8:30'],
  ])('%s', (_, now, expected) => {
    expect(said(now)).toBe(expected);
  });

  it('keeps to clock time on the days around a change of the clocks', () => {
    expect(said('2026-03-27T16:59:00Z')).toBe('open until 17:00');
    expect(said('2026-03-30T07:29:00Z')).toBe('opens today at 8:30');
    expect(said('2026-03-30T07:30:00Z')).toBe('open until 17:00');
    expect(said('2026-10-26T07:30:00Z')).toBe('opens today at 8:30');
    expect(said('2026-10-26T08:30:00Z')).toBe('open until 17:00');
  });

  it('gives the day and the time to those who count', () => {
    expect(whenOpen(office, at('2026-11-20T18:00:00Z'), bankHolidays)).toEqual({
      kind: 'closed',
      openNow: false,
      opens: { day: '2026-11-23', time: '08:30' },
    });
  });

  it('names the date where the weekday alone would be the wrong week', () => {
    const mondays = readHours('Mon 09:00-12:00')!;

    expect(said('2026-12-28T13:00:00Z', mondays)).toBe('opens Monday 4 January at 9:00');
    expect(said('2026-12-21T13:00:00Z', mondays)).toBe('opens Monday 4 January at 9:00');
  });

  it('says so when someone is always there', () => {
    expect(said('2026-12-25T03:00:00Z', { kind: 'always' })).toBe('open day and night');
  });

  it.each(['', 'Mon', 'Mon 9-5', 'Fri-Mon 09:00-17:00', 'Mon 17:00-09:00', 'Mon 25:00-26:00'])(
    'refuses hours written as "%s"',
    (written) => {
      expect(readHours(written)).toBeUndefined();
    },
  );
});
